import { describe, expect, it } from 'vitest';
import type { ExcerptGrouping } from '../../../core/excerpts/excerpt-filter.ts';
import { groupHighlights } from '../../../core/excerpts/group-highlights.ts';
import { initialTags } from '../../../core/tags/tag.ts';
import { hardSources } from '../export/hard-excerpts.ts';

const sources = hardSources();
const { highlights } = sources;
const [torture = '', detention = ''] = initialTags.map(({ id }) => id);

const sizes = (groupBy: ExcerptGrouping, from = sources): (readonly [string | null, number])[] =>
  groupHighlights(from.highlights, groupBy, from).map(({ value, highlights: group }) => [value, group.length] as const);

describe('groups of highlights', () => {
  it('are one of all, where they are not grouped, and none of none', () => {
    expect(groupHighlights(highlights, 'none', sources)).toEqual([
      { key: 'none', of: 'none', value: null, highlights },
    ]);
    for (const groupBy of ['none', 'tag', 'statement', 'date'] as const) {
      expect(groupHighlights([], groupBy, sources)).toEqual([]);
    }
  });

  it('are by statement in the order of the collection, those it does not hold last', () => {
    expect(sizes('statement')).toEqual([
      ['hard', 7],
      ['plain', 2],
    ]);
    expect(sizes('statement', { ...sources, summaries: [...sources.summaries].reverse() })).toEqual([
      ['plain', 2],
      ['hard', 7],
    ]);
    expect(sizes('statement', { ...sources, summaries: sources.summaries.slice(1) })).toEqual([
      ['plain', 2],
      ['hard', 7],
    ]);
  });

  it('are by tag in the order of the tree, one with several under each, and those without last', () => {
    expect(sizes('tag')).toEqual([
      [torture, 2],
      [detention, 3],
      [null, 5],
    ]);
    const tags = initialTags.map((tag) => (tag.id === torture ? { ...tag, parent: detention } : tag));
    expect(sizes('tag', { ...sources, tags }).map(([value]) => value)).toEqual([detention, torture, null]);
    expect(sizes('tag', { ...sources, tags: tags.slice(1) }).map(([value]) => value)).toEqual([
      detention,
      torture,
      null,
    ]);
  });

  it('are by date as time goes, those without last', () => {
    expect(sizes('date')).toEqual([
      ['2020-11-05', 2],
      ['2023-05?', 7],
    ]);
    const undated = sources.summaries.map((summary) =>
      summary.id === 'plain' ? { ...summary, date: { ...summary.date, value: null } } : summary,
    );
    expect(sizes('date', { ...sources, summaries: undated }).map(([value]) => value)).toEqual(['2023-05?', null]);
  });

  it('keep the order within, have keys of their own, and lose and add nothing', () => {
    for (const groupBy of ['tag', 'statement', 'date', 'none'] as const) {
      const groups = groupHighlights(highlights, groupBy, sources);
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      for (const group of groups) {
        expect(group.highlights).toEqual(highlights.filter((highlight) => group.highlights.includes(highlight)));
      }
      expect(new Set(groups.flatMap((group) => group.highlights))).toEqual(new Set(highlights));
    }
  });
});
