import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExcerptGroup } from '../../core/excerpts/group-highlights.ts';
import {
  type ExcerptRow,
  excerptsBetween,
  listExcerptRows,
  stepThroughExcerpts,
} from '../../renderer/excerpts/list-excerpt-rows.ts';
import { anchorHighlight, generateHighlights } from '../bench/generate-highlights.ts';
import { seededRandom } from '../bench/seeded-random.ts';

const text =
  'There are at least 1,486 political prisoners in Belarus, and torture is used regularly against them. '.repeat(60);
const highlights = generateHighlights({ id: 'one', text, source: '0'.repeat(64) }, 12, seededRandom(1)).map(
  anchorHighlight,
);

/** Groups of the highlights with these numbers; the same one may stand in several. */
const groupsOf = (members: readonly (readonly number[])[]): ExcerptGroup[] =>
  members.map((numbers, index) => ({
    key: `tag:${index}`,
    of: 'tag',
    value: `${index}`,
    highlights: numbers.flatMap((at) => highlights[at] ?? []),
  }));

const anyGroups = fc
  .array(fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 12 }), { maxLength: 6 })
  .map(groupsOf);

const idsOf = (rows: readonly ExcerptRow[]): string[] =>
  rows.flatMap((row) => (row.kind === 'excerpt' ? row.highlight.id : []));

describe('listExcerptRows', () => {
  it('puts a heading before the excerpts of each group, and none where nothing is grouped', () => {
    const rows = listExcerptRows(groupsOf([[0, 1], [1]]));
    expect(rows.map(({ kind }) => kind)).toEqual(['heading', 'excerpt', 'excerpt', 'heading', 'excerpt']);
    const flat = listExcerptRows([{ key: 'none', of: 'none', value: null, highlights }]);
    expect(flat.map(({ kind }) => kind)).toEqual(highlights.map(() => 'excerpt'));
  });

  it('keeps every excerpt in order, counts them from 1, and gives each row a key of its own', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const rows = listExcerptRows(groups);
        expect(idsOf(rows)).toEqual(groups.flatMap((group) => group.highlights.map(({ id }) => id)));
        expect(rows.flatMap((row) => (row.kind === 'excerpt' ? row.position : []))).toEqual(
          idsOf(rows).map((_, at) => at + 1),
        );
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
    );
  });
});

describe('excerptsBetween', () => {
  it('gives the same from either end, with both ends and without headings', () => {
    const rows = listExcerptRows(
      groupsOf([
        [0, 1],
        [2, 3],
      ]),
    );
    const [, first, , , last] = rows.map(({ key }) => key);
    expect(idsOf(excerptsBetween(rows, first ?? '', last ?? ''))).toEqual(['h0', 'h1', 'h2']);
    expect(excerptsBetween(rows, last ?? '', first ?? '')).toEqual(excerptsBetween(rows, first ?? '', last ?? ''));
  });

  it('is empty where an end is not in the list any more', () => {
    const rows = listExcerptRows(groupsOf([[0, 1]]));
    expect(excerptsBetween(rows, 'gone', rows[1]?.key ?? '')).toEqual([]);
  });
});

describe('stepThroughExcerpts', () => {
  it('goes over headings, and stops at the first and the last excerpt', () => {
    const rows = listExcerptRows(groupsOf([[0, 1], [2]]));
    expect(stepThroughExcerpts(rows, 2, 1)).toBe(4);
    expect(stepThroughExcerpts(rows, 4, -1)).toBe(2);
    expect(stepThroughExcerpts(rows, 4, 10)).toBe(4);
    expect(stepThroughExcerpts(rows, 2, -10)).toBe(1);
    expect(stepThroughExcerpts(rows, -1, 1)).toBe(1);
    expect(stepThroughExcerpts(rows, rows.length, -1)).toBe(4);
    expect(stepThroughExcerpts([], -1, 1)).toBe(-1);
  });

  it('comes back by as many steps as it went, unless it met an end', () => {
    fc.assert(
      fc.property(anyGroups, fc.nat(), fc.integer({ min: 1, max: 5 }), (groups, seed, steps) => {
        const rows = listExcerptRows(groups);
        const places = rows.flatMap((row, index) => (row.kind === 'excerpt' ? index : []));
        const at = places[seed % Math.max(1, places.length)];
        if (at === undefined) return;
        const there = stepThroughExcerpts(rows, at, steps);
        expect(places.indexOf(there)).toBe(Math.min(places.length - 1, places.indexOf(at) + steps));
        if (places.indexOf(at) + steps < places.length) expect(stepThroughExcerpts(rows, there, -steps)).toBe(at);
      }),
    );
  });
});
