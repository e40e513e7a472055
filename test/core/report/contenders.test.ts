import { describe, expect, it } from 'vitest';
import { createContenders } from '../../../core/report/contenders.ts';
import type { TextWord } from '../../../core/report/extend-name.ts';
import type { NameHit } from '../../../core/report/name-index.ts';
import { readWithheldName } from '../../../core/report/withheld-name.ts';

const given = (at: number): string => `A${'bcdefghij'.charAt(at % 9)}${'x'.repeat(at)}`;
const names = Array.from({ length: 200 }, (_, at) => readWithheldName(`${given(at)} Lukashenko`));
const hits = names.map((_, person): NameHit => ({ person, role: 'surname', isSpelt: true, isFaint: false }));
const wordsOf = (written: readonly string[]): TextWord[] =>
  written.map((word, at) => {
    const person = names.findIndex((_, other) => given(other) === word);
    const own: NameHit[] = person === -1 ? [] : [{ person, role: 'companion', isSpelt: true, isFaint: false }];
    return { start: 10 * at, end: 10 * at + word.length, written: word, hits: word === 'Lukashenko' ? hits : own };
  });

describe('of many people with one surname', () => {
  const contenders = createContenders(names);

  it('one is looked at where nothing stands beside it, one more for each name or initial', () => {
    expect(contenders(wordsOf(['said', 'Lukashenko', 'today']), 1, 1, hits)).toHaveLength(1);
    expect(contenders(wordsOf(['A', 'Lukashenko']), 1, 1, hits)).toHaveLength(1);
    const beside = contenders(wordsOf([given(3), 'Lukashenko', given(150)]), 1, 1, hits);
    expect(beside.map(({ person }) => person).sort((a, b) => a - b)).toEqual([0, 3, 150]);
  });

  it('all are looked at where they are few', () => {
    const two = hits.slice(0, 2);
    expect(contenders(wordsOf(['Lukashenko']), 0, 0, two)).toEqual(two);
  });
});
