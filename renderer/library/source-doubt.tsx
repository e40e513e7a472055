import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Fixity } from '../../core/statements/statement.ts';

interface SourceDoubtProps {
  /** What the text of the statement was found to be; nothing is shown where it is whole, or not in the library. */
  readonly fixity: Fixity | null | undefined;
}

/** Says of an excerpt that the text it was taken from is not the one that was catalogued. */
export function SourceDoubt({ fixity }: SourceDoubtProps): ReactNode {
  if (!fixity || fixity === 'verified') return null;
  return (
    <p className="bad" data-testid="source-doubt">
      {fixity === 'changed' ? (
        <Trans>The text of its statement has changed: check the words before they are cited.</Trans>
      ) : (
        <Trans>The text of its statement is missing or cannot be read.</Trans>
      )}
    </p>
  );
}
