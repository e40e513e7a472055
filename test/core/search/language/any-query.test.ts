import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageHelp } from '../../../../core/search/language/language-help.ts';
import { parseQuery } from '../../../../core/search/language/parse-query.ts';
import type { PhraseNode, Query, QueryNode } from '../../../../core/search/language/query.ts';
import { wordsOf } from '../../../../core/search/words.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { showQuery } from './show-query.ts';

const phrasesOf = (node: QueryNode): readonly PhraseNode[] =>
  node.kind === 'phrase' ? [node] : node.of.flatMap(phrasesOf);

/** What holds of every query, whatever it was read from. */
function expectSound({ all, none, filters, understood, remarks }: Query): void {
  const phrases = [...all, ...none].flatMap(phrasesOf);
  for (const node of [...all, ...none]) if (node.kind !== 'phrase') expect(node.of.length).toBeGreaterThan(1);
  let parts = 0;
  for (const { words } of phrases) {
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) {
      parts += word.parts.length;
      expect(word.parts.join('')).toBe(word.joined);
      expect(word.parts).not.toContain('');
      expect(word.joined.length).toBeLessThanOrEqual(256);
      expect(word.written).not.toBe('');
    }
  }
  expect(parts).toBeLessThanOrEqual(200);
  expect(Object.values(filters).flat().length).toBeLessThanOrEqual(202);
  expect(inEnglish(understood)).toMatch(/^[A-Z][^\n]*\.$/u);
  expect(inEnglish(understood).length).toBeLessThan(20_000);
  expect(remarks.length).toBeLessThanOrEqual(8);
  for (const remark of remarks) expect(inEnglish(remark)).toMatch(/^[^\n]+\.$/u);
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
);
const bits = [
  'OR',
  'NOT',
  'NEAR',
  'NEAR/5',
  'AND',
  '-',
  '"',
  '“',
  '”',
  '«',
  '»',
  '|',
  '(',
  ')',
  '*',
  ':',
  '/',
  ' ',
  ' ',
  ' ',
  '\n',
].concat([
  'tag:',
  'in:',
  'from:',
  'to:',
  'lang:',
  'foo:',
  '2020',
  '-05',
  'notes',
  'minsk',
  'выборы',
  'ill-treatment',
  '’',
  '\ud800',
  '\u00a0',
  '1',
]);
const anyQuery = fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map((parts) => parts.join(''));
const changedQuery = fc
  .tuple(fc.constantFrom(...languageHelp), fc.nat(), fc.nat(6), fc.string({ unit: 'binary', maxLength: 4 }))
  .map(([{ example }, at, count, text]) => {
    const cut = at % (example.length + 1);
    return example.slice(0, cut) + text + example.slice(cut + count);
  });
const plainWord = fc.stringMatching(/^[a-zа-яў]{2,9}$/u);

describe('any query', () => {
  it('is read, and what it was taken for is told', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyQuery, changedQuery), fc.boolean(), (query, typing) => {
        expectSound(parseQuery(query, { typing }));
      }),
      { numRuns: 3000 },
    );
  });

  it('is read the same every time', () => {
    fc.assert(
      fc.property(anyQuery, fc.boolean(), (query, typing) => {
        expect(parseQuery(query, { typing })).toEqual(parseQuery(query, { typing }));
      }),
    );
  });

  it('has in quotation marks the words that the text in them has', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const inside = text.replace(/["“”„‟″＂*]/gu, ' ');
        const simple = wordsOf(inside).filter(({ span }) => span === 1);
        fc.pre(simple.length > 0 && simple.length < 20 && inside.length < 200);
        const { all, remarks } = parseQuery(`"${inside}"`, { typing: false });
        expect(all.flatMap(phrasesOf).flatMap(({ words }) => words.flatMap(({ parts }) => parts))).toEqual(
          simple.map(({ keys }) => keys[0]),
        );
        expect(remarks).toEqual([]);
      }),
    );
  });

  it('has the same words with and without quotation marks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(plainWord, { minLength: 1, maxLength: 8 }), (words) => {
        const text = words.join(' ');
        expect(showQuery(parseQuery(text, { typing: false }))).toEqual(words);
        expect(showQuery(parseQuery(`"${text}"`, { typing: false }))).toEqual([`"${text}"`]);
      }),
    );
  });

  it('does not depend on the order of words that must all match, nor on the space between them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(plainWord, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(' ', '  ', '\n', '\u00a0', ', '),
        (words, space) => {
          const forward = showQuery(parseQuery(words.join(space), { typing: false }));
          const backward = showQuery(parseQuery([...words].reverse().join(' '), { typing: false }));
          expect(forward.sort()).toEqual(backward.sort());
        },
      ),
    );
  });

  it('changes only its last word while it is typed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(plainWord, { minLength: 1, maxLength: 6 }), (words) => {
        const text = words.join(' ');
        expect(showQuery(parseQuery(text, { typing: true }))).toEqual([...words.slice(0, -1), `${words.at(-1)}*`]);
        expect(parseQuery(`${text} `, { typing: true })).toEqual(parseQuery(text, { typing: false }));
      }),
    );
  });
});

describe('a query of great length', () => {
  const length = 100_000;
  const long = [
    'a ',
    '"',
    '“',
    '«',
    '-',
    'a-',
    'a',
    'OR ',
    'a OR ',
    'a|',
    'NOT ',
    'a NEAR/5 ',
    'tag:',
    'tag:a ',
    'foo:bar ',
    '(',
    '*',
    '\ud800',
    "a'",
    '1,',
    '-\n',
    '\u00ad',
    'a\u00ad',
    'e\u0301',
    'Ω',
    '.',
    ' ',
    'x:',
    'from:2 ',
    '"a" ',
  ];

  it.each(long)('is answered: %j again and again', (bit) => {
    const query = bit.repeat(length / bit.length);
    for (const typing of [false, true]) expectSound(parseQuery(query, { typing }));
  });

  it('says that only its beginning was used', () => {
    const { all, remarks } = parseQuery(`${Array.from({ length: 1001 }, (_, at) => `w${at}`).join(' OR ')}`, {
      typing: false,
    });
    expect(all).toHaveLength(1);
    expect(all.flatMap(phrasesOf)).toHaveLength(200);
    expect(remarks.map(inEnglish).join()).toContain('at most 200 words');
  });

  it('is used whole up to 200 words', () => {
    const words = Array.from({ length: 200 }, (_, at) => `w${at}`).join(' ');
    expect(parseQuery(words, { typing: false })).toMatchObject({ remarks: [] });
    expect(parseQuery(`"${words} more"`, { typing: false }).remarks).toHaveLength(1);
  });

  it('is cut between words, and ends in no beginning of one', () => {
    const { all } = parseQuery(`"${'long '.repeat(30_000)}`, { typing: true });
    expect(
      all
        .flatMap(phrasesOf)
        .flatMap(({ words }) => words)
        .every(({ joined, isPrefix }) => joined === 'long' && !isPrefix),
    ).toBe(true);
  });

  it('searches a word without end by its beginning, and never half a character', () => {
    const { all } = parseQuery(`${'a'.repeat(255)}${'𐐨'.repeat(9)}`, { typing: false });
    expect(all.flatMap(phrasesOf)[0]?.words[0]).toMatchObject({ joined: 'a'.repeat(255), isPrefix: true });
  });

  it('searches a word of very many parts by its parts', () => {
    expect(showQuery(parseQuery('a-'.repeat(30), { typing: false }))).toHaveLength(1);
  });
});
