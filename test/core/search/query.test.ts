import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../core/search/query.ts';

const terms = (query: string, typing = false): string[] =>
  parseQuery(query, typing).terms.map(({ words }) =>
    words.map(({ parts, isPrefix }) => parts.join('-') + (isPrefix ? '*' : '')).join(' '),
  );

describe('a query', () => {
  it.each([
    ['words', 'Moscow  mechanism', ['moscow', 'mechanism']],
    ['words between non-breaking spaces', 'Moscow\u00a0Mechanism', ['moscow', 'mechanism']],
    ['a phrase in straight marks', 'report "human rights"', ['report', 'human rights']],
    ['a phrase in curly marks', '“human rights” report', ['human rights', 'report']],
    ['a phrase that is never closed', 'report “human rights', ['report', 'human rights']],
    ['a beginning', 'elect* fraud', ['elect*', 'fraud']],
    ['a hyphenated word', 'ill-treatment', ['ill-treatment']],
    ['a hyphenated beginning', 'ill-treat*', ['ill-treat*']],
    ['a word said twice', 'vote VOTE vote', ['vote']],
    ['a possessive', 'Lukashenka’s', ["lukashenka's"]],
    ['punctuation only', ' .*? "" “” — * ', []],
    ['nothing', '', []],
  ])('reads %s', (_, query, expected) => {
    expect(terms(query)).toEqual(expected);
  });

  it('takes the last word for a beginning only while it is being typed', () => {
    expect(terms('free elec', true)).toEqual(['free', 'elec*']);
    expect(terms('free elec ', true)).toEqual(['free', 'elec']);
    expect(terms('"free elec', true)).toEqual(['free elec*']);
    expect(terms('"free elec"', true)).toEqual(['free elec']);
  });

  it('is made of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.boolean(), (query, typing) => {
        for (const { words } of parseQuery(query, typing).terms) expect(words.length).toBeGreaterThan(0);
      }),
    );
  });
});
