import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TagFilter } from '../../core/highlights/filter-by-tags.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { useIsNarrow } from '../panes/use-is-narrow.ts';
import { useAttest } from '../state/use-attest.tsx';
import { TourButton } from '../tour/tour-button.tsx';
import { HighlightCard } from './highlight-card.tsx';
import { ReviewList } from './review-list.tsx';
import { noTagFilter, TagFilterControl } from './tag-filter-control.tsx';

interface HighlightPaneProps {
  /** The highlights of the open statement that pass the filter, in reading order. */
  readonly highlights: readonly PlacedHighlight[];
  /** Those of the statement that a person has to look at, whatever the filter. */
  readonly inReview: readonly PlacedHighlight[];
  readonly filter: TagFilter;
  readonly onFilter: (filter: TagFilter) => void;
  /** How many the filter keeps away. */
  readonly hidden: number;
  readonly active: string | null;
  readonly firstInSight: string | null;
  readonly reselecting: string | null;
  readonly onReselect: (id: string | null) => void;
  readonly onOpen: (highlight: PlacedHighlight) => void;
  readonly onHistory: (highlight: string) => void;
}

/** The height of a card before it has been measured, in pixels. */
const estimatedCardPx = 120;

/**
 * The highlights beside the text, in reading order. The list follows the text: the active highlight is kept in sight,
 * else the first that is in sight there. Only the cards in sight exist, so that thousands scroll as lightly as ten.
 */
export function HighlightPane(props: HighlightPaneProps): ReactNode {
  const { highlights, inReview, filter, onFilter, hidden, active, firstInSight, reselecting, onReselect } = props;
  const { onOpen, onHistory } = props;
  const { session } = useAttest();
  const { t } = useLingui();
  const scroller = useRef<HTMLElement>(null);
  const digits = session.tags
    .flatMap(({ shortcut, name }) => (shortcut === null ? [] : [{ shortcut, name }]))
    .sort((a, b) => a.shortcut - b.shortcut)
    .map(({ shortcut, name }) => `${shortcut}\u00a0${name}`);
  const unsaved = session.save.state === 'not-saved' ? session.save.unsaved : [];
  // In a low pane what is in review would leave no room for the list, so that both are scrolled as one.
  const isOneScroll = useIsNarrow() && inReview.length > 0;
  const review = useRef<HTMLDivElement>(null);
  const [reviewHeight, setReviewHeight] = useState(0);
  useLayoutEffect(() => {
    const shown = review.current;
    if (!isOneScroll || !shown) {
      setReviewHeight(0);
      return;
    }
    const observer = new ResizeObserver(() => setReviewHeight(shown.offsetHeight));
    observer.observe(shown);
    return () => observer.disconnect();
  }, [isOneScroll]);
  const list = useVirtualizer({
    scrollMargin: reviewHeight,
    count: highlights.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedCardPx,
    getItemKey: useCallback((index: number) => highlights[index]?.id ?? index, [highlights]),
    gap: 8,
    overscan: 6,
  });

  const wanted = active ?? firstInSight;
  useEffect(() => {
    const index = highlights.findIndex(({ id }) => id === wanted);
    const isInUse = scroller.current?.contains(document.activeElement) ?? false;
    // What is in review stays in sight until its user goes on.
    if (isOneScroll && !active) return;
    if (index !== -1 && !isInUse) list.scrollToIndex(index, { align: active ? 'auto' : 'start' });
  }, [wanted, active, highlights, list, isOneScroll]);

  const isEmpty = highlights.length === 0 && hidden === 0;
  // Of a large workspace they come after the text.
  const isWaiting = isEmpty && inReview.length === 0 && session.unread !== undefined;
  const reviews =
    inReview.length > 0 ? <ReviewList highlights={inReview} reselecting={reselecting} onReselect={onReselect} /> : null;
  return (
    <div className="highlight-pane">
      <header className="highlight-pane-head">
        <h2 className="pane-title">
          {isWaiting ? (
            <Trans>Reading the highlights…</Trans>
          ) : hidden > 0 ? (
            <Plural value={highlights.length} _0="No highlights" one="# highlight" other="# highlights" />
          ) : (
            <Plural value={highlights.length} _0="No highlights yet" one="# highlight" other="# highlights" />
          )}
          {hidden > 0 ? (
            <span className="faint">
              {' '}
              {highlights.length === 0 ? (
                <Plural value={hidden} one="# hidden by the filter" other="# hidden by the filter" />
              ) : (
                <Plural value={hidden} one="# more hidden by the filter" other="# more hidden by the filter" />
              )}
            </span>
          ) : null}
        </h2>
        <TagFilterControl filter={filter} onFilter={onFilter} />
      </header>
      {isOneScroll ? null : reviews}
      {isEmpty && !isWaiting ? (
        <EmptyState place="pane" actions={<TourButton />}>
          {digits.length === 0 ? (
            <Trans>
              Select a passage with the mouse, or press F7 and use Shift with the arrow keys. Then press T and give it a
              tag.
            </Trans>
          ) : (
            <Trans>
              Select a passage with the mouse, or press F7 and use Shift with the arrow keys. Then press the digit of a
              tag: {digits.join(', ')}.
            </Trans>
          )}
        </EmptyState>
      ) : null}
      {highlights.length === 0 && hidden > 0 ? (
        <EmptyState
          place="pane"
          actions={
            <button type="button" className="button" onClick={() => onFilter(noTagFilter)}>
              <Trans>Show all highlights</Trans>
            </button>
          }
        >
          <Trans>No highlight of this statement has the tags that you filter by.</Trans>
        </EmptyState>
      ) : null}
      <section className="highlight-scroll" ref={scroller} tabIndex={-1} aria-label={t`List of highlights`}>
        {isOneScroll ? (
          <div className="review-place" ref={review}>
            {reviews}
          </div>
        ) : null}
        <ol className="highlight-list" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const highlight = highlights[item.index];
            return highlight ? (
              <HighlightCard
                key={item.key}
                highlight={highlight}
                index={item.index}
                top={item.start - reviewHeight}
                measure={list.measureElement}
                isActive={highlight.id === active}
                isUnsaved={unsaved.includes(highlight.id)}
                onOpen={onOpen}
                onHistory={onHistory}
              />
            ) : null;
          })}
        </ol>
      </section>
    </div>
  );
}
