import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Dossier } from '../../core/dossiers/dossier.ts';
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
      <span className="reader-bar-title">{dossier?.name ?? <Trans>Dossiers</Trans>}</span>
      {dossier ? (
        <>
          <Popover.Root open={isNaming} onOpenChange={setNaming}>
            <Popover.Trigger className="link-button">
              <Trans>Rename</Trans>
            </Popover.Trigger>
            <Popover.Portal>
              <Popover.Positioner className="bar-positioner" align="end" sideOffset={6} collisionPadding={8}>
                <Popover.Popup className="bar rename-dossier" aria-label={t`Rename this dossier`}>
                  <NameForm
                    name={dossier.name}
                    label={t`Name`}
                    button={t`Rename`}
                    onName={(name) => rename(dossier.id, name)}
                    onClose={() => setNaming(false)}
                  />
                </Popover.Popup>
              </Popover.Positioner>
            </Popover.Portal>
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
