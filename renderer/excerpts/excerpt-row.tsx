import { Trans, useLingui } from '@lingui/react/macro';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { TagChip } from '../controls/tag-chip.tsx';
import { placeIn, usePlaceWords } from '../highlights/place-words.ts';
import { SourceDoubt } from '../library/source-doubt.tsx';
import { statementsById } from '../library/statements-by-id.ts';
import { useSourceLanguage } from '../library/use-source-language.ts';
import { PeopleWords } from '../people/people-words.tsx';
import { tagsOf } from '../state/session-state.ts';
import { useAttest } from '../state/use-attest.tsx';
import type { ExcerptItem } from './list-excerpt-rows.ts';
import type { Surroundings } from './use-surroundings.ts';

interface ExcerptRowProps {
  readonly item: ExcerptItem;
  /** How many excerpts the list has. */
  readonly count: number;
  /** `null` while they are not here. */
  readonly surroundings: Surroundings | null;
  /** Publisher and date; empty where the heading says them. */
  readonly source: string;
  readonly isSelected: boolean;
  /** Whether Tab comes to this excerpt of the list. */
  readonly isStop: boolean;
  readonly onSelect: (item: ExcerptItem, isRange: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onCite: (item: ExcerptItem) => void;
}

/** One excerpt: context, exact quotation, context; note, tags, where it stands and who speaks; and what can be done with it. */
export const ExcerptRow = memo(function ExcerptRow(props: ExcerptRowProps): ReactNode {
  const { item, count, surroundings, source, isSelected, isStop, onSelect, onOpen, onCite } = props;
  const { session } = useAttest();
  const { t } = useLingui();
  const wordPlace = usePlaceWords();
  const languageOf = useSourceLanguage();
  const { highlight, position } = item;
  const { selector, note, isNotePrivate, anchor } = highlight;
  const place = highlight.place ?? surroundings?.place ?? null;
  const textId = `excerpt-${position}`;
  const tabIndex = isStop ? 0 : -1;
  const facts = [source, wordPlace(placeIn(highlight, place)), ...(place?.speakers ?? [])].filter(
    (fact) => fact !== '',
  );
  return (
    <article
      className="excerpt"
      data-testid="excerpt"
      data-row={item.key}
      data-selected={isSelected}
      tabIndex={tabIndex}
      aria-posinset={position}
      aria-setsize={count}
      aria-labelledby={textId}
    >
      <input
        type="checkbox"
        className="tick"
        tabIndex={tabIndex}
        aria-label={t`Select excerpt ${position}`}
        checked={isSelected}
        // A click says whether Shift was held; the change that follows it does not.
        onClick={(event: MouseEvent) => onSelect(item, event.shiftKey)}
        onChange={() => undefined}
      />
      <div className="excerpt-body">
        <p className="excerpt-text" id={textId} {...languageOf(highlight.statement)}>
          {surroundings ? <span className="excerpt-context">{surroundings.before}</span> : null}
          <q className="excerpt-quotation">{selector.quote}</q>
          {surroundings ? <span className="excerpt-context">{surroundings.after}</span> : null}
        </p>
        {note === '' ? null : (
          <p className="excerpt-note" dir="auto">
            {isNotePrivate ? (
              <span className="private-mark" title={t`This note is in no export.`}>
                <Trans>private</Trans>
              </span>
            ) : null}
            {note}
          </p>
        )}
        {anchor.state === 'anchored' ? null : (
          <p className="bad">
            {anchor.state === 'orphaned' ? (
              <Trans>Kept as an orphan, or no longer in the statement. Exported as it was marked.</Trans>
            ) : (
              <Trans>Needs review. Exported as it was marked.</Trans>
            )}
          </p>
        )}
        <SourceDoubt fixity={statementsById(session.statements).get(highlight.statement)?.fixity} />
        <div className="excerpt-foot">
          {tagsOf(highlight, session.tags).map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
          <span className="faint">{facts.join(', ')}</span>
          <PeopleWords highlight={highlight} />
          <span className="excerpt-actions">
            <button
              type="button"
              className="link-button"
              tabIndex={tabIndex}
              aria-label={t`Open in the reader`}
              onClick={() => onOpen(highlight.id)}
            >
              <Trans>Open</Trans>
            </button>
            {anchor.state === 'anchored' ? (
              <button type="button" className="link-button" tabIndex={tabIndex} onClick={() => onCite(item)}>
                <Trans>Copy with citation</Trans>
              </button>
            ) : null}
          </span>
        </div>
      </div>
    </article>
  );
});
