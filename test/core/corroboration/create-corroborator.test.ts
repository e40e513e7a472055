import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCorroborator, leastScore, singleSourceScore } from '../../../core/corroboration/create-corroborator.ts';
import type { Likeness } from '../../../core/corroboration/likeness.ts';
import { placeOf } from '../../../core/statements/place.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { hardText } from '../../support/hard-text.ts';
import { bundledStatements, statementOf } from '../search/statements-for-search.ts';

const whole = ({ text }: Statement) => ({ start: utf16(0), end: utf16(text.length) });

/** Other statements, so that words are as rare as they are in a collection. */
const others = bundledStatements();

function elsewhere(here: string, ...there: readonly string[]): Likeness[] {
  const own = statementOf('here', here);
  const found = there.map((text, at) => statementOf(`there-${at}`, text));
  return createCorroborator([own, ...found, ...others])
    .elsewhere('here', whole(own), 20)
    .filter(({ statement }) => statement.startsWith('there'));
}

const scoreOf = (here: string, there: string): number => elsewhere(here, there)[0]?.score ?? 0;

const kindsOf = ([likeness]: readonly Likeness[]): string[] =>
  (likeness?.reasons ?? []).map(({ kind, here, there }) => `${kind}: ${here[0]?.text} = ${there[0]?.text}`);

/** Everything that must hold of whatever is found. */
function checkAll(statements: readonly Statement[], from: string, found: readonly Likeness[]): void {
  const textOf = (id: string): string => statements.find(({ summary }) => summary.id === id)?.text ?? '';
  for (const { statement, passage, place, exact, score, reasons } of found) {
    expect(statement).not.toBe(from);
    const other = statements.find(({ summary }) => summary.id === statement);
    expect(place).toEqual(other && placeOf(other, passage));
    expect(textOf(statement).slice(passage.start, passage.end)).toBe(exact);
    expect(score).toBeGreaterThanOrEqual(leastScore);
    expect(score).toBeLessThanOrEqual(1);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    for (const { here, there } of reasons) {
      expect(here.length * there.length).toBeGreaterThan(0);
      for (const { text, start, end } of here) expect(textOf(from).slice(start, end)).toBe(text);
      for (const place of there) {
        expect(textOf(statement).slice(place.start, place.end)).toBe(place.text);
        expect(place.start >= passage.start && place.end <= passage.end).toBe(true);
      }
    }
  }
  expect([...found].sort((a, b) => b.score - a.score)).toEqual(found);
}

