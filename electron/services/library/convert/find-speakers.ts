import type { StructureHint } from '../../../../core/statements/catalogue.ts';

/** A line that begins with what may be a speaker’s name and a colon. */
interface Label {
  readonly line: number;
  /** The name, as it is written. */
  readonly name: string;
  /** The name as names are compared: without what stands in brackets after it. */
  readonly key: string;
  /** UTF-16 units of the line that are the name, the colon and the white space after it. */
  readonly length: number;
}

/** One letter for who asks and one for who answers, by the languages that write so; the alphabets are not mixed. */
const pairs: readonly (readonly [asks: string, answers: string])[] = [
  ['Q', 'A'],
  // Russian вопрос and ответ, Belarusian пытанне and адказ, Ukrainian питання and відповідь.
  ['В', 'О'],
  ['П', 'А'],
  ['П', 'В'],
];

/** What people are called by in a conversation when they have no name there, in the languages of the collection. */
const roles = new Set(
  (
    'moderator interviewer interviewee interpreter question answer journalist reporter host presenter speaker witness judge ' +
    'prosecutor defendant lawyer attorney counsel chair chairman chairwoman chairperson president operator ' +
    'вопрос ответ корреспондент журналист журналистка ведущий ведущая модератор судья прокурор адвокат защитник обвиняемый ' +
    'обвиняемая подсудимый подсудимая свидетель потерпевший потерпевшая следователь переводчик председатель интервьюер ' +
    'пытанне адказ карэспандэнт карэспандэнтка журналіст журналістка вядучы вядучая мадэратар суддзя пракурор абвінавачаны ' +
    'абвінавачаная сведка следчы перакладчык старшыня ' +
    'питання відповідь кореспондент кореспондентка журналіст ведучий ведуча суддя обвинувачений обвинувачена свідок слідчий ' +
    'перекладач голова'
  ).split(' '),
);

/** First words of what stands before a colon again and again on one page and is no speaker, and last words of such phrases. */
const noSpeakers =
  /^(?:also|and|address|article|attachments?|author|bcc|by|caption|category|cc|chapter|comments?|contacts?|copyright|credits?|date|download|editor|e-?mail|fax|figure|file|from|here|image|important|link|listen|location|media|more|news|note|notes|number|page|part|phone|photo|photos|picture|place|published|re|read|reference|references|related|section|see|sent|share|source|sources|subject|summary|table|tags?|tel|telephone|time|title|to|topics?|translation|update|updated|video|warning|watch|website|адрес|адрас|адреса|автор|аўтар|видео|відэа|відео|внимание|важно|дата|дело|документ|источник|крыніца|джерело|заметка|контакты|место|номер|примечание|заўвага|примітка|раздел|рубрика|ссылка|статья|артыкул|стаття|читайте|чытайце|также|таксама|также|також|смотрите|глядзіце|дивіться|таблица|табліца|тел|телефон|тэлефон|тема|тэма|факс|фото|фота|теги|тэгі)$/iu;

const endsOfPhrases = /^(?:also|articles?|contacts?|credits?|links?|more|news|stories|videos?|также|таксама|також)$/iu;

/** The label as plain-text rules of `core/statements/structure.ts` find it: a name in capitals. */
const seenByRules = /^\p{Lu}[\p{Lu}\p{M} .’'-]{2,60}$/u;

const word = "\\p{Lu}[\\p{L}\\p{M}]*(?:[’'-][\\p{L}\\p{M}]+)*\\.?";
const particle = '(?:al|bin|da|de|del|della|der|di|dos|du|el|ibn|la|le|van|von|y|of|the|for|і|и|й|аль|бен|ван|де|фон)';
const namePattern = `${word}(?:[ \\u00a0]+(?:${word}|${particle}|\\d{1,3}|[№#]\\s?\\d{1,3})){0,6}`;
const labelled = new RegExp(
  `^[ \\t\\u00a0]*(${namePattern}(?:[ \\u00a0]*[(\\[][^()[\\]\\n]{1,60}[)\\]])?)[ \\u00a0]?:(?:[ \\t\\u00a0]+|$)`,
  'u',
);

/** How much of a line is looked at, in UTF-16 units: no label is longer. */
const looked = 160;

function labelOf(text: string, line: number): Label | null {
  const start = text.slice(0, looked);
  const found = labelled.exec(start);
  const name = found?.[1];
  if (!found || name === undefined) return null;
  const lead = start.length - start.trimStart().length;
  const key = name.replace(/[ \u00a0]*[([].*$/u, '').replace(/[ \u00a0]+/gu, ' ');
  // What follows the colon may be all there is of the line.
  return { line, name, key, length: Math.min(found[0].length, text.trimEnd().length) - lead };
}

function countByKey(labels: readonly Label[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of labels) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The letters that stand for who asks and who answers here. */
function lettersOf(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const letters = new Set<string>();
  if ((counts.get('Q') ?? 0) > 1) letters.add('Q');
  // Where there is a Б too, letters number the parts of something.
  const conversing = pairs.filter(([asks]) => asks === 'Q' || !counts.has('Б'));
  for (const [asks, answers] of conversing) if (counts.has(asks) && counts.has(answers)) letters.add(asks).add(answers);
  return letters;
}

/** Which of the names are speakers: whoever is named twice, a single word only where it is a role or one of several that speak. */
function speakersOf(labels: readonly Label[]): ReadonlySet<string> {
  const counts = countByKey(labels);
  const letters = lettersOf(counts);
  const isOfWords = (key: string): boolean => {
    const words = key.split(' ').map((each) => each.replace(/\.$/u, ''));
    return key.length > 1 && !noSpeakers.test(words[0] ?? '') && !endsOfPhrases.test(words.at(-1) ?? '');
  };
  const named = [...counts].filter(([key, count]) => count > 1 && isOfWords(key)).map(([key]) => key);
  const isRole = (key: string): boolean => roles.has((key.split(' ')[0] ?? '').toLowerCase());
  const speakers = named.filter((key) => {
    if (isRole(key) || key.includes(' ')) return true;
    return named.length > 1 && (counts.get(key) ?? 0) > 2;
  });
  // Whoever says one thing only, in a conversation of others.
  const others = speakers.length === 0 ? [] : [...counts.keys()].filter((key) => isRole(key) && isOfWords(key));
  return new Set([...letters, ...speakers, ...others]);
}

/**
 * Finds who speaks where a text shows it by a name and a colon at the beginning of a line, in ways that the plain rules do not see:
 * names that are no capitals, letters for question and answer, numbered witnesses. A name counts when it comes again. Lines that
 * have a hint already are left alone. Gives hints to be put after `hints`.
 */
export function speakerHints(text: string, hints: readonly StructureHint[]): StructureHint[] {
  const taken = new Set<number>();
  for (const { lines } of hints) for (let line = lines[0]; line <= lines[1]; line += 1) taken.add(line);
  const labels: Label[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (taken.has(index + 1)) continue;
    const label = labelOf(line, index + 1);
    if (label) labels.push(label);
  }
  const speakers = speakersOf(labels);
  return labels
    .filter(({ key, name }) => speakers.has(key) && !seenByRules.test(name))
    .map(({ line, name, key, length }) => ({
      lines: [line, line],
      kind: 'speech',
      speaker: name === key ? name : key,
      label: length,
      why: 'A name and a colon, as at other lines of the text.',
    }));
}
