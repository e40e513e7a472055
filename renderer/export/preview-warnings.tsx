import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ReportWarning } from '../../core/report/report.ts';

interface PreviewWarningsProps {
  readonly warnings: readonly ReportWarning[];
  readonly onJump: (number: number) => void;
}

/** How many excerpts of one kind can be jumped to. */
const jumpLimit = 8;

function WarningWords({ kind, count }: { readonly kind: ReportWarning['kind']; readonly count: number }): ReactNode {
  switch (kind) {
    case 'needs-review':
      return (
        <Plural
          value={count}
          one="# excerpt needs review; it is exported as it was marked."
          other="# excerpts need review; they are exported as they were marked."
        />
      );
    case 'orphaned':
      return (
        <Plural
          value={count}
          one="# excerpt is no longer in its statement; it is exported as it was marked."
          other="# excerpts are no longer in their statements; they are exported as they were marked."
        />
      );
    case 'omission-lost':
      return (
        <Plural
          value={count}
          one="In # place the words to leave out are not there any more: nothing is left out."
          other="In # places the words to leave out are not there any more: nothing is left out."
        />
      );
    case 'source-changed':
      return (
        <Plural
          value={count}
          one="# excerpt is from a statement whose text has changed: check its words."
          other="# excerpts are from statements whose text has changed: check their words."
        />
      );
    case 'source-missing':
      return (
        <Plural
          value={count}
          one="# excerpt is from a statement whose text is missing or cannot be read."
          other="# excerpts are from statements whose text is missing or cannot be read."
        />
      );
    case 'deleted-highlight':
      return (
        <Plural
          value={count}
          one="The highlight of # excerpt was deleted: it is not exported."
          other="The highlights of # excerpts were deleted: they are not exported."
        />
      );
  }
}

/** What is not as its user may expect, and the way to each excerpt concerned. */
export function PreviewWarnings({ warnings, onJump }: PreviewWarningsProps): ReactNode {
  const { t } = useLingui();
  const kinds = [...new Set(warnings.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  return (
    <ul className="preview-warnings" aria-label={t`To know before exporting`}>
      {kinds.map((kind) => {
        const here = warnings.filter((warning) => warning.kind === kind);
        const numbers = [...new Set(here.flatMap(({ number }) => number ?? []))];
        return (
          <li key={kind} className="preview-warning">
            <WarningWords kind={kind} count={here.length} />{' '}
            {numbers.slice(0, jumpLimit).map((number) => (
              <button key={number} type="button" className="link-button" onClick={() => onJump(number)}>
                <Trans>Show {number}</Trans>
              </button>
            ))}
            {numbers.length > jumpLimit ? (
              <span>
                <Trans>and {numbers.length - jumpLimit} more</Trans>
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
