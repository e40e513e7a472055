import type { StatementSummary } from '../../core/statements/statement.ts';

/** The maps that were made, for as long as their lists are there. */
const known = new WeakMap<readonly StatementSummary[], ReadonlyMap<string, StatementSummary>>();

/** Statements by their ids: made once for a list, since each row of a long one asks for one of thousands. */
export function statementsById(statements: readonly StatementSummary[]): ReadonlyMap<string, StatementSummary> {
  const there = known.get(statements);
  if (there) return there;
  const made = new Map(statements.map((summary) => [summary.id, summary]));
  known.set(statements, made);
  return made;
}
