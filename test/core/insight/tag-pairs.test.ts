import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterHighlights } from '../../../core/excerpts/filter-highlights.ts';
import { tagPairsOf } from '../../../core/insight/tag-pairs.ts';
import { statementOf } from '../search/statements-for-search.ts';
import { anySources, marked, treeOfTags } from './any-sources.ts';

const all = { hasSubTags: true, limit: Number.POSITIVE_INFINITY };

describe('tags that occur together', () => {
  const one = statementOf('one', 'Some words that are marked.');
  const sources = {
    summaries: [one.summary],
    tags: treeOfTags,
    highlights: [
      marked(one, 0, 4, ['torture', 'cells']),
      marked(one, 0, 5, ['torture', 'detention']),
      marked(one, 0, 6, ['arrest', 'cells']),
      marked(one, 0, 7, ['elections']),
    ],
  };

  it('are counted by twos, a sub-tag in those above it, without those that never meet another', () => {
    const { tags, pairs, most } = tagPairsOf(sources, all);
    expect(tags.map(({ tag }) => tag.id)).toEqual(['detention', 'conditions', 'cells', 'arrest', 'torture']);
    expect(pairs.map(({ one: a, other: b, count }) => [a.tag.id, b.tag.id, count])).toEqual([
      ['conditions', 'arrest', 1],
      ['cells', 'arrest', 1],
      ['detention', 'torture', 2],
      ['conditions', 'torture', 1],
      ['cells', 'torture', 1],
    ]);
    expect(most).toBe(2);
  });

  it('are no tag with one above it', () => {
    const { tags, kin } = tagPairsOf(sources, all);
    expect(kin.map(({ row, column }) => [tags[column]?.tag.id, tags[row]?.tag.id])).toEqual([
      ['detention', 'conditions'],
      ['detention', 'cells'],
      ['conditions', 'cells'],
      ['detention', 'arrest'],
    ]);
  });

  it('lead to just the excerpts that they count, and miss no two tags of a highlight', () => {
    fc.assert(
      fc.property(anySources, fc.boolean(), (any, hasSubTags) => {
        const { pairs, tags, kin } = tagPairsOf(any, { ...all, hasSubTags });
        for (const { count, filter, row, column } of pairs) {
          expect(filterHighlights(any.highlights, filter, any)).toHaveLength(count);
          expect(column).toBeLessThan(row);
        }
        const counted = pairs.reduce((sum, { count }) => sum + count, 0);
        const isKin = (row: number, column: number) => kin.some((pair) => pair.row === row && pair.column === column);
        const together = tags.flatMap((other, row) =>
          tags.slice(0, row).flatMap((first, column) => {
            if (isKin(row, column)) return [];
            return first.highlights.filter((highlight) => other.highlights.includes(highlight));
          }),
        );
        expect(together).toHaveLength(counted);
      }),
    );
  });

  it('are those with most highlights where not all are wanted', () => {
    const { tags, pairs, moreTags } = tagPairsOf(sources, { hasSubTags: true, limit: 2 });
    expect(tags.map(({ tag }) => tag.id)).toEqual(['detention', 'conditions']);
    expect(pairs).toEqual([]);
    expect(moreTags).toBe(3);
  });
});