describe('what is said elsewhere', () => {
  it('is found though it is said in other words, with the reasons', () => {
    const found = elsewhere(
      'By May, 1,486 political prisoners were held in Belarus.',
      'Rights defenders counted 1486 people who are political prisoners.',
    );
    expect(kindsOf(found)).toContain('number: 1,486 = 1486');
    expect(kindsOf(found).some((reason) => reason.startsWith('term: prisoners'))).toBe(true);
  });

  it('is found by the spellings of a name and by a date in another language and script', () => {
    const found = elsewhere(
      'Sviatlana Tsikhanouskaya met the OSCE ambassadors in Vienna on 6 November 2020.',
      'Светлана Тихановская встретилась с послами ОБСЕ в Вене 6 ноября 2020 года.',
    );
    expect(kindsOf(found)).toContain('name: Sviatlana Tsikhanouskaya = Светлана Тихановская');
    expect(kindsOf(found)).toContain('name: OSCE = ОБСЕ');
    expect(kindsOf(found)).toContain('date: 6 November 2020 = 6 ноября 2020');
  });

  it('is found by a number of the same thing in another language', () => {
    const found = elsewhere(
      'There are at least 1,486 political prisoners in Belarus.',
      'В Беларуси по меньшей мере 1 486 политзаключённых.',
    );
    expect(kindsOf(found)).toContain('number: 1,486 = 1 486');
  });

  it('is liker where the number is the same than where it is near', () => {
    const here = 'Volunteers documented more than 1,500 cases of torture in detention.';
    const same = scoreOf(here, 'Doctors speak of 1 500 cases of torture in prisons.');
    const near = scoreOf(here, 'Doctors speak of 1,486 cases of torture in prisons.');
    expect(same).toBeGreaterThan(near);
    expect(same).toBeGreaterThan(0);
  });

  it('is liker where the number is of the same thing', () => {
    const here = 'The letter of 35 countries asked Minsk about arbitrary arrests and torture.';
    const same = scoreOf(here, 'In their letter 35 countries wrote of arbitrary arrests.');
    const other = scoreOf(here, 'In their letter 35 lawyers wrote of arbitrary arrests.');
    expect(same).toBeGreaterThan(other);
  });

  it('is not liker for an ordinal, a year or an article that has the digits of a number', () => {
    const here = 'The court fined 21 editors of the newspaper.';
    const there = (number: string) => elsewhere(here, `The court fined ${number} editors of the newspaper.`);
    const hasNumber = (found: readonly Likeness[]) => found[0]?.reasons.some(({ kind }) => kind === 'number');
    expect(hasNumber(there('21'))).toBe(true);
    expect(hasNumber(there('the 21st of the'))).toBe(false);
    expect(hasNumber(there('under Article 21 the'))).toBe(false);
  });

  it('is liker for the day than for the month, and a month alone tells hardly anything', () => {
    const here = 'On 12 July 2021 officers searched the office of the Viasna lawyers.';
    const on = (date: string) => scoreOf(here, `${date}, officers entered the Viasna office.`);
    expect(on('On July 12, 2021')).toBeGreaterThan(on('In July 2021'));
    expect(on('In July 2021')).toBeGreaterThan(on('In July'));
    expect(on('In July 2021')).toBeGreaterThan(on('On 14 July 2021'));
  });

  it('has phrases of three words and more, each as it stands on both sides', () => {
    const [found] = elsewhere(
      'He was held in a punishment cell without warm clothes for ten days.',
      'Prisoners stay in a punishment cell without warm clothes, they say.',
    );
    const phrase = found?.reasons.find(({ kind }) => kind === 'phrase');
    expect(phrase?.here[0]?.text).toBe('punishment cell without warm clothes');
    expect(phrase?.there[0]?.text).toBe(phrase?.here[0]?.text);
  });

  it('is nothing where one rare word or one name is all there is in common', () => {
    expect(elsewhere('The Ryanair flight was diverted to Minsk.', 'Ryanair publishes its figures on Monday.')).toEqual(
      [],
    );
    expect(
      elsewhere(
        'Viktar Babaryka was rushed to a hospital.',
        'The economist Viktar Babaryka chaired the board of a bank.',
      ),
    ).toEqual([]);
  });

  it('takes no more than three sentences, all of one block, and one passage of a block', () => {
    const sentence = 'Klimovich, a blogger from Pinsk, died in the Vitebsk prison on 7 May 2023.';
    const [first, ...more] = elsewhere(
      sentence,
      `${'It rained all day. '.repeat(5)}${sentence} The wind rose.\n\nAn end.`,
    );
    expect(first?.exact).toBe(sentence);
    expect(more).toEqual([]);
    const four = 'Pinsk had floods. Bloggers filmed the dykes. Engineers measured the tide. Ferries stopped in Pinsk.';
    const [found] = elsewhere(four, four);
    expect(found?.exact.split('. ').length).toBeLessThanOrEqual(3);
  });

  it('is never a heading, furniture, or anything of the same statement', () => {
    const sentence = 'Klimovich, a blogger from Pinsk, died in the Vitebsk prison on 7 May 2023.';
    const own = statementOf('here', `${sentence}\n\n${sentence}`);
    const there = statementOf('there', sentence);
    const asKind = (kind: 'heading' | 'furniture' | 'paragraph') => ({
      ...there,
      blocks: there.blocks.map((block) => ({ ...block, kind })),
    });
    const found = (kind: 'heading' | 'furniture' | 'paragraph') =>
      createCorroborator([own, asKind(kind), ...others])
        .elsewhere('here', whole(own), 9)
        .map(({ statement }) => statement);
    for (const kind of ['heading', 'furniture'] as const) expect(found(kind)).not.toContain('there');
    expect(found('paragraph')).toContain('there');
    expect(found('paragraph')).not.toContain('here');
  });

  it('is nothing for a passage without words, a statement that is not there and a limit of none', () => {
    const corroborator = createCorroborator(others);
    const [first] = others;
    if (!first) throw new Error('There are bundled statements.');
    expect(corroborator.elsewhere('nowhere', { start: utf16(0), end: utf16(9) }, 9)).toEqual([]);
    expect(corroborator.elsewhere(first.summary.id, { start: utf16(5), end: utf16(5) }, 9)).toEqual([]);
    expect(corroborator.elsewhere(first.summary.id, whole(first), 0)).toEqual([]);
    expect(createCorroborator([]).isSingleSource('nowhere', { start: utf16(0), end: utf16(9) })).toBe(true);
  });

  it('makes a passage single-source exactly where nothing clearly like it is found', () => {
    const corroborator = createCorroborator(others);
    const kinds = others.flatMap(({ summary, blocks }) =>
      blocks.map((block) => {
        const isSingle = corroborator.isSingleSource(summary.id, block);
        const best = corroborator.elsewhere(summary.id, block, 1)[0]?.score ?? 0;
        expect(isSingle).toBe(best < singleSourceScore);
        return isSingle ? (best > 0 ? 'hardly like another' : 'unlike all') : 'like another';
      }),
    );
    expect(new Set(kinds)).toEqual(new Set(['hardly like another', 'unlike all', 'like another']));
  });

  it('quotes exactly, wherever a passage of the bundled statements begins and ends', () => {
    const corroborator = createCorroborator(others);
    fc.assert(
      fc.property(fc.nat(others.length - 1), fc.nat(30_000), fc.nat(800), (which, from, length) => {
        const statement = others[which];
        if (!statement) return;
        const start = from % statement.text.length;
        const passage = { start: utf16(start), end: utf16(Math.min(statement.text.length, start + length)) };
        const { id } = statement.summary;
        const found = corroborator.elsewhere(id, passage, 10);
        checkAll(others, id, found);
        for (const { reasons } of found) {
          for (const place of reasons.flatMap(({ here }) => here)) {
            expect(place.start >= passage.start && place.end <= passage.end).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('quotes exactly in hard texts, and finds the sentence that both have', () => {
    const sentence = 'Klimovich, a blogger from Pinsk, died in the Vitebsk prison on 7 May 2023.';
    fc.assert(
      fc.property(hardText, hardText, (one, other) => {
        const a = statementOf('a', `${one}\n\n${sentence}\n\n${other}`);
        const statements = [a, statementOf('b', `${other}\n\n${sentence}\n\n${one}`), ...others];
        const found = createCorroborator(statements).elsewhere('a', whole(a), 500);
        checkAll(statements, 'a', found);
        expect(found.some(({ statement, exact }) => statement === 'b' && exact.includes(sentence))).toBe(true);
      }),
      { numRuns: 12 },
    );
  });
});
