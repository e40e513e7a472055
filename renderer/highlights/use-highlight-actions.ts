import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { tagNameKey } from '../../core/tags/tag.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { tagsOf } from '../state/session-state.ts';
import { useAttest } from '../state/use-attest.tsx';

/** What can be done to passages and highlights. Failures are shown; what was done is announced. */
export interface HighlightActions {
  readonly add: (statement: string, passage: Passage, tag: string | null, note: string) => Promise<void>;
  /** Puts the tag on, or takes it off where it is on. */
  readonly toggleTag: (highlight: PlacedHighlight, tag: string) => Promise<void>;
  readonly setNote: (highlight: PlacedHighlight, note: string) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly cite: (statement: string, passage: Passage) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** The actions, bound to the session as it is now. */
export function useHighlightActions(): HighlightActions {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();

  return useMemo(() => {
    const undo = async (): Promise<void> => {
      const undone = await call('undo', {});
      if (!undone.ok) notify.fault(undone.fault);
      else announce(t`Undone`);
    };
    return {
      add: async (statement, passage, tag, note) => {
        const added = await call('addHighlight', { statement, passage, tags: tag === null ? [] : [tag], note });
        if (!added.ok) notify.fault(added.fault);
        else announce(tag === null ? t`Highlighted` : t`Highlighted: ${tag}`);
      },
      toggleTag: async (highlight, tag) => {
        const names = tagsOf(highlight, session.tags).map(({ name }) => name);
        const isOn = names.some((name) => tagNameKey(name) === tagNameKey(tag));
        const tags = isOn ? names.filter((name) => tagNameKey(name) !== tagNameKey(tag)) : [...names, tag];
        const edited = await call('editHighlight', { id: highlight.id, tags });
        if (!edited.ok) notify.fault(edited.fault);
        else announce(isOn ? t`Tag removed: ${tag}` : t`Tagged: ${tag}`);
      },
      setNote: async (highlight, note) => {
        const edited = await call('editHighlight', { id: highlight.id, note });
        if (!edited.ok) notify.fault(edited.fault);
        else announce(t`Note kept`);
      },
      remove: async (ids) => {
        const removed = await call('deleteHighlights', { ids: [...ids] });
        if (!removed.ok) {
          notify.fault(removed.fault);
          return;
        }
        const message = t`${plural(ids.length, { one: '# highlight deleted.', other: '# highlights deleted.' })}`;
        announce(message);
        notify.done(message, { label: t`Undo`, run: () => void undo() });
      },
      cite: async (statement, passage) => {
        const cited = await call('citePassage', { statement, passage });
        if (!cited.ok) {
          notify.fault(cited.fault);
          return;
        }
        try {
          await navigator.clipboard.writeText(cited.value.text);
          announce(t`Copied with citation`);
          notify.done(t`Copied with citation.`);
        } catch (error) {
          if (!(error instanceof DOMException)) throw error;
          notify.fault({
            code: 'internal',
            message: t`The system did not let Attest use the clipboard: nothing was copied.`,
          });
        }
      },
      undo,
      redo: async () => {
        const redone = await call('redo', {});
        if (!redone.ok) notify.fault(redone.fault);
        else announce(t`Done again`);
      },
    };
  }, [session.tags, call, notify, announce, t]);
}
