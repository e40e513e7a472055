import type { StatementSummary } from '../statements/statement.ts';
import type { Excerpt } from './excerpt.ts';

/** What every export format is written from. */
export interface ExportContent {
  readonly excerpts: readonly Excerpt[];
  /** The catalogue's records, at least of the statements quoted. */
  readonly summaries: readonly StatementSummary[];
  /** When the export is made, ISO 8601 in UTC. */
  readonly exportedAt: string;
}

/** One source of an export: a statement in one state of its bytes. */
export interface ExportSource {
  readonly statement: string;
  readonly title: string;
  readonly publisher: string;
  /** EDTF; empty where unknown. */
  readonly date: string;
  /** Its file in the collection; empty where the collection does not hold it. */
  readonly file: string;
  readonly sha256: string;
}

/** The sources of `excerpts` in the order they are first quoted. A statement quoted in two states of its bytes is two. */
export function listSources({ excerpts, summaries }: ExportContent): ExportSource[] {
  const sources = new Map<string, ExportSource>();
  for (const { statement, title, publisher, date, sha256 } of excerpts) {
    const file = summaries.find(({ id }) => id === statement)?.file ?? '';
    const key = `${statement} ${sha256}`;
    if (!sources.has(key)) sources.set(key, { statement, title, publisher, date, file, sha256 });
  }
  return [...sources.values()];
}
