import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Dossier } from '../../core/dossiers/dossier.ts';
import { moveFocus } from '../controls/move-focus.ts';
import { useNameOrder } from '../language/use-name-order.ts';
import { useAttest } from '../state/use-attest.tsx';
import { NameForm } from './name-form.tsx';
import { useDossierActions } from './use-dossier-actions.ts';

interface DossierListProps {
  readonly open: string | null;
  readonly onOpen: (dossier: string) => void;
  /** Whether a new dossier is being named. */
  readonly isNaming: boolean;
  readonly onNaming: (isNaming: boolean) => void;
  /** A dossier of this name has been started, and is to be opened. */
  readonly onCreated: (name: string) => void;
}

const countExcerpts = ({ items }: Dossier): number => items.filter(({ kind }) => kind === 'excerpt').length;

/** The dossiers by name, and the way to a new one. */
export function DossierList({ open, onOpen, isNaming, onNaming, onCreated }: DossierListProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const { create } = useDossierActions();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => moveFocus(list.current, '.dossier-entry', event);
  return (
    <nav className="dossier-list" aria-label={t`Dossiers`}>
      <h2 className="pane-title">
        <Plural value={session.dossiers.length} _0="Dossiers" one="# dossier" other="# dossiers" />
      </h2>
      <ul ref={list} onKeyDown={onKeyDown}>
        {session.dossiers
          .toSorted((a, b) => compareNames(a.name, b.name))
          .map((dossier) => (
            <li key={dossier.id}>
              <button
                type="button"
                className="dossier-entry"
                aria-current={dossier.id === open}
                onClick={() => onOpen(dossier.id)}
              >
                <span className="dossier-entry-name" dir="auto">
                  {dossier.name}
                </span>
                <span className="faint">
                  <Plural value={countExcerpts(dossier)} _0="no excerpt" one="# excerpt" other="# excerpts" />
                </span>
              </button>
            </li>
          ))}
      </ul>
      {isNaming ? (
        <NameForm
          name=""
          label={t`Name of the new dossier`}
          button={t`Create`}
          onName={async (name) => {
            const created = await create(name);
            if (created.ok) onCreated(created.value.summary.dossiers?.[0] ?? name);
            return created;
          }}
          onClose={() => onNaming(false)}
        />
      ) : (
        <button type="button" className="button" onClick={() => onNaming(true)}>
          <Trans>New dossier</Trans>
        </button>
      )}
    </nav>
  );
}
