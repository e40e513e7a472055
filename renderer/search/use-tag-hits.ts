import { useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';
import type { CallInput, CallOutput } from '../../core/ipc-contract.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import { useChangeWords } from '../history/use-change-words.ts';
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
  const announce = useAnnounce();
  const { undo } = useHighlightActions();
  const wordChange = useChangeWords();
  const [preview, setPreview] = useState<TaggingHits['preview']>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { revision: last } = session;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may have other highlights
  useEffect(() => {
    let isCurrent = true;
    void call('previewTagHits', { query, spellings, tag, extent }).then((previewed) => {
      if (!isCurrent) return;
      setPreview(previewed.ok ? previewed.value : null);
      setRefusal(previewed.ok ? null : previewed.fault.message);
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
      setRefusal(tagged.fault.message);
      return false;
    }
    const { summary, revision } = tagged.value;
    if (revision === last) {
      const message = t`All of these passages are tagged ${tag} already.`;
      announce(message);
      notify.done(message);
      return true;
    }
    const message = `${wordChange(summary)}.`;
    announce(message);
    notify.done(message, { label: t`Undo`, run: () => void undo(revision) });
    return true;
  }, [call, query, spellings, tag, extent, last, t, announce, notify, undo, wordChange]);

  return { preview, refusal, isBusy, apply };
}
