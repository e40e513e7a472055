import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import { type StatementSummary, titleOf } from '../../core/statements/statement.ts';
import { CatalogueTable } from '../reader/catalogue-table.tsx';
import { useAttest } from '../state/use-attest.tsx';
import type { HeldDraft } from './catalogue-place.ts';
import { RecordEditor } from './record-editor.tsx';

interface RecordPanelProps {
  /** The statements that are selected, in the order of the library. */
  readonly selected: readonly StatementSummary[];
  /** Changes that have not been made yet; they stay with their statements, whatever is selected meanwhile. */
  readonly held: HeldDraft | null;
  readonly onHeld: (held: HeldDraft | null) => void;
  readonly onOpen: (statement: string) => void;
}

/** The record of the selected statement, or what the records of several say, to be changed. */
export function RecordPanel({ selected, held, onHeld, onOpen }: RecordPanelProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const about = useMemo(() => {
    if (!held) return selected;
    const ids = new Set(held.statements);
    return session.statements.filter(({ id }) => ids.has(id));
  }, [held, selected, session.statements]);
  const own = useMemo(() => about.filter((summary) => summary.own), [about]);
  const bundled = about.length - own.length;
  const [first] = about;
  const isElsewhere = useMemo(() => {
    if (!held) return false;
    const ids = new Set(selected.map(({ id }) => id));
    return ids.size !== held.statements.length || held.statements.some((id) => !ids.has(id));
  }, [held, selected]);
  if (!first) {
    return (
      <p className="pane-hint">
        <Trans>Select a statement in the table, or several, to see what the catalogue says of them.</Trans>
      </p>
    );
  }
  return (
    <div className="record-panel">
      <h2 className="pane-title record-title">
        {about.length === 1 ? (
          <bdi>{titleOf(first)}</bdi>
        ) : (
          <Plural value={about.length} one="# statement" other="# statements" />
        )}
      </h2>
      {about.length === 1 ? (
        <button type="button" className="link-button" onClick={() => onOpen(first.id)}>
          <Trans>Open in the reader</Trans>
        </button>
      ) : null}
      {isElsewhere ? (
        <p className="record-held" role="status">
          <Trans>These changes have not been saved. Save or discard them to go on to what is selected now.</Trans>
        </p>
      ) : null}
      {bundled > 0 ? (
        <p className="pane-hint">
          {own.length === 0 ? (
            <Trans>
              Its record came with Attest and is the same for everybody who cites it. It cannot be changed here.
            </Trans>
          ) : (
            <Plural
              value={bundled}
              one="# of those selected came with Attest: its record stays as it is."
              other="# of those selected came with Attest: their records stay as they are."
            />
          )}
        </p>
      ) : null}
      {own.length > 0 ? (
        <RecordEditor
          key={`${first.id} ${about.length}`}
          records={own}
          draft={held?.draft ?? {}}
          onDraft={(draft) =>
            onHeld(
              Object.keys(draft).length === 0
                ? null
                : { statements: held?.statements ?? about.map(({ id }) => id), draft },
            )
          }
        />
      ) : about.length === 1 ? (
        <CatalogueTable summary={first} sha256={first.sha256} label={t`Catalogue record`} />
      ) : null}
    </div>
  );
}
