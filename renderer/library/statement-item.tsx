import { Plural, Trans } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import { type StatementSummary, titleOf } from '../../core/statements/statement.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { TagDot } from '../controls/tag-chip.tsx';
import type { HighlightCount } from './count-highlights.ts';
import { useShortDateWords } from './use-date-words.ts';

interface StatementItemProps {
  readonly summary: StatementSummary;
  readonly highlights: HighlightCount | undefined;
  readonly tags: readonly Tag[];
  readonly isOpen: boolean;
  /** Whether Tab comes to it; left out where it comes to all. */
  readonly isStop?: boolean;
  readonly onOpen: (statement: string, isBeside: boolean) => void;
}

/** What was found of a statement’s file, where it is not as it was left. */
export function FixityMark({ fixity }: Pick<StatementSummary, 'fixity'>): ReactNode {
  if (fixity === 'verified') return null;
  return (
    <span className="bad">
      {fixity === 'changed' ? <Trans>changed</Trans> : null}
      {fixity === 'missing' ? <Trans>missing</Trans> : null}
      {fixity === 'unreadable' ? <Trans>cannot be read</Trans> : null}
    </span>
  );
}

/** A statement in the library: its title, date, publisher, and how much of it is marked. A click opens it. */
export const StatementItem = memo(function StatementItem(props: StatementItemProps): ReactNode {
  const { summary, highlights, tags, isOpen, isStop, onOpen } = props;
  const wordDate = useShortDateWords();
  const [date, publisher] = [wordDate(summary.date.value), summary.publisher.value];
  const isReadable = summary.fixity === 'verified' || summary.fixity === 'changed';
  return (
    <button
      type="button"
      className="statement-item"
      aria-current={isOpen}
      disabled={!isReadable}
      data-row={summary.id}
      tabIndex={isStop === false ? -1 : undefined}
      onClick={(event) => onOpen(summary.id, event.ctrlKey || event.metaKey)}
    >
      <span className="statement-item-title" dir="auto">
        {titleOf(summary)}
      </span>
      <span className="statement-item-facts">
        <span title={[date.full, publisher].filter(Boolean).join(' · ')}>
          {date.short === date.full ? (
            date.full
          ) : (
            <>
              <span aria-hidden="true">{date.short}</span>
              <span className="visually-hidden">{date.full}</span>
            </>
          )}
          {publisher === null ? null : (
            <>
              {' '}
              · <bdi>{publisher}</bdi>
            </>
          )}
        </span>
        {highlights ? (
          <span className="statement-item-count">
            {tags
              .filter(({ id }) => highlights.tags.includes(id))
              .map((tag) => (
                <TagDot key={tag.id} tag={tag} />
              ))}
            <span aria-hidden="true">{highlights.count}</span>
            <span className="visually-hidden">
              <Plural value={highlights.count} one="# highlight" other="# highlights" />
            </span>
          </span>
        ) : null}
      </span>
      <FixityMark fixity={summary.fixity} />
    </button>
  );
});
