import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';
import { copyRichText } from './copy-rich-text.ts';
import type { NoteDraft } from './note-editor.tsx';

/** A passage as its reader saw it: in which statement, and in the text of which SHA-256. */
export interface SeenPassage {
  readonly statement: string;
  readonly text: string;
  readonly passage: Passage;
}

/** What can be done to passages and highlights. Failures are shown; what was done is announced. */
export interface HighlightActions {
  /** Highlights a passage; gives the revision that holds it, `null` where that failed. Another text than was seen is refused. */
  readonly add: (seen: SeenPassage, tag: string | null, draft: NoteDraft) => Promise<number | null>;
  /** Puts the tag (by its path) on, or takes it off where it is on. */
  readonly toggleTag: (highlight: PlacedHighlight, tag: string) => Promise<void>;
  readonly setNote: (highlight: PlacedHighlight, draft: NoteDraft) => Promise<void>;
  /** Puts a highlight at another passage: an end moved, a candidate accepted, or a place selected anew. */
  readonly reanchor: (highlight: PlacedHighlight, seen: Omit<SeenPassage, 'statement'>) => Promise<void>;
  readonly keepOrphan: (id: string) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly cite: (statement: string, passage: Passage) => Promise<void>;
  /** Undoes the last change; with `revision`, only if the last change is that one. */
  readonly undo: (revision?: number) => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** The actions, bound to the session as it is now. */
export function useHighlightActions(): HighlightActions {
  const { call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();
  const { undo, redo, offer } = useUndo();

  return useMemo(
    () => ({
      add: async (seen, tag, draft) => {
        const added = await call('addHighlight', { ...seen, tags: tag === null ? [] : [tag], ...draft });
        if (!added.ok) notify.fault(added.fault);
        else announce(tag === null ? t`Highlighted` : t`Highlighted: ${tag}`);
        return added.ok ? added.value.revision : null;
      },
      toggleTag: async (highlight, tag) => {
        const toggled = await call('toggleTag', { id: highlight.id, tag });
        if (!toggled.ok) notify.fault(toggled.fault);
        else if (toggled.value.summary.kind !== 'untag-highlight') announce(t`Tagged: ${tag}`);
        else offer(t`Tag removed: ${tag}`, toggled.value.revision);
      },
      setNote: async (highlight, draft) => {
        const edited = await call('editHighlight', { id: highlight.id, ...draft });
        if (!edited.ok) notify.fault(edited.fault);
        else if (draft.note === '' && highlight.note !== '') offer(t`Note deleted.`, edited.value.revision);
        else announce(t`Note kept`);
      },
      reanchor: async ({ id, statement, anchor }, seen) => {
        const moved = await call('reanchorHighlight', { id, statement, ...seen });
        if (!moved.ok) notify.fault(moved.fault);
        // An end that was moved is in sight; a highlight in review leaves its list.
        else if (anchor.state === 'anchored') announce(t`The highlight now stands at this passage.`);
        else offer(t`The highlight now stands at this passage.`, moved.value.revision);
      },
      keepOrphan: async (id) => {
        const kept = await call('keepOrphan', { id });
        if (!kept.ok) notify.fault(kept.fault);
        else offer(t`Kept as an orphan.`, kept.value.revision);
      },
      remove: async (ids) => {
        const removed = await call('deleteHighlights', { ids: [...ids] });
        if (!removed.ok) {
          notify.fault(removed.fault);
          return;
        }
        const message = t`${plural(ids.length, { one: '# highlight deleted.', other: '# highlights deleted.' })}`;
        offer(message, removed.value.revision);
      },
      cite: async (statement, passage) => {
        const cited = await call('citePassage', { statement, passage });
        if (!cited.ok) {
          notify.fault(cited.fault);
          return;
        }
        try {
          await copyRichText(cited.value);
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
      redo,
    }),
    [call, notify, announce, offer, undo, redo, t],
  );
}
