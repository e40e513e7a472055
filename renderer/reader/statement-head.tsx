import { Collapsible } from '@base-ui/react/collapsible';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Statement, titleOf } from '../../core/statements/statement.ts';
import { useAdding } from '../adding/use-adding.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { useKindWords } from '../library/use-kind-words.ts';
import { PagesButton } from '../pages/pages-button.tsx';
import { CatalogueTable } from './catalogue-table.tsx';
import { StatementMenu } from './statement-menu.tsx';

/** Words read in a minute: what readers of English prose do on average. */
const wordsPerMinute = 220;

/** Characters of a fingerprint that are shown where the whole of it is not needed. */
const shortFingerprint = 8;

interface StatementHeadProps {
  readonly statement: Statement;
  /** Whether there are pages to be shown beside its text. */
  readonly hasPages: boolean;
  /** Puts its structure right; `null` where that cannot be. */
  readonly onStructure: (() => void) | null;
}

/** What the catalogue says of a statement, above its text; not part of the text itself. */
export function StatementHead({ statement, hasPages, onStructure }: StatementHeadProps): ReactNode {
  const { summary, sha256 } = statement;
  const { rereading } = useAdding();
  const [isRecordOpen, setRecordOpen] = useState(() => rereading.current === summary.id);
  const head = useRef<HTMLElement>(null);
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
  const hasEncoding = summary.own?.encoding != null && sha256 === summary.own.versions.at(-1)?.sha256;
  const showEncoding = (): void => {
    flushSync(() => setRecordOpen(true));
    const choice = head.current?.querySelector<HTMLElement>('.encoding-choice button');
    choice?.click();
    // The menu gives the focus back to its button first.
    requestAnimationFrame(() => choice?.focus());
  };
  return (
    <header className="statement-head" ref={head}>
      <p className="statement-kind">
        {summary.kind.value === null ? null : <span className="capital">{wordKind(summary.kind.value)}</span>}
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
      <Collapsible.Root className="catalogue" open={isRecordOpen} onOpenChange={setRecordOpen}>
        <div className="statement-ways">
          <Collapsible.Trigger className="link-button">
            <Trans>Where this comes from</Trans>
          </Collapsible.Trigger>
          {summary.own ? (
            <StatementMenu
              statement={statement}
              own={summary.own}
              onEncoding={hasEncoding ? showEncoding : null}
              onStructure={onStructure}
            />
          ) : null}
          {hasPages ? <PagesButton /> : null}
        </div>
        <Collapsible.Panel>
          <CatalogueTable summary={summary} sha256={sha256} label={t`Catalogue record`} />
        </Collapsible.Panel>
      </Collapsible.Root>
    </header>
  );
}
