import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useAttest } from '../state/use-attest.tsx';

/** Restores a backup, or `highlights` of it alone, and offers to undo that. Resolves to whether it was done. */
export function useRestore(): (name: string, highlights: readonly string[] | null) => Promise<boolean> {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();
  const { undo } = useHighlightActions();
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
        announce(t`Nothing was different, so nothing was restored.`);
        return true;
      }
      const message = `${wordChange(summary)}.`;
      announce(message);
      notify.done(message, { label: t`Undo`, run: () => void undo(revision) });
      return true;
    },
    [call, last, t, notify, announce, undo, wordChange],
  );
}
