import type { KnownSource } from '../../../core/exchange/incoming.ts';
import { type Statement, titleOf } from '../../../core/statements/statement.ts';
import type { Library } from '../library/library.ts';
import { StatementGoneError } from '../library/statement-gone-error.ts';

/** The text as it is now; empty where it cannot be had. */
function textOf(statement: Statement): string {
  try {
    return statement.text;
  } catch (error) {
    if (error instanceof StatementGoneError) return '';
    throw error;
  }
}

/** The statements that incoming highlights are anchored in. The text of one is read when it is asked for. */
export function knownSources(library: Pick<Library, 'statements' | 'own'>): KnownSource[] {
  return [...library.statements.values()].map((statement): KnownSource => {
    const { summary, sha256 } = statement;
    const versions = library.own(summary.id)?.versions;
    return {
      id: summary.id,
      sha256,
      title: titleOf(summary),
      get text() {
        return textOf(statement);
      },
      ...(versions && { earlier: versions.map(({ text }) => text.sha256) }),
    };
  });
}
