import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveItems } from '../../core/dossiers/arrange-items.ts';
import type { DossierItem } from '../../core/dossiers/dossier.ts';
import { dropMove, type Move, stepMove } from '../../renderer/dossiers/move-items.ts';

const itemsOf = (ids: string): DossierItem[] => [...ids].map((id) => ({ kind: 'text', id, text: id }));

const after = (ids: string, move: Move | null): string | null =>
  move &&
  moveItems(itemsOf(ids), new Set(move.items), move.at)
    .map(({ id }) => id)
    .join('');

const step = (ids: string, moved: string, by: 1 | -1): string | null =>
  after(ids, stepMove(itemsOf(ids), new Set(moved), by));

const drop = (ids: string, moved: string, index: number): string | null =>
  after(ids, dropMove(itemsOf(ids), new Set(moved), index));

describe('stepMove', () => {
  it('takes one item past the next, up or down', () => {
    expect(step('abcd', 'b', 1)).toBe('acbd');
    expect(step('abcd', 'b', -1)).toBe('bacd');
  });

  it('takes several past the next together, and gathers those that stood apart', () => {
    expect(step('abcd', 'ab', 1)).toBe('cabd');
    expect(step('abcde', 'bd', 1)).toBe('acebd');
    expect(step('abcde', 'bd', -1)).toBe('bdace');
  });

  it('says that nothing moves at the ends, and for items that are not there', () => {
    expect(step('abcd', 'a', -1)).toBeNull();
    expect(step('abcd', 'cd', 1)).toBeNull();
    expect(step('abcd', 'x', 1)).toBeNull();
  });

  it('is taken back by a step the other way where the items stood together', () => {
    fc.assert(
      fc.property(
        fc.nat(7),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(1 as const, -1 as const),
        (from, n, by) => {
          const ids = 'abcdefgh';
          const moved = ids.slice(from, from + n);
          const there = step(ids, moved, by);
          if (there !== null) expect(step(there, moved, by === 1 ? -1 : 1)).toBe(ids);
        },
      ),
    );
  });
});

describe('dropMove', () => {
  it('puts items before the one they are dropped on, and last where they are dropped after all', () => {
    expect(drop('abcd', 'd', 1)).toBe('adbc');
    expect(drop('abcd', 'a', 3)).toBe('bcad');
    expect(drop('abcd', 'ab', 4)).toBe('cdab');
  });

  it('says that nothing moves where they stand already', () => {
    expect(drop('abcd', 'b', 1)).toBeNull();
    expect(drop('abcd', 'b', 2)).toBeNull();
    expect(drop('abcd', 'bc', 2)).toBeNull();
  });
});
