import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Statement } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { sourceLanguage } from '../library/source-language.ts';
import { useSourceLanguage } from '../library/use-source-language.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useStatement } from '../reader/use-statement.ts';
import { useHighlightActions } from './use-highlight-actions.ts';

/** Characters of the statement shown on either side of a candidate. */
const contextLength = 60;

function CandidateText({
  statement,
  passage,
}: {
  readonly statement: Statement;
  readonly passage: Passage;
}): ReactNode {
  const { text } = statement;
  return (
    <span className="candidate-text" {...sourceLanguage(statement.summary)}>
      <span className="faint">…{text.slice(Math.max(0, passage.start - contextLength), passage.start)}</span>
      <mark>{text.slice(passage.start, passage.end)}</mark>
      <span className="faint">{text.slice(passage.end, passage.end + contextLength)}…</span>
    </span>
  );
}

interface ReviewCardProps {
  readonly highlight: PlacedHighlight;
  readonly statement: Statement | null;
  readonly isReselecting: boolean;
  readonly onReselect: (id: string | null) => void;
}

function ReviewCard({ highlight, statement, isReselecting, onReselect }: ReviewCardProps): ReactNode {
  const { t } = useLingui();
  const actions = useHighlightActions();
  const languageOf = useSourceLanguage();
  const { anchor, selector, id } = highlight;
  const card = useRef<HTMLLIElement>(null);
  const { openVersion } = useNavigation();
  const { statement: statementId } = highlight;
  const { source, start, end } = selector;
  // Of a bundled statement there is no other text than the one that is shown.
  const wasMarkedElsewhere = statement?.summary.own !== undefined && statement.sha256 !== source;
  /** The card may go: the list beside it takes the focus. */
  const leave = (): void =>
    card.current?.closest('.highlight-pane')?.querySelector<HTMLElement>('.highlight-scroll')?.focus();
  const candidates = anchor.state === 'needs-review' ? anchor.candidates : [];
  return (
    <li ref={card} className="review-card" data-testid="review-card">
      <p className="pane-label">
        <Trans>Marked as</Trans>
      </p>
      <blockquote className="card-quote" {...languageOf(highlight.statement)}>
        {selector.quote}
      </blockquote>
      <p className="pane-hint">
        {highlight.orphan ? (
          <Trans>Kept as an orphan. It is exported as such.</Trans>
        ) : candidates.length === 0 ? (
          <Trans>These words are not in the statement any more.</Trans>
        ) : (
          <Plural value={candidates.length} one="It may be this passage:" other="It may be one of these # passages:" />
        )}
      </p>
      {statement ? (
        <ol className="candidates">
          {candidates.map((candidate) => (
            <li key={candidate.start} className="candidate">
              <CandidateText statement={statement} passage={candidate} />
              <button
                type="button"
                className="button"
                onClick={() => {
                  leave();
                  const passage = { start: candidate.start, end: candidate.end };
                  void actions.reanchor(highlight, { passage, text: statement.sha256 });
                }}
              >
                <Trans>This one</Trans>
              </button>
              <span className="faint">
                {candidate.isExact ? t`the same words` : t`${Math.round(candidate.score * 100)} % alike`}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      <div className="card-actions">
        {wasMarkedElsewhere ? (
          <button
            type="button"
            className="link-button"
            onClick={() => openVersion({ statement: statementId, text: source, passage: { start, end } })}
          >
            <Trans>Show it in the version it was marked in</Trans>
          </button>
        ) : null}
        <button
          type="button"
          className="link-button"
          aria-pressed={isReselecting}
          onClick={() => onReselect(isReselecting ? null : id)}
        >
          {isReselecting ? <Trans>Now select the passage in the text…</Trans> : <Trans>Select it in the text</Trans>}
        </button>
        {highlight.orphan ? null : (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              leave();
              void actions.keepOrphan(id);
            }}
          >
            <Trans>Keep as an orphan</Trans>
          </button>
        )}
        <button
          type="button"
          className="link-button"
          onClick={() => {
            leave();
            void actions.remove([id]);
          }}
        >
          <Trans>Delete</Trans>
        </button>
      </div>
    </li>
  );
}

interface ReviewListProps {
  /** Highlights of one statement whose place is not certain. */
  readonly highlights: readonly PlacedHighlight[];
  readonly reselecting: string | null;
  readonly onReselect: (id: string | null) => void;
}

/** What a person has to decide: what was marked, where it may stand now, and what to do about it. Nothing is guessed. */
export function ReviewList({ highlights, reselecting, onReselect }: ReviewListProps): ReactNode {
  const { t } = useLingui();
  const loading = useStatement(highlights[0]?.statement ?? '');
  const statement = loading && 'statement' in loading ? loading.statement : null;
  const open = highlights.filter(({ orphan }) => !orphan).length;
  return (
    <section className="review" aria-label={t`Highlights in review`}>
      <h3 className="pane-title bad">
        <Plural value={open} _0="Orphans" one="# highlight needs review" other="# highlights need review" />
      </h3>
      <ol className="review-list">
        {highlights.map((highlight) => (
          <ReviewCard
            key={highlight.id}
            highlight={highlight}
            statement={statement}
            isReselecting={highlight.id === reselecting}
            onReselect={onReselect}
          />
        ))}
      </ol>
    </section>
  );
}
