import { type ExcerptFilter, everyExcerpt } from '../excerpts/excerpt-filter.ts';
import type { PlacedHighlight } from '../highlights/highlight.ts';
import { type InsightSources, type MarkedStatement, markedStatements } from './insight-sources.ts';
import { largestTags, type MarkedTag, markedTags, type TagChoice } from './marked-tags.ts';

/** How much of the heat map is wanted: the statements and tags with most highlights. */
export interface HeatMapChoice extends TagChoice {
  readonly rows: number;
  readonly columns: number;
}

/** The highlights of one statement with one tag, or with none where `tag` is `null`; `filter` lets just these through. */
export interface HeatCell {
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly statement: MarkedStatement;
  readonly tag: MarkedTag | null;
  readonly count: number;
  readonly filter: ExcerptFilter;
}

/** Highlights by statement (rows) and tag (columns). A column that is `null` is for highlights without a tag. */
export interface HeatMap {
  readonly rows: readonly MarkedStatement[];
  readonly columns: readonly (MarkedTag | null)[];
  /** Those with a highlight at least, row by row. */
  readonly cells: readonly HeatCell[];
  /** The largest count of all cells, those that are not wanted too; 0 without cells. */
  readonly most: number;
  readonly moreRows: number;
  readonly moreColumns: number;
}

function cellsOf(rows: readonly MarkedStatement[], columns: readonly (MarkedTag | null)[]): HeatCell[] {
  const columnsOf = new Map<PlacedHighlight, number[]>();
  columns.forEach((tag, column) => {
    for (const highlight of tag?.highlights ?? []) {
      const known = columnsOf.get(highlight);
      if (known) known.push(column);
      else columnsOf.set(highlight, [column]);
    }
  });
  const untagged = columns.indexOf(null);
  return rows.flatMap((statement, row) => {
    const counts = new Map<number, number>();
    for (const highlight of statement.highlights) {
      const own = highlight.tags.length === 0 && untagged !== -1 ? [untagged] : (columnsOf.get(highlight) ?? []);
      for (const column of own) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    return [...counts]
      .sort(([a], [b]) => a - b)
      .map(([column, count]): HeatCell => {
        const tag = columns[column] ?? null;
        const chosen = tag ? { tags: [tag.tag.id] } : { untagged: true };
        const filter = { ...everyExcerpt, statements: [statement.id], ...chosen };
        return { row, column, statement, tag, count, filter };
      });
  });
}

/** Counts the highlights of each statement by tag. Statements and tags without a highlight are left out. */
export function heatMapOf(sources: InsightSources, choice: HeatMapChoice): HeatMap {
  const statements = markedStatements(sources).filter(({ highlights }) => highlights.length > 0);
  const marked = markedTags(sources, choice);
  const last = sources.highlights.some(({ tags }) => tags.length === 0) ? [null] : [];
  const rows = statements.slice(0, choice.rows);
  const shown = largestTags(marked, choice.columns);
  return {
    rows,
    columns: [...shown, ...last],
    cells: cellsOf(rows, [...shown, ...last]),
    most: cellsOf(statements, [...marked, ...last]).reduce((most, { count }) => Math.max(most, count), 0),
    moreRows: statements.length - rows.length,
    moreColumns: marked.length - shown.length,
  };
}
