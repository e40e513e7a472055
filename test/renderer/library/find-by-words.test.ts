import { describe, expect, it } from 'vitest';
import { findByWords, foldAhead, type WordedSummary } from '../../../renderer/library/find-by-words.ts';

const said = <Value>(value: Value) => ({ value, basis: 'stated' as const, from: 'Itself.' });

function summary(title: string | null, publisher: string | null = null, name: string | null = null): WordedSummary {
  return {
    title: said(title),
    file: 'scan-17.pdf',
    publisher: said(publisher),
    people: said(name === null ? null : [{ name, role: '', as: 'speaker' as const }]),
  };
}

const all = [
  summary('Statement on “Belarus”', 'OSCE'),
  summary('Заява', 'Вясна', 'Алесь Бяляцкі'),
  summary('Café d’été', 'UN'),
  summary(null),
];
const found = (typed: string): number[] => findByWords(all, typed).map((one) => all.indexOf(one));

describe('finding statements by words', () => {
  it('gives all of them, the very same list, where nothing but blanks is typed', () => {
    expect(findByWords(all, ' \t')).toBe(all);
  });

  it('looks into titles, publishers, people and file names', () => {
    expect([found('belarus'), found('вясна'), found('бяляцкі'), found('scan-17')]).toEqual([
      [0],
      [1],
      [1],
      [0, 1, 2, 3],
    ]);
  });

  it('asks for every word, wherever it stands', () => {
    expect(found('osce statement')).toEqual([0]);
    expect(found('osce вясна')).toEqual([]);
  });

  it('makes nothing of case, accents and kinds of quotation marks', () => {
    expect([found('CAFE'), found('"belarus"'), found("d'ete")]).toEqual([[2], [0], [2]]);
  });

  it('takes what is typed for words and never for a pattern', () => {
    expect(found('.*')).toEqual([]);
  });
});

describe('reading words ahead', () => {
  it('goes on where it was, for as long as there is time', () => {
    let turns = 2;
    const at = foldAhead(all, 0, () => turns-- > 0);
    expect(at).toBe(2);
    expect(foldAhead(all, at, () => true)).toBe(all.length);
    expect(found('вясна')).toEqual([1]);
  });
});
