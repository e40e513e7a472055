import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../../core/search/fold-word.ts';
import { englishStem } from '../../../core/search/stems/english-stem.ts';
import { stemExceptions } from '../../../core/search/stems/stem-exceptions.ts';
import { stemKeysOf } from '../../../core/search/stems/stem-keys.ts';

const keysOf = (word: string): readonly string[] => stemKeysOf(foldWord(word));
const isJoined = (one: string, other: string): boolean => keysOf(one).some((key) => keysOf(other).includes(key));

/** The words of a family that the first one is not joined with. */
function strangersIn(family: string): string[] {
  const [first = '', ...others] = family.split(' ');
  return others.filter((other) => !isJoined(first, other));
}

describe('English stems', () => {
  it.each([
    'detain detained detains detaining',
    'detention detentions',
    'detainee detainees detainee’s',
    'arrest arrests arrested arresting',
    'torture tortured tortures torturing',
    'election elections elected elect electing',
    'electoral elector electors',
    'protest protests protested protesting protester protesters',
    'violate violates violated violating violation violations',
    'prosecute prosecuted prosecuting prosecution prosecutions',
    'imprison imprisoned imprisonment',
    'prison prisons prisoner prisoners',
    'state states',
    'law laws',
    'ban bans banned banning',
    'authority authorities',
    'journalist journalists',
    'organization organizations organisation organisations organise organized organising',
    'criticise criticize criticised criticizing',
    'policy policies',
    'police policed policing',
    'woman women',
    'child children',
    'defence defense',
    'labour labor',
    'beat beaten beatings',
    'intimidation intimidate intimidated',
    'Lukashenka Lukashenka’s',
  ])('are one for %s', (family) => {
    expect(strangersIn(family)).toEqual([]);
  });

  it.each([
    ['detain', 'detention'],
    ['detain', 'detainee'],
    ['state', 'stated'],
    ['state', 'statement'],
    ['state', 'station'],
    ['university', 'universe'],
    ['university', 'universal'],
    ['news', 'new'],
    ['organ', 'organization'],
    ['organ', 'organic'],
    ['general', 'generation'],
    ['general', 'generous'],
    ['policy', 'police'],
    ['policy', 'politics'],
    ['authority', 'author'],
    ['international', 'internal'],
    ['international', 'intern'],
    ['nation', 'native'],
    ['united', 'unit'],
    ['united', 'union'],
    ['important', 'import'],
    ['executive', 'execution'],
    ['relative', 'relation'],
    ['opposition', 'opposite'],
    ['emergency', 'emerge'],
    ['human', 'humanity'],
    ['human', 'humane'],
    ['president', 'preside'],
    ['constitution', 'constitute'],
    ['officer', 'office'],
    ['minister', 'ministry'],
    ['minority', 'minor'],
    ['several', 'severe'],
    ['conference', 'confer'],
    ['evidence', 'evident'],
    ['corporal', 'corporation'],
    ['publication', 'public'],
    ['extremism', 'extreme'],
    ['protest', 'protestant'],
    ['commission', 'committee'],
    ['communist', 'community'],
    ['court', 'courtesy'],
    ['precise', 'prize'],
  ])('keep %s and %s apart', (one, other) => {
    expect(isJoined(one, other)).toBe(false);
  });

  // Porter's own examples, from the vocabulary that comes with the algorithm.
  it.each([
    ['consign', 'consign'],
    ['consistency', 'consist'],
    ['consolation', 'consol'],
    ['consolingly', 'consol'],
    ['conspicuously', 'conspicu'],
    ['conspirators', 'conspir'],
    ['constables', 'constabl'],
    ['knackeries', 'knackeri'],
    ['knightly', 'knight'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['luxuriated', 'luxuri'],
    ['generously', 'generous'],
    ['agreed', 'agre'],
    ['hopefulness', 'hope'],
    ['geology', 'geolog'],
    ['vietnamization', 'vietnam'],
    ['relational', 'relat'],
    ['radically', 'radic'],
    ['adjustable', 'adjust'],
    ['sayings', 'say'],
    ['youth', 'youth'],
    ['boyish', 'boyish'],
  ])('are Snowball’s: %s gives %s', (word, stem) => {
    expect(englishStem(word)).toBe(stem);
  });
});

describe('Russian stems', () => {
  it.each([
    'задержание задержания задержанию задержанием задержаний задержаниях задержаниями',
    'задержанный задержанного задержанные задержанных задержан задержали',
    'пытка пытки пытку пыткой пыткам пытками пытках пыток',
    'выборы выборов выборам выборами выборах',
    'нарушение нарушения нарушений нарушениях',
    'заключенный заключённый заключённого заключенных заключенными',
    'безопасность безопасности безопасностью',
    'свобода свободы свободу свободой свобод',
    'правительство правительства правительством',
    'журналист журналисты журналиста журналистов журналистами',
    'протест протесты протестов протестах',
    'милиция милиции милицией милицию',
    'тюрьма тюрьмы тюрьму тюрем тюрьмах',
    'суд суда суды судов судами',
    'белорусский белорусского белорусские белорусских',
    'украинец украинца украинцы украинцев',
    'человек человека человеку человеком',
  ])('are one for %s', (family) => {
    expect(strangersIn(family)).toEqual([]);
  });

  it.each([
    ['задержание', 'задержанный'],
    ['право', 'правительство'],
    ['суд', 'судья'],
    ['выбор', 'избиратель'],
    ['свобода', 'освобождение'],
    ['пытка', 'попытка'],
    ['страна', 'страница'],
    ['закон', 'законодательство'],
    ['мир', 'мировоззрение'],
  ])('keep %s and %s apart', (one, other) => {
    expect(isJoined(one, other)).toBe(false);
  });
});

describe('Belarusian stems', () => {
  it.each([
    'затрыманне затрымання затрыманню затрыманнем затрыманняў затрыманнях затрыманні',
    'затрыманы затрыманага затрыманыя затрыманых затрыманым',
    'затрымаць затрымаў затрымала затрымалі',
    'катаванне катавання катаванні катаванняў катаваннямі катаваннях',
    'выбары выбараў выбарам выбарамі выбарах',
    'свабода свабоды свабоду свабодай свабодзе свабод',
    'улада улады ўладу уладзе ўладамі',
    'пратэст пратэсты пратэстаў пратэсту пратэсце пратэстах пратэстамі',
    'палітвязень палітвязня палітвязні палітвязняў палітвязням',
    'міліцыя міліцыі міліцыю міліцыяй',
    'рэпрэсія рэпрэсіі рэпрэсій рэпрэсіямі рэпрэсіях',
    'беларускі беларускага беларуская беларускай беларускія беларускіх',
    'Беларусь Беларусі Беларуссю',
    'турма турмы турму турме турмаў турмах',
    'журналіст журналісты журналіста журналістаў журналістамі',
    'незалежнасць незалежнасці незалежнасцю',
    'парушэнне парушэнні парушэнняў парушэння',
    'праваабаронца праваабаронцы праваабаронцаў праваабаронцам',
    'суддзя суддзі суддзяў суддзю',
    'чалавек чалавека чалавеку чалавекам',
  ])('are one for %s', (family) => {
    expect(strangersIn(family.replaceAll(' ў', ' у'))).toEqual([]);
  });

  it.each([
    ['суд', 'суддзя'],
    ['свабода', 'вызваленне'],
    ['выбары', 'выбаршчык'],
    ['катаванне', 'катаваць'],
    ['беларус', 'беларускі'],
    ['права', 'праўда'],
    ['турма', 'турызм'],
    ['палітыка', 'паліцыя'],
    ['улада', 'уладальнік'],
  ])('keep %s and %s apart', (one, other) => {
    expect(isJoined(one, other)).toBe(false);
  });
});

describe('Ukrainian stems', () => {
  it.each([
    'затримання затриманням затримань затриманнях',
    'затриманий затриманого затримані затриманих',
    'катування катувань катуваннями катуваннях',
    'вибори виборів виборам виборами виборах вибір',
    'поліція поліції поліцію поліцією поліцій',
    'свобода свободи свободу свободою свобод',
    'незалежність незалежності незалежністю',
    'порушення порушень порушеннями порушеннях',
    'в’язень в’язня в’язні в’язнів в’язням',
    'протест протести протестів протестами',
    'журналіст журналісти журналістів журналістами',
    'український українського українські українських',
    'українець українця українці українців',
    'право права правом правами прав',
    'сторона сторони сторін сторонам',
    'суддя судді суддю суддів',
  ])('are one for %s', (family) => {
    expect(strangersIn(family)).toEqual([]);
  });

  it.each([
    ['суд', 'суддя'],
    ['право', 'правда'],
    ['свобода', 'звільнення'],
    ['вибори', 'виборець'],
    ['катування', 'катувати'],
    ['поліція', 'політика'],
  ])('keep %s and %s apart', (one, other) => {
    expect(isJoined(one, other)).toBe(false);
  });
});

describe('stem keys', () => {
  it('name their language, by the letters of the word', () => {
    expect(stemKeysOf('detained')).toEqual(['en:detain']);
    expect(stemKeysOf('пытки')).toEqual(['ru:пытк']);
    expect(stemKeysOf('ціхана')).toEqual([expect.stringMatching(/^uk:/u), expect.stringMatching(/^be:/u)]);
    expect(stemKeysOf('ўлады')).toEqual(['be:ўлад']);
    expect(stemKeysOf('її')).toEqual([]);
    expect(stemKeysOf('їхній')).toEqual([expect.stringMatching(/^uk:/u)]);
  });

  it('are the same whatever the form of the letters', () => {
    for (const word of ['Заключённый', 'затрыманняў', 'поліції', 'Détenus']) {
      expect(keysOf(word.normalize('NFD'))).toEqual(keysOf(word.normalize('NFC')));
    }
  });

  it('are not made of short words, numbers, other scripts and mixtures', () => {
    for (const key of ['', 'of', 'не', '2020', '1st', 'covid19', '選挙', 'ελλάδα', 'sтate', "o'", 'a'.repeat(41)]) {
      expect(stemKeysOf(key)).toEqual([]);
    }
  });

  it('hold every exception in folded form, once', () => {
    for (const [word, stem] of stemExceptions) {
      expect(foldWord(word)).toBe(word);
      expect(stemKeysOf(word).length).toBeGreaterThan(0);
      expect(stemKeysOf(word).every((key) => key.endsWith(`:${stem}`))).toBe(true);
    }
  });

  it('are of anything, and the same whatever was asked before', () => {
    const letters = [..."aeiouybcdgilnrstzабвгдеийклностуцыьэюяіїєўґ'"];
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.array(fc.constantFrom(...letters), { maxLength: 45 }).map((parts) => parts.join('')),
      fc
        .tuple(
          fc.constantFrom('радост', 'безопасност', 'ост', 'незалежніст'),
          fc.constantFrom('ь', 'и', 'ью', 'ями', 'і', 'ья'),
        )
        .map(([stem, ending]) => stem + ending),
    );
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 5 }), (key, others) => {
        const keys = stemKeysOf(key);
        for (const other of others) stemKeysOf(other);
        expect(stemKeysOf(key)).toEqual(keys);
        for (const stem of keys) expect(stem).toMatch(/^(?:en|ru|uk|be):./u);
      }),
      { numRuns: 2000 },
    );
  });
});
