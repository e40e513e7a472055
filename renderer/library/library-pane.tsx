import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { type StatementSummary, titleOf } from '../../core/statements/statement.ts';
import { inTreeOrder } from '../../core/tags/tag-tree.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { TagDot } from '../controls/tag-chip.tsx';
import { useNameOrder } from '../language/use-name-order.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { useShortDateWords } from './use-date-words.ts';

interface StatementItemProps {
  readonly summary: StatementSummary;
  readonly highlights: readonly PlacedHighlight[];
  readonly isOpen: boolean;
  readonly onOpen: (isBeside: boolean) => void;
}

function StatementItem({ summary, highlights, isOpen, onOpen }: StatementItemProps): ReactNode {
  const { session } = useAttest();
  const wordDate = useShortDateWords();
  const [date, publisher] = [wordDate(summary.date.value), summary.publisher.value];
  const used = session.tags.filter((tag) => highlights.some((highlight) => highlight.tags.includes(tag.id)));
  const isReadable = summary.fixity === 'verified' || summary.fixity === 'changed';
  return (
    <li>
      <button
        type="button"
        className="statement-item"
        aria-current={isOpen}
        disabled={!isReadable}
        onClick={(event) => onOpen(event.ctrlKey || event.metaKey)}
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
            )}{' '}
            · <bdi>{publisher}</bdi>
          </span>
          {highlights.length > 0 ? (
            <span className="statement-item-count">
              {used.map((tag) => (
                <TagDot key={tag.id} tag={tag} />
              ))}
              <span aria-hidden="true">{highlights.length}</span>
              <span className="visually-hidden">
                <Plural value={highlights.length} one="# highlight" other="# highlights" />
              </span>
            </span>
          ) : null}
        </span>
        {summary.fixity === 'verified' ? null : (
          <span className="bad">
            {summary.fixity === 'changed' ? <Trans>changed</Trans> : null}
            {summary.fixity === 'missing' ? <Trans>missing</Trans> : null}
            {summary.fixity === 'unreadable' ? <Trans>cannot be read</Trans> : null}
          </span>
        )}
      </button>
    </li>
  );
}

interface LibraryPaneProps {
  /** The statements that are open. */
  readonly open: readonly string[];
  readonly onOpen: (statement: string) => void;
  /** Opens it beside the one that is open: a click with Ctrl, or Ctrl and Enter. */
  readonly onOpenBeside: (statement: string) => void;
  readonly onTag: (tag: string) => void;
}

const none: readonly PlacedHighlight[] = [];

/** The highlights of each statement, and how many each tag is on, in one walk over all of them. */
function sortOut(highlights: readonly PlacedHighlight[]) {
  const byStatement = new Map<string, PlacedHighlight[]>();
  const tagged = new Map<string, number>();
  for (const highlight of highlights) {
    const own = byStatement.get(highlight.statement);
    if (own) own.push(highlight);
    else byStatement.set(highlight.statement, [highlight]);
    for (const tag of highlight.tags) tagged.set(tag, (tagged.get(tag) ?? 0) + 1);
  }
  return { byStatement, tagged };
}

/** The statements of the collection, and the tags with how often each is used. */
export function LibraryPane({ open, onOpen, onOpenBeside, onTag }: LibraryPaneProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const { show } = useNavigation();
  const { byStatement, tagged } = useMemo(() => sortOut(session.highlights), [session.highlights]);
  return (
    <nav className="library" aria-label={t`Library`}>
      <h2 className="pane-label">
        <Plural value={session.statements.length} one="# statement" other="# statements" />
      </h2>
      <ul className="statement-list">
        {session.statements.map((summary) => (
          <StatementItem
            key={summary.id}
            summary={summary}
            highlights={byStatement.get(summary.id) ?? none}
            isOpen={open.includes(summary.id)}
            onOpen={(isBeside) => (isBeside ? onOpenBeside : onOpen)(summary.id)}
          />
        ))}
      </ul>
      <h2 className="pane-label">
        <Trans>Tags</Trans>
      </h2>
      {session.tags.length === 0 ? (
        <EmptyState
          place="pane"
          actions={
            <button type="button" className="link-button" onClick={() => show('codebook')}>
              <Trans>Open the codebook</Trans>
            </button>
          }
        >
          <Trans>There is no tag yet.</Trans>
        </EmptyState>
      ) : null}
      <ul className="tag-list">
        {inTreeOrder(session.tags, compareNames).map(({ tag, depth }) => {
          const path = tag.name;
          const highlights = tagged.get(tag.id) ?? 0;
          const count = plural(highlights, { one: '# highlight', other: '# highlights' });
          return (
            <li key={tag.id} style={{ paddingInlineStart: `${depth}rem` }}>
              <button type="button" className="tag-item" onClick={() => onTag(tag.id)}>
                <TagDot tag={tag} />
                <span aria-hidden="true">{path}</span>
                <span className="faint" aria-hidden="true">
                  {highlights}
                </span>
                <span className="visually-hidden">{t`Excerpts tagged ${path}, ${count}`}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
