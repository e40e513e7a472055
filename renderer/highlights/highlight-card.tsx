import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { TagChip } from '../controls/tag-chip.tsx';
import { tagsOf } from '../state/session-state.ts';
import { useAttest } from '../state/use-attest.tsx';
import { NoteEditor } from './note-editor.tsx';
import { usePlaceWords } from './place-words.ts';
import { TagPicker } from './tag-picker.tsx';
import { useHighlightActions } from './use-highlight-actions.ts';

interface HighlightCardProps {
  readonly highlight: PlacedHighlight;
  readonly isActive: boolean;
  readonly isUnsaved: boolean;
  readonly onOpen: () => void;
}

/** One highlight in the list: its words, note, tags and place, and what can be done with it. */
export function HighlightCard({ highlight, isActive, isUnsaved, onOpen }: HighlightCardProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const actions = useHighlightActions();
  const wordPlace = usePlaceWords();
  const [editing, setEditing] = useState<'note' | 'tags' | null>(null);
  const { anchor, selector, note } = highlight;
  return (
    <li className="highlight-card" data-active={isActive} data-testid="highlight-card">
      <button type="button" className="card-open" onClick={onOpen} aria-current={isActive}>
        <span className="card-quote">{selector.quote}</span>
      </button>
      {note !== '' && editing !== 'note' ? <p className="card-note">{note}</p> : null}
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
        <span className="faint">{wordPlace(highlight.place)}</span>
      </div>
      {anchor.state === 'anchored' ? null : (
        <p className="bad">
          {anchor.state === 'orphaned' ? (
            <Trans>These words are no longer in the statement.</Trans>
          ) : (
            <Trans>Needs review: the statement is not the one these words were marked in.</Trans>
          )}
        </p>
      )}
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
        <button
          type="button"
          className="link-button"
          aria-label={t`Delete highlight`}
          onClick={() => void actions.remove([highlight.id])}
        >
          <Trans>Delete</Trans>
        </button>
      </div>
      {editing === 'tags' ? (
        <TagPicker
          tags={session.tags}
          chosen={highlight.tags}
          onPick={(name) => {
            setEditing(null);
            void actions.toggleTag(highlight, name);
          }}
          onCancel={() => setEditing(null)}
        />
      ) : null}
      {editing === 'note' ? (
        <NoteEditor
          note={note}
          onKeep={(text) => {
            setEditing(null);
            void actions.setNote(highlight, text);
          }}
          onCancel={() => setEditing(null)}
        />
      ) : null}
    </li>
  );
}
