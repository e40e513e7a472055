import type { OwnStatement, StatementVersion } from '../../../core/statements/own-statement.ts';
import type { Fixity, StatementSummary } from '../../../core/statements/statement.ts';

/** What is known of a statement of the workspace, as one of its versions is read; `fixity` is what its text was found to be. */
export function summaryOf(
  { versions, added, modified, ...record }: OwnStatement,
  { original, text, format, encoding }: StatementVersion,
  fixity: Fixity,
): StatementSummary {
  return {
    ...record,
    file: original.name,
    bytes: original.bytes,
    sha256: text.sha256,
    fixity,
    words: text.words,
    own: {
      format,
      encoding,
      original: original.sha256,
      added,
      modified,
      versions: versions.map((version) => ({
        added: version.added,
        sha256: version.text.sha256,
        name: version.original.name,
      })),
    },
  };
}
