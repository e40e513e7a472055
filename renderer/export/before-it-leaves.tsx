import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import type { Report } from '../../core/report/report.ts';
import type { ReportSelection } from '../../core/report/report-request.ts';
import { SwitchField } from '../controls/switch-field.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { AuthorChoice } from './author-choice.tsx';
import { useExporting } from './export-provider.tsx';
import { isReferences, mayHaveRecordBeside } from './format-kinds.ts';
import { selectedHighlights } from './selected-highlights.ts';
import { WithheldNames } from './withheld-names.tsx';

interface BeforeItLeavesProps {
  readonly selection: ReportSelection;
  /** The marks of the names, as the preview found them; `null` until it is up to date. */
  readonly found: Report['withheld'] | null;
}

/** What may go out and what may not: notes, the user's name, the names of others, and the record for programs. */
export function BeforeItLeaves({ selection, found }: BeforeItLeavesProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const { choices, choose } = useExporting();
  const notes = useMemo(
    () => selectedHighlights(session, selection).filter(({ note }) => note !== ''),
    [session, selection],
  );
  const privateCount = notes.filter(({ isNotePrivate }) => isNotePrivate).length;
  const hasExcerpts = !isReferences(choices.format);
  return (
    <section className="choices" aria-labelledby="export-leaves">
      <h3 id="export-leaves" className="pane-label">
        <Trans>Before it leaves</Trans>
      </h3>
      {hasExcerpts ? (
        <>
          <SwitchField
            label={t`Include my notes`}
            isOn={choices.hasNotes}
            onChange={(hasNotes) => choose({ hasNotes })}
          />
          <p className="pane-hint choice-detail">
            <Plural
              value={privateCount}
              _0={notes.length === 0 ? t`There is no note here.` : t`None is private. Private notes never leave.`}
              one="Private notes never leave: # is left out."
              other="Private notes never leave: # are left out."
            />
          </p>
          <AuthorChoice isOn={choices.hasAuthor} onChange={(hasAuthor) => choose({ hasAuthor })} />
        </>
      ) : null}
      <WithheldNames
        names={choices.withheld}
        onNames={(withheld) => choose({ withheld: [...withheld] })}
        found={found}
      />
      {mayHaveRecordBeside(choices.format) ? (
        <>
          <SwitchField
            label={t`JSON record beside it`}
            isOn={choices.hasRecord}
            onChange={(hasRecord) => choose({ hasRecord })}
          />
          <p className="pane-hint choice-detail">
            <Trans>A second file, by which each quotation can be checked against its source later.</Trans>
          </p>
        </>
      ) : null}
    </section>
  );
}
