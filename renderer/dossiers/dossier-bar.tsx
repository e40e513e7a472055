import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Dossier } from '../../core/dossiers/dossier.ts';
import { PopoverPopup } from '../controls/popover-popup.tsx';
import { HistoryControl } from '../history/history-control.tsx';
import { NameForm } from './name-form.tsx';
import { useDossierActions } from './use-dossier-actions.ts';

interface DossierBarProps {
  /** `null` where none is open. */
  readonly dossier: Dossier | null;
  readonly onExport: () => void;
}

/** What can be done to the open dossier as a whole. */
export function DossierBar({ dossier, onExport }: DossierBarProps): ReactNode {
  const { t } = useLingui();
  const { rename, discard } = useDossierActions();
  const [isNaming, setNaming] = useState(false);
  return (
    <header className="reader-bar">
      {dossier ? (
        <span className="reader-bar-title">{dossier.name}</span>
      ) : (
        <h1 className="reader-bar-title">
          <Trans>Dossiers</Trans>
        </h1>
      )}
      {dossier ? (
        <>
          <Popover.Root open={isNaming} onOpenChange={setNaming}>
            <Popover.Trigger className="link-button">
              <Trans>Rename</Trans>
            </Popover.Trigger>
            <PopoverPopup className="rename-dossier" align="end" label={t`Rename this dossier`}>
              <NameForm
                name={dossier.name}
                label={t`Name`}
                button={t`Rename`}
                onName={(name) => rename(dossier.id, name)}
                onClose={() => setNaming(false)}
              />
            </PopoverPopup>
          </Popover.Root>
          <button
            type="button"
            className="link-button"
            aria-label={t`Delete this dossier`}
            onClick={() => void discard(dossier)}
          >
            <Trans>Delete</Trans>
          </button>
        </>
      ) : null}
      <HistoryControl />
      {dossier ? (
        <button type="button" className="button primary" disabled={dossier.items.length === 0} onClick={onExport}>
          <Trans>Export…</Trans>
        </button>
      ) : null}
    </header>
  );
}
