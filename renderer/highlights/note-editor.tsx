import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';

interface NoteEditorProps {
  readonly note: string;
  /** Called with the words once, whenever the editor is left with other words than the note had. */
  readonly onKeep: (note: string) => void;
  readonly onClose: () => void;
}

/**
 * Its user's words on a highlight. They are kept when the editor goes, however that comes about: a click elsewhere, another
 * statement, Escape, a closed window; only “Discard” drops them.
 */
export function NoteEditor({ note, onKeep, onClose }: NoteEditorProps): ReactNode {
  const { t } = useLingui();
  const [text, setText] = useState(note);
  const field = useFocusOnMount<HTMLTextAreaElement>();
  // Compared with the note as it was when the editor opened: what changes it meanwhile is not its user's doing here.
  const draft = useRef({ text, note, onKeep, isSettled: false });
  useEffect(() => {
    draft.current = { ...draft.current, text, onKeep };
  });
  useEffect(() => {
    const keepDraft = (): void => {
      const { current } = draft;
      if (!current.isSettled && current.text !== current.note) current.onKeep(current.text);
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
    >
      <textarea
        className="field"
        ref={field}
        rows={3}
        value={text}
        placeholder={t`Your words on this passage`}
        aria-label={t`Note`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isSent && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
      />
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
