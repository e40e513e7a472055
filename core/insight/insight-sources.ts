import type { PlacedHighlight } from '../highlights/highlight.ts';
import { type StatementSummary, titleOf } from '../statements/statement.ts';
import type { Tag } from '../tags/tag.ts';

/** What the figures are drawn from. */
export interface InsightSources {
  /** All records of the collection, in reading order. */
  readonly summaries: readonly StatementSummary[];
  readonly tags: readonly Tag[];
  readonly highlights: readonly PlacedHighlight[];
}

/** A statement with its highlights, wherever they stand in it; `record` is `null` where the collection lacks it. */
export interface MarkedStatement {
  readonly id: string;
  readonly title: string;
  readonly record: StatementSummary | null;
  readonly highlights: readonly PlacedHighlight[];
}

/** The statements, those with most highlights first, else in reading order; those without a highlight too. */
export function markedStatements({ summaries, highlights }: InsightSources): MarkedStatement[] {
  const own = new Map<string, PlacedHighlight[]>(summaries.map(({ id }) => [id, []]));
  for (const highlight of highlights) {
    const list = own.get(highlight.statement);
    if (list) list.push(highlight);
    else own.set(highlight.statement, [highlight]);
  }
  const records = new Map(summaries.map((record) => [record.id, record]));
  return [...own]
    .map(([id, list]) => {
      const record = records.get(id) ?? null;
      return { id, title: record ? titleOf(record) : id, record, highlights: list };
    })
    .sort((a, b) => b.highlights.length - a.highlights.length);
}
