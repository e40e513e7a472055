import { Collapsible } from '@base-ui/react/collapsible';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { type Statement, titleOf } from '../../core/statements/statement.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { useKindWords } from '../library/use-kind-words.ts';
import { CatalogueTable } from './catalogue-table.tsx';

/** Words read in a minute: what readers of English prose do on average. */
const wordsPerMinute = 220;

/** Characters of a fingerprint that are shown where the whole of it is not needed. */
const shortFingerprint = 8;

/** What the catalogue says of a statement, above its text; not part of the text itself. */
export function StatementHead({ statement }: { readonly statement: Statement }): ReactNode {
  const { summary, sha256 } = statement;
  const { t } = useLingui();
  const wordDate = useDateWords();
  const wordKind = useKindWords();
  const people = summary.people.value?.map(({ name }) => name).join(', ');
  const minutes = Math.max(1, Math.round(summary.words / wordsPerMinute));
  const isVerified = summary.fixity === 'verified';
  const fingerprint = sha256.slice(0, shortFingerprint);
  const facts = [
    people,
    summary.publisher.value === people ? null : summary.publisher.value,
    summary.place.value,
    wordDate(summary.date.value),
  ].filter((fact) => fact !== null && fact !== undefined);
  return (
    <header className="statement-head">
      <p className="statement-kind">
        <span className="capital">{summary.kind.value === null ? null : wordKind(summary.kind.value)}</span>
        <span className={isVerified ? 'good' : 'bad'} title={`SHA-256 ${sha256}`}>
          {isVerified ? (
            <Trans>✓ Source verified {fingerprint}</Trans>
          ) : (
            <Trans>⚠ Not the catalogued source {fingerprint}</Trans>
          )}
        </span>
      </p>
      <h1 className="statement-title" dir="auto">
        {titleOf(summary)}
      </h1>
      <p className="statement-facts">
        {facts.map((fact) => (
          <Fragment key={fact}>
            <bdi>{fact}</bdi> ·{' '}
          </Fragment>
        ))}
        <span className="nowrap">
          <Plural value={summary.words} one="# word" other="# words" />,
        </span>{' '}
        <span className="nowrap">
          <Plural value={minutes} one="# minute" other="# minutes" />
        </span>
      </p>
      <Collapsible.Root className="catalogue">
        <Collapsible.Trigger className="link-button">
          <Trans>Where this comes from</Trans>
        </Collapsible.Trigger>
        <Collapsible.Panel>
          <CatalogueTable summary={summary} sha256={sha256} label={t`Catalogue record`} />
        </Collapsible.Panel>
      </Collapsible.Root>
    </header>
  );
}
