import { describe, expect, it } from 'vitest';
import { foldTags } from '../../../core/exchange/fold-tags.ts';
import type { TagRecord } from '../../../core/exchange/work.ts';

const count = 20_000;

const record = (name: string, parent: string | null): TagRecord => ({
  lives: 1,
  since: '',
  fields: { name: { value: name, at: '' }, parent: { value: parent, at: '' } },
});

const idOf = (at: number): string => `tag ${String(at).padStart(5, '0')}`;
const fold = (make: (at: number) => TagRecord) =>
  foldTags(Object.fromEntries(Array.from({ length: count }, (_, at) => [idOf(at), make(at)])));

describe('foldTags', () => {
  it('gives each of as many tags as a file may have a name of its own, also where all are called the same', () => {
    const names = new Set([...fold(() => record('torture', null)).values()].map(({ name }) => name));
    expect(names.size).toBe(count);
    expect(names).toContain(`torture (${count})`);
  });

  it('takes a chain of them apart', () => {
    const tags = fold((at) => record('torture', at === 0 ? null : idOf(at - 1)));
    expect(tags.get(idOf(1))?.parent).toBe(idOf(0));
    expect([...tags.values()].filter(({ parent }) => parent === null)).toHaveLength(Math.ceil(count / 12));
  });

  it('opens a circle of them at the first, however long the way there is', () => {
    const tags = fold((at) =>
      record('torture', at < count / 2 ? idOf(at + 1) : idOf(at === count - 1 ? count / 2 : at + 1)),
    );
    expect(tags.get(idOf(count / 2))?.parent).toBeNull();
    expect(tags.get(idOf(count - 1))?.parent).toBe(idOf(count / 2));
  });
});
