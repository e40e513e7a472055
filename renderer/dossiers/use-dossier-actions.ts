import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Dossier } from '../../core/dossiers/dossier.ts';
import type { DossierOperation } from '../../core/dossiers/dossier-operation.ts';
import type { CallOutput } from '../../core/ipc-contract.ts';
import type { Result } from '../../core/result.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';

/** What can be done to dossiers. Failures are shown, but those of `create` and `rename`, which are for the field that asked. */
export interface DossierActions {
  readonly create: (name: string) => Promise<Result<CallOutput<'createDossier'>>>;
  readonly rename: (dossier: string, name: string) => Promise<Result<CallOutput<'changeDossier'>>>;
  /** Resolves to the revision that holds the change, or to `null` where it was refused. */
  readonly change: (dossier: string, operation: DossierOperation) => Promise<number | null>;
  /** Takes items out, and offers to undo that. */
  readonly remove: (dossier: string, items: readonly string[]) => Promise<void>;
  /** Deletes the whole dossier, and offers to undo that. */
  readonly discard: (dossier: Dossier) => Promise<void>;
}

/** The actions, bound to the session as it is now. */
export function useDossierActions(): DossierActions {
  const { call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const { offer } = useUndo();
  return useMemo(() => {
    const tell = (changed: Result<CallOutput<'changeDossier'>>, message: string): void => {
      if (changed.ok) offer(message, changed.value.revision);
      else notify.fault(changed.fault);
    };
    return {
      create: (name) => call('createDossier', { name, highlights: [] }),
      rename: (dossier, name) => call('changeDossier', { dossier, operation: { kind: 'rename', name } }),
      change: async (dossier, operation) => {
        const changed = await call('changeDossier', { dossier, operation });
        if (!changed.ok) notify.fault(changed.fault);
        return changed.ok ? changed.value.revision : null;
      },
      remove: async (dossier, items) => {
        const removed = await call('changeDossier', { dossier, operation: { kind: 'remove', items: [...items] } });
        tell(removed, plural(items.length, { one: '# item removed.', other: '# items removed.' }));
      },
      discard: async ({ id, name }) => {
        tell(await call('deleteDossier', { dossier: id }), t`Dossier “${name}” deleted. Its highlights stay.`);
      },
    };
  }, [call, notify, t, offer]);
}
