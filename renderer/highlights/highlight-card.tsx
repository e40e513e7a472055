import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { TagChip } from '../controls/tag-chip.tsx';
import { ElsewhereButton } from '../corroboration/elsewhere-button.tsx';
import { useSourceLanguage } from '../library/use-source-language.ts';
import { PeopleWords } from '../people/people-words.tsx';
import { tagsOf } from '../state/session-state.ts';
import { useAttest } from '../state/use-attest.tsx';
import { NoteEditor } from './note-editor.tsx';
import { placeIn, usePlaceWords } from './place-words.ts';
import { TagPicker } from './tag-picker.tsx';
import { useHighlightActions } from './use-highlight-actions.ts';

interface HighlightCardProps {
  readonly highlight: PlacedHighlight;
  /** Its number in the list, and where the list puts it, in pixels from the top. */
  readonly index: number;
  readonly top: number;
  /** Tells the list how high the card has turned out. */
  readonly measure: (element: Element | null) => void;
  readonly isActive: boolean;
  readonly isUnsaved: boolean;
  readonly onOpen: (highlight: PlacedHighlight) => void;
  readonly onHistory: (highlight: string) => void;
}

/** One highlight in the list: its words, note, tags and place, and what can be done with it. */
export function HighlightCard(props: HighlightCardProps): ReactNode {
  const { highlight, index, top, measure, isActive, isUnsaved, onOpen, onHistory } = props;
  const { session } = useAttest();
  const { t } = useLingui();
  const actions = useHighlightActions();
  const wordPlace = usePlaceWords();
  const languageOf = useSourceLanguage();
  const [editing, setEditing] = useState<'note' | 'tags' | null>(null);
  const open = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setEditing(null);
    open.current?.focus();
  };
  const { statement, anchor, selector, note, isNotePrivate } = highlight;
  return (
    <li
      ref={measure}
      className="highlight-card"
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      data-active={isActive}
      data-testid="highlight-card"
    >
      <button ref={open} type="button" className="card-open" onClick={() => onOpen(highlight)} aria-current={isActive}>
        <span className="card-quote" {...languageOf(statement)}>
          {selector.quote}
        </span>
      </button>
      {note !== '' && editing !== 'note' ? (
        <p className="card-note" dir="auto">
          {isNotePrivate ? (
            <>
              <span className="faint" data-testid="private-note">
                <Trans>Private:</Trans>
              </span>{' '}
            </>
          ) : null}
          {note}
        </p>
      ) : null}
      <div className="card-foot">
        <span className="chips">
          {tagsOf(highlight, session.tags).map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
          {highlight.tags.length === 0 ? (
            <span className="faint">
              <Trans>no tag</Trans>
            </span>
          ) : null}
        </span>
        <span className="faint">{wordPlace(placeIn(highlight))}</span>
      </div>
      <PeopleWords highlight={highlight} hasDay />
      {isUnsaved ? (
        <p className="bad">
          <Trans>Not saved</Trans>
        </p>
      ) : null}
      <div className="card-actions">
        <button type="button" className="link-button" onClick={() => setEditing(editing === 'tags' ? null : 'tags')}>
          <Trans>Tags</Trans>
        </button>
        <button type="button" className="link-button" onClick={() => setEditing(editing === 'note' ? null : 'note')}>
          {note === '' ? <Trans>Add note</Trans> : <Trans>Edit note</Trans>}
        </button>
        {anchor.state === 'anchored' ? <ElsewhereButton statement={statement} passage={anchor} isIcon /> : null}
        <button
          type="button"
          className="link-button"
          aria-label={t`History of this highlight`}
          onClick={() => onHistory(highlight.id)}
        >
          <Trans>History</Trans>
        </button>
        <button
          type="button"
          className="link-button"
          aria-label={t`Delete highlight`}
          onClick={(event) => {
            // The card goes: the list keeps the focus, so that Tab goes on from here.
            event.currentTarget.closest<HTMLElement>('.highlight-scroll')?.focus();
            void actions.remove([highlight.id]);
          }}
        >
          <Trans>Delete</Trans>
        </button>
      </div>
      {editing === 'tags' ? (
        <TagPicker
          tags={session.tags}
          chosen={highlight.tags}
          onPick={(path) => {
            close();
            void actions.toggleTag(highlight, path);
          }}
          onCancel={close}
        />
      ) : null}
      {editing === 'note' ? (
        <NoteEditor
          note={note}
          isNotePrivate={isNotePrivate}
          onKeep={(draft) => void actions.setNote(highlight, draft)}
          onClose={close}
        />
      ) : null}
    </li>
  );
}
