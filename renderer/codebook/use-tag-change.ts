import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../core/result.ts';
import type { TagChangePreview, TagOperation } from '../../core/workspace/tag-operation.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
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
  const tell = useSentence();
  const wordChange = useChangeWords();
  const { offer } = useUndo();
  const [pending, setPending] = useState<TagOperation | null>(null);
  const [preview, setPreview] = useState<TagChangePreview | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const { revision } = session;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may touch something else
  useEffect(() => {
    setPreview(null);
    setFault(null);
    if (!pending) return;
    let isCurrent = true;
    void call('previewTagChange', pending).then((previewed) => {
      if (!isCurrent) return;
      if (previewed.ok) setPreview(previewed.value);
      else setFault(previewed.fault);
    });
    return () => {
      isCurrent = false;
    };
  }, [pending, revision, call]);

  const apply = useCallback(async (): Promise<boolean> => {
    if (!pending) return false;
    const changed = await call('changeTag', pending);
    if (!changed.ok) {
      setFault(changed.fault);
      return false;
    }
    // Its user may have begun something else meanwhile.
    setPending((current) => (current === pending ? null : current));
    offer(`${wordChange(changed.value.summary)}.`, changed.value.revision);
    return true;
  }, [pending, call, wordChange, offer]);

  return { pending, preview, refusal: fault && tell(fault), prepare: setPending, apply };
}
