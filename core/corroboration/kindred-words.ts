import { foldWord } from '../search/fold-word.ts';
import { stemKeysOf } from '../search/stems/stem-keys.ts';

/**
 * Words that reports on human rights use for one another, in English, Russian, Belarusian and Ukrainian; any form of
 * them will do. The first gives the group its name. Only what a report may put for another without saying more or less.
 */
const groups: readonly string[] = [
  'election vote poll ballot выборы голосование выбары галасаванне вибори голосування',
  'detention arrest detain custody detainee задержание задержать задержан арест арестован затрыманне затрымаць затрыманы арышт затримання затримано затриманий арешт',
  'prison jail imprisonment imprisoned prisoner incarcerated colony тюрьма заключение заключенный политзаключенный политзаключённых турма зняволенне зняволены палітзняволены палітвязень в’язниця ув’язнення ув’язнений політв’язень',
  'protest demonstration rally march protester demonstrator протест протестующий демонстрация митинг шествие пратэст пратэстоўцы дэманстрацыя мітынг шэсце протестувальник мітинг демонстрація',
  'repression crackdown clampdown suppression persecution репрессия преследование подавление рэпрэсія пераслед рэпрэсій репресія переслідування придушення',
  'fraud fraudulent rigged falsified falsification falsify фальсификация фальсіфікацыя фальсифікація',
  'torture mistreatment beating пытка избиение истязание катаванне збіццё катування побиття тортури',
  'killing murder death died убийство гибель смерть забойства смерць загибель вбивство',
  'release releasing liberation освобождение освободить вызваленне вызваліць звільнення звільнити',
  'government regime authorities правительство режим власть власти урад рэжым улада улады уряд влада',
  'threat threaten intimidation угроза угрожать запугивание пагроза погроза залякування',
  'court tribunal суд трибунал трыбунал',
  'sentence convicted conviction приговор осужден приговорен прысуд асуджаны вирок засуджений',
  'lawyer attorney адвокат юрист защитник абаронца юрист',
  'journalist reporter журналист журналіст корреспондент карэспандэнт кореспондент',
  'demand request urge требование требовать патрабаванне патрабаваць вимога вимагати',
  'exile fled flee emigrated эміграцыя эмиграция еміграція изгнание',
  'police policeman милиция полиция міліцыя паліцыя поліція міліція',
  'search raid обыск ператрус обшук',
  'children child ребенок дети дзіця дзеці дитина діти',
  'recommendation рекомендация рэкамендацыя рекомендація',
  'report доклад отчет даклад справаздача доповідь звіт',
  'violation нарушение парушэнне порушення',
  'sanction санкция санкцыя санкція',
  'country state страна государство краіна дзяржава країна держава',
];

/** What the keys of groups begin with: no stem and no folded word does. */
const groupPrefix = '=';

/** Whether a key is that of a group of kindred words. */
export const isKindred = (key: string): boolean => key.startsWith(groupPrefix);

function indexGroups(): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  for (const group of groups) {
    const words = group.split(' ');
    for (const word of words) {
      for (const stem of stemKeysOf(foldWord(word))) groupOf.set(stem, groupPrefix + words[0]);
    }
  }
  return groupOf;
}

const groupOfStem = indexGroups();

/** The keys of the groups that the stems of a word belong to (see `stemKeysOf`), each once. */
export function kindredKeysOf(stems: readonly string[]): string[] {
  return [...new Set(stems.flatMap((stem) => groupOfStem.get(stem) ?? []))];
}
