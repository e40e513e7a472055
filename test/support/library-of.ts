import type { Statement } from '../../core/statements/statement.ts';
import type { LibraryParts } from '../../electron/services/library/library.ts';

/** Statements by their ids, as a library has them. */
export const byId = (statements: readonly Statement[]): ReadonlyMap<string, Statement> =>
  new Map(statements.map((statement) => [statement.summary.id, statement]));

/** Statements as they go to a thread, of a workspace without any of its own. */
export const partsOf = (statements: readonly Statement[]): LibraryParts => ({
  statements,
  own: [],
  place: { folder: '/nowhere', key: null },
});
