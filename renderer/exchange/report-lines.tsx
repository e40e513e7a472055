import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ReportLine } from '../../core/exchange/incoming.ts';

interface ReportLinesProps {
  readonly lines: readonly (Pick<ReportLine, 'outcome' | 'item'> & { readonly words: string })[];
  /** Whether they are out of sight until they are asked for. */
  readonly isFolded: boolean;
}

/** The lines of a report: of each thing what became of it, and why. */
export function ReportLines({ lines, isFolded }: ReportLinesProps): ReactNode {
  const { t } = useLingui();
  const outcomes: Readonly<Record<ReportLine['outcome'], string>> = {
    refused: t`Refused`,
    changed: t`Changed`,
    taken: t`Taken`,
  };
  if (lines.length === 0) return null;
  const list = (
    <ul className="report-lines">
      {lines.map(({ outcome, item, words }, at) => (
        // Two lines may be the same; the place in the report is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: a report is shown as it stands
        <li key={at} className="report-line" data-testid="report-line" data-outcome={outcome}>
          <span className="report-outcome">{outcomes[outcome]}</span>{' '}
          <span>
            {words} {item === '' ? null : <span className="faint report-item">{item}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
  if (!isFolded) return list;
  return (
    <details>
      <summary>
        <Trans>Show the lines</Trans>
      </summary>
      {list}
    </details>
  );
}
