import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useAnnounce } from '../controls/announcer.tsx';
import { type UndoOffer, useNotify } from '../controls/use-notify.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';

/**
 * Offers to take back that `count` statements were added or updated, as long as that is the last that was done. They came in one step, which
 * is undone, or in several: then those that `job` added are removed, in a step that can be undone.
 */
export function useTakeBack(): (count: number, job?: string) => UndoOffer {
  const { session, call } = useAttest();
  const { undo } = useUndo();
  const { t } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();
  const { revision } = session;
  const last = session.undo.undo;
  return useCallback(
    (count, job) => {
      const isLast = last?.kind === 'add-statements' || last?.kind === 'update-statement';
      const isOneStep = isLast && last.statements?.count === count;
      const removeAll = async (addedBy: string): Promise<void> => {
        const statements: string[] = [];
        for (;;) {
          const read = await call('readAddedLines', { job: addedBy, outcome: 'added', from: statements.length });
          if (!read.ok) {
            notify.fault(read.fault);
            return;
          }
          statements.push(...read.value.lines.flatMap(({ statement }) => statement ?? []));
          if (read.value.lines.length === 0 || statements.length >= read.value.count) break;
        }
        const removed = await call('removeStatements', { statements });
        if (removed.ok) announce(t`Undone`);
        else notify.fault(removed.fault);
      };
      const run = (): void => void (isOneStep || job === undefined ? undo(revision) : removeAll(job));
      return { label: t`Undo`, revision, run };
    },
    [call, undo, revision, last, notify, announce, t],
  );
}
