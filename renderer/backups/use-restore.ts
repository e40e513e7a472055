import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useNotify } from '../controls/use-notify.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';

/** Restores a backup, or `highlights` of it alone, and offers to undo that. Resolves to whether it was done. */
export function useRestore(): (name: string, highlights: readonly string[] | null) => Promise<boolean> {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const { revision: last } = session;
  return useCallback(
    async (name, highlights) => {
      const restored = await call('restoreBackup', { name, highlights: highlights && [...highlights] });
      if (!restored.ok) {
        notify.fault(restored.fault);
        return false;
      }
      const { summary, revision } = restored.value;
      if (revision === last) {
        notify.done(t`Nothing was different, so nothing was restored.`);
        return true;
      }
      offer(`${wordChange(summary)}.`, revision);
      return true;
    },
    [call, last, t, notify, offer, wordChange],
  );
}
