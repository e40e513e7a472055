import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterHighlights } from '../../../core/excerpts/filter-highlights.ts';
import { heatMapOf } from '../../../core/insight/heat-map.ts';
import { statementOf } from '../search/statements-for-search.ts';
import { anySources, marked, treeOfTags } from './any-sources.ts';

const all = { hasSubTags: true, rows: Number.POSITIVE_INFINITY, columns: Number.POSITIVE_INFINITY };

describe('the heat map', () => {
  const statements = ['one', 'two', 'three'].map((id) => statementOf(id, 'Some words that are marked.'));
  const [one, two] = statements;
  if (!one || !two) throw new Error('two statements');
  const sources = {
    summaries: statements.map(({ summary }) => summary),
    tags: treeOfTags,
    highlights: [
      marked(one, 0, 4, ['cells']),
      marked(two, 0, 4, ['detention', 'cells']),
      marked(two, 5, 9, ['torture']),
      marked(two, 5, 10, ['arrest']),
      marked(two, 5, 11, []),
    ],
  };

  it('counts a sub-tag in those above it, once for each highlight, and puts the largest first', () => {
    const { rows, columns, cells, most } = heatMapOf(sources, all);
    expect(rows.map(({ id }) => id)).toEqual(['two', 'one']);
    expect(columns.map((column) => column?.path ?? '')).toEqual([
      'detention',
      'detention/conditions',
      'detention/conditions/cells',
      'detention/arrest',
      'torture',
      '',
    ]);
    expect(cells.filter(({ row }) => row === 0).map(({ count }) => count)).toEqual([2, 1, 1, 1, 1, 1]);
    expect(cells.filter(({ row }) => row === 1).map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(most).toBe(2);
  });

  it('folds sub-tags into the tags at the top', () => {
    const { columns, cells } = heatMapOf(sources, { ...all, hasSubTags: false });
    expect(columns.map((column) => column?.path ?? '')).toEqual(['detention', 'torture', '']);
    expect(cells.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
  });

  it('shows what has most highlights where not all is wanted, never a sub-tag without its tag, and says how much more there is', () => {
    const { rows, columns, moreRows, moreColumns, most } = heatMapOf(sources, {
      hasSubTags: true,
      rows: 1,
      columns: 2,
    });
    expect(rows.map(({ id }) => id)).toEqual(['two']);
    expect(columns.map((column) => column?.path ?? '')).toEqual(['detention', 'detention/conditions', '']);
    expect([moreRows, moreColumns, most]).toEqual([1, 3, 2]);
  });

  it('is empty where nothing is highlighted', () => {
    expect(heatMapOf({ ...sources, highlights: [] }, all)).toEqual({
      rows: [],
      columns: [],
      cells: [],
      most: 0,
      moreRows: 0,
      moreColumns: 0,
    });
  });

  it('leads from every cell to just the excerpts that it counts', () => {
    fc.assert(
      fc.property(anySources, fc.boolean(), (any, hasSubTags) => {
        const { cells, most } = heatMapOf(any, { ...all, hasSubTags });
        for (const { count, filter } of cells)
          expect(filterHighlights(any.highlights, filter, any)).toHaveLength(count);
        expect(Math.max(0, ...cells.map(({ count }) => count))).toBe(most);
      }),
    );
  });

  it('has a cell for every highlight', () => {
    fc.assert(
      fc.property(anySources, fc.boolean(), (any, hasSubTags) => {
        const { cells } = heatMapOf(any, { ...all, hasSubTags });
        const reached = cells.flatMap(({ filter }) => filterHighlights(any.highlights, filter, any));
        expect(new Set(reached)).toEqual(new Set(any.highlights));
      }),
    );
  });
});
