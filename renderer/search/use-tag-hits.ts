import { useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';
import type { CallInput, CallOutput } from '../../core/ipc-contract.ts';
import type { Fault } from '../../core/result.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';

type TagHitsRequest = CallInput<'tagHits'>;

interface TaggingHits {
  /** What tagging would do; `null` until it is known, and where it cannot be done. */
  readonly preview: CallOutput<'previewTagHits'> | null;
  /** Why it cannot be done, as a sentence; `null` where it can. */
  readonly refusal: string | null;
  readonly isBusy: boolean;
  /** Does it, and offers to undo it. Resolves to whether it was done. */
  readonly apply: () => Promise<boolean>;
}

/** Tagging all hits of a search: looked at, and then done in one step. An empty `tag` is not chosen yet. */
export function useTagHits({ query, spellings, tag, extent }: TagHitsRequest): TaggingHits {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const tell = useSentence();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const [preview, setPreview] = useState<TaggingHits['preview']>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { revision: last } = session;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may have other highlights
  useEffect(() => {
    let isCurrent = true;
    void call('previewTagHits', { query, spellings, tag, extent }).then((previewed) => {
      if (!isCurrent) return;
      setPreview(previewed.ok ? previewed.value : null);
      setFault(previewed.ok ? null : previewed.fault);
    });
    return () => {
      isCurrent = false;
    };
  }, [query, spellings, tag, extent, last, call]);

  const apply = useCallback(async (): Promise<boolean> => {
    setBusy(true);
    const tagged = await call('tagHits', { query, spellings, tag, extent });
    setBusy(false);
    if (!tagged.ok) {
      setFault(tagged.fault);
      return false;
    }
    const { summary, revision } = tagged.value;
    if (revision === last) {
      notify.done(t`All of these passages are tagged ${tag} already.`);
      return true;
    }
    offer(`${wordChange(summary)}.`, revision);
    return true;
  }, [call, query, spellings, tag, extent, last, t, notify, offer, wordChange]);

  return { preview, refusal: fault && tell(fault), isBusy, apply };
}
