import { compareDates } from '../excerpts/date-span.ts';
import { type InsightSources, type MarkedStatement, markedStatements } from './insight-sources.ts';
import { type TimeSpan, timeSpanOf } from './time-span.ts';

/** A statement on the time line; `date` is EDTF. */
export interface DatedStatement extends MarkedStatement {
  readonly date: string;
  readonly span: TimeSpan;
}

/** The statements of the collection by date. */
export interface TimeLine {
  /** Earlier first. */
  readonly dated: readonly DatedStatement[];
  /** Without a date, or with one that is not EDTF, in reading order. */
  readonly undated: readonly MarkedStatement[];
  /** How many statements are not among them. */
  readonly more: number;
}

/** The `limit` statements with most highlights, by date. Highlights of statements that the collection lacks are left out. */
export function timeLineOf(sources: InsightSources, limit: number): TimeLine {
  const known = markedStatements(sources).filter(({ record }) => record !== null);
  const shown = known.slice(0, limit);
  const dated: DatedStatement[] = [];
  const undated: MarkedStatement[] = [];
  for (const statement of shown) {
    const date = statement.record?.date.value ?? null;
    const span = date === null ? null : timeSpanOf(date);
    if (date === null || span === null) undated.push(statement);
    else dated.push({ ...statement, date, span });
  }
  const rank = new Map(sources.summaries.map(({ id }, index) => [id, index]));
  const inOrder = (a: MarkedStatement, b: MarkedStatement): number => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0);
  return {
    dated: dated.sort((a, b) => compareDates(a.date, b.date) || inOrder(a, b)),
    undated: undated.sort(inOrder),
    more: known.length - shown.length,
  };
}
