import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { TagComparison } from '../../core/exchange/sharing-shapes.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { useSourceLanguage } from '../library/use-source-language.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useStatement } from '../reader/use-statement.ts';
import { useAttest } from '../state/use-attest.tsx';

/** How many passages are listed, and how much of each is shown, in UTF-16 units. */
const mostListed = 100;
const shownLength = 200;

/** The beginning of a passage; no character is cut in two. */
function beginningOf(words: string): string {
  if (words.length <= shownLength) return words;
  return `${words.slice(0, shownLength).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

type Disagreement = TagComparison['disagreements'][number];

interface PassagesProps {
  readonly statement: string;
  readonly passages: readonly Disagreement[];
  readonly a: string;
  readonly b: string;
}

function PassagesOf({ statement, passages, a, b }: PassagesProps): ReactNode {
  const { session } = useAttest();
  const { goTo } = useNavigation();
  const languageOf = useSourceLanguage();
  const loading = useStatement(statement);
  const summary = session.statements.find(({ id }) => id === statement);
  const text = loading && 'statement' in loading ? loading.statement.text : null;
  return (
    <section>
      <h4 className="pane-label">{summary ? titleOf(summary) : statement}</h4>
      <ul>
        {passages.map(({ start, end, by }) => {
          const name = by === 'a' ? a : b;
          return (
            <li key={`${start} ${end} ${by}`} className="disagreement" data-testid="disagreement">
              <button
                type="button"
                className="version-open"
                onClick={() => goTo({ kind: 'found', statement, passage: { start, end } })}
              >
                <q className="version-quote" {...languageOf(statement)}>
                  {text === null ? '…' : beginningOf(text.slice(start, end))}
                </q>
              </button>
              <span className="faint">
                <Trans>only {name}</Trans>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface DisagreementListProps {
  readonly row: TagComparison;
  /** What the two are called. */
  readonly a: string;
  readonly b: string;
}

/** The passages that only one of two people tagged, by statement; each leads into the reader. */
export function DisagreementList({ row, a, b }: DisagreementListProps): ReactNode {
  const listed = row.disagreements.slice(0, mostListed);
  const statements = [...new Set(listed.map(({ statement }) => statement))];
  return (
    <div className="disagreements">
      <h3 className="pane-title">
        <Trans>Tagged {row.path} by one of the two</Trans>
      </h3>
      {statements.map((statement) => (
        <PassagesOf
          key={statement}
          statement={statement}
          passages={listed.filter((passage) => passage.statement === statement)}
          a={a}
          b={b}
        />
      ))}
      {row.disagreementCount > listed.length ? (
        <p className="pane-hint">
          <Trans>These are the first {listed.length} passages.</Trans>
        </p>
      ) : null}
    </div>
  );
}
