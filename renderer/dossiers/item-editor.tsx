import { Trans, useLingui } from '@lingui/react/macro';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';

/** The words of a heading or a text; `level` is `null` for a text. */
export interface ItemWords {
  readonly text: string;
  readonly level: number | null;
}

interface ItemEditorProps {
  readonly words: ItemWords;
  readonly label: string;
  /** Called with the words whenever the editor is left with others than there were. Resolves to whether they are kept. */
  readonly onKeep: (words: ItemWords) => Promise<boolean>;
  readonly onClose: () => void;
}

const levels = [1, 2, 3];

/**
 * The words of a heading or a connecting text. They are kept when the editor goes, however that comes about: a click
 * elsewhere, another view, Escape, a closed window; only “Discard” drops them. Where they are refused, the editor stays.
 */
export function ItemEditor({ words, label, onKeep, onClose }: ItemEditorProps): ReactNode {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState(words.text);
  const [level, setLevel] = useState(words.level);
  const input = useFocusOnMount<HTMLInputElement>();
  const area = useFocusOnMount<HTMLTextAreaElement>();
  // Compared with the words as they were when the editor opened: what changes them meanwhile is not its user's doing here.
  const draft = useRef({ text, level, words, onKeep, isSettled: false });
  useEffect(() => {
    draft.current = { ...draft.current, text, level, onKeep };
  });
  useEffect(() => {
    const field = input.current ?? area.current;
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [input, area]);
  const keep = async (): Promise<boolean> => {
    const { current } = draft;
    const isSame = current.text === current.words.text && current.level === current.words.level;
    if (current.isSettled || isSame) return true;
    current.isSettled = true;
    return current.onKeep({ text: current.text, level: current.level });
  };
  const keepNow = useRef(keep);
  useEffect(() => {
    keepNow.current = keep;
  });
  useEffect(() => {
    const leave = (): void => void keepNow.current();
    draft.current.isSettled = false;
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const leave = async (): Promise<void> => {
    if (await keep()) onClose();
    else draft.current.isSettled = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const isSent = event.key === 'Enter' && (level !== null || event.ctrlKey || event.metaKey);
    if (!isSent && event.key !== 'Escape') return;
    event.preventDefault();
    void leave();
  };
  const onBlur = (event: FocusEvent<HTMLFormElement>): void => {
    // To another window and back is no leaving.
    if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return;
    void leave();
  };
  return (
    <form
      className="item-editor"
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onSubmit={(event) => {
        event.preventDefault();
        void leave();
      }}
    >
      {level === null ? (
        <textarea
          autoComplete="off"
          ref={area}
          className="field item-words"
          aria-label={label}
          dir="auto"
          rows={3}
          value={text}
          placeholder={t`Your words between the excerpts. An empty line begins a paragraph.`}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <input
          autoComplete="off"
          ref={input}
          className="field item-words"
          data-level={level}
          aria-label={label}
          dir="auto"
          value={text}
          placeholder={t`Heading`}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <div className="row item-editor-foot">
        <button type="submit" className="button primary">
          <Trans>Keep</Trans>
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
        {level === null ? null : (
          <fieldset className="levels">
            <legend className="visually-hidden">
              <Trans>Level of the heading</Trans>
            </legend>
            {levels.map((option) => (
              <label key={option} className="level" htmlFor={`${id}-${option}`}>
                <input
                  id={`${id}-${option}`}
                  type="radio"
                  name={id}
                  checked={option === level}
                  onChange={() => setLevel(option)}
                />
                <Trans>Level {option}</Trans>
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </form>
  );
}
