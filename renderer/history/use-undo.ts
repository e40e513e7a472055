import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useAttest } from '../state/use-attest.tsx';

/** Taking back what was done. */
export interface Undoing {
  /** Undoes the last change; with `revision`, only if the last change is that one. */
  readonly undo: (revision?: number) => Promise<void>;
  readonly redo: () => Promise<void>;
  /**
   * Shows what was done, with a button that undoes the change of this revision and no other. Those of one `series` are
   * steps of one thing, and share a message.
   */
  readonly offer: (message: string, revision: number, series?: string) => void;
}

/** Undo and Redo, and the message that offers it. */
export function useUndo(): Undoing {
  const { call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();
  const tell = useSentence();
  return useMemo(() => {
    const undo = async (revision?: number): Promise<void> => {
      const undone = await call('undo', revision === undefined ? {} : { revision });
      if (undone.ok) announce(t`Undone`);
      else if (undone.fault.code === 'not-found') announce(tell(undone.fault));
      else notify.fault(undone.fault);
    };
    return {
      undo,
      redo: async () => {
        const redone = await call('redo', {});
        if (redone.ok) announce(t`Done again`);
        else if (redone.fault.code === 'not-found') announce(tell(redone.fault));
        else notify.fault(redone.fault);
      },
      offer: (message, revision, series) =>
        notify.done(message, {
          label: t`Undo`,
          run: () => void undo(revision),
          revision,
          ...(series !== undefined && { series }),
        }),
    };
  }, [call, notify, announce, tell, t]);
}
