import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SwitchField } from '../controls/switch-field.tsx';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';

/** A note as its editor gives it. */
export interface NoteDraft {
  readonly note: string;
  readonly isNotePrivate: boolean;
}

interface NoteEditorProps extends NoteDraft {
  /** Called once, whenever the editor is left with another note than it began with. */
  readonly onKeep: (draft: NoteDraft) => void;
  readonly onClose: () => void;
}

/** Whether there is something to keep. Of a note without words it makes no difference whether it is private. */
function isOther(draft: NoteDraft, before: NoteDraft): boolean {
  return draft.note !== before.note || (draft.note !== '' && draft.isNotePrivate !== before.isNotePrivate);
}

/**
 * Its user's words on a highlight, and whether they may leave in exports. They are kept when the editor goes, however that comes about: a click elsewhere, another
 * statement, Escape, a closed window; only “Discard” drops them.
 */
export function NoteEditor({ note, isNotePrivate, onKeep, onClose }: NoteEditorProps): ReactNode {
  const { t } = useLingui();
  const [text, setText] = useState(note);
  const [isPrivate, setPrivate] = useState(isNotePrivate);
  const field = useFocusOnMount<HTMLTextAreaElement>();
  // Compared with the note as it was when the editor opened: what changes it meanwhile is not its user's doing here.
  const draft = useRef({ now: { note, isNotePrivate }, before: { note, isNotePrivate }, onKeep, isSettled: false });
  useEffect(() => {
    draft.current = { ...draft.current, now: { note: text, isNotePrivate: isPrivate }, onKeep };
  });
  useEffect(() => {
    const keepDraft = (): void => {
      const { current } = draft;
      if (!current.isSettled && isOther(current.now, current.before)) current.onKeep(current.now);
      current.isSettled = true;
    };
    draft.current.isSettled = false;
    addEventListener('pagehide', keepDraft);
    return () => {
      removeEventListener('pagehide', keepDraft);
      keepDraft();
    };
  }, []);
  return (
    <form
      className="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!isSent && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <textarea
        autoComplete="off"
        className="field"
        ref={field}
        rows={3}
        value={text}
        placeholder={t`Your words on this passage`}
        aria-label={t`Note`}
        onChange={(event) => setText(event.target.value)}
      />
      <SwitchField label={t`Private: never exported`} isOn={isPrivate} onChange={setPrivate} />
      <div className="row">
        <button type="submit" className="button primary">
          <Trans>Keep note</Trans>
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            draft.current.isSettled = true;
            onClose();
          }}
        >
          <Trans>Discard</Trans>
        </button>
      </div>
    </form>
  );
}
