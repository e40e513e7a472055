import { useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';
import type { TagChangePreview, TagOperation } from '../../core/workspace/tag-operation.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useAttest } from '../state/use-attest.tsx';

interface TagChange {
  /** What its user is about to do; `null` where nothing. */
  readonly pending: TagOperation | null;
  /** What that would touch; `null` until it is known. */
  readonly preview: TagChangePreview | null;
  /** Why it cannot be done, as a sentence; `null` where it can. */
  readonly refusal: string | null;
  readonly prepare: (operation: TagOperation | null) => void;
  readonly apply: () => Promise<boolean>;
}

/** One change of the codebook: prepared, looked at, and then done. */
export function useTagChange(): TagChange {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const wordChange = useChangeWords();
  const [pending, setPending] = useState<TagOperation | null>(null);
  const [preview, setPreview] = useState<TagChangePreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { revision } = session;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may touch something else
  useEffect(() => {
    setPreview(null);
    setRefusal(null);
    if (!pending) return;
    let isCurrent = true;
    void call('previewTagChange', pending).then((previewed) => {
      if (!isCurrent) return;
      if (previewed.ok) setPreview(previewed.value);
      else setRefusal(previewed.fault.message);
    });
    return () => {
      isCurrent = false;
    };
  }, [pending, revision, call]);

  const takeBack = useCallback(
    async (change: number): Promise<void> => {
      const undone = await call('undo', { revision: change });
      if (!undone.ok) notify.fault(undone.fault);
    },
    [call, notify],
  );
  const apply = useCallback(async (): Promise<boolean> => {
    if (!pending) return false;
    const changed = await call('changeTag', pending);
    if (!changed.ok) {
      setRefusal(changed.fault.message);
      return false;
    }
    // Its user may have begun something else meanwhile.
    setPending((current) => (current === pending ? null : current));
    const undo = { label: t`Undo`, run: () => void takeBack(changed.value.revision) };
    notify.done(`${wordChange(changed.value.summary)}.`, undo);
    return true;
  }, [pending, call, notify, wordChange, t, takeBack]);

  return { pending, preview, refusal, prepare: setPending, apply };
}
