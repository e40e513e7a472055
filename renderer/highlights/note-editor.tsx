import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';

interface NoteEditorProps {
  readonly note: string;
  readonly onKeep: (note: string) => void;
  readonly onCancel: () => void;
}

/** Its user's words on a highlight. Ctrl+Enter keeps them, Escape leaves the note as it was. */
export function NoteEditor({ note, onKeep, onCancel }: NoteEditorProps): ReactNode {
  const { t } = useLingui();
  const [text, setText] = useState(note);
  const field = useFocusOnMount<HTMLTextAreaElement>();
  return (
    <form
      className="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(text);
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
          if (event.key === 'Escape') {
            event.stopPropagation();
            onCancel();
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            onKeep(text);
          }
        }}
      />
      <div className="row">
        <button type="submit" className="button primary">
          <Trans>Keep note</Trans>
        </button>
        <button type="button" className="button" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </form>
  );
}
