import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useMemo } from 'react';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { titleOf } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useAdding } from '../adding/use-adding.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { StatementReader } from './statement-reader.tsx';
import { useStatement } from './use-statement.ts';
import { VersionReader } from './version-reader.tsx';

/** What both columns of a split view have in common. */
export interface Reading {
  /** What a search found, by statement. */
  readonly found: ReadonlyMap<string, readonly Passage[]>;
  /** Whether other spellings of names are found too. */
  readonly spellings: boolean;
  readonly onSpellings: (spellings: boolean) => void;
  /** Whether a highlight is to be seen. */
  readonly passes: (highlight: PlacedHighlight) => boolean;
  /** A highlight in review whose place is being selected anew. */
  readonly reselecting: PlacedHighlight | null;
  readonly onReselected: () => void;
  readonly onActiveHighlight: (id: string | null) => void;
  readonly onFirstInSight: (id: string | null) => void;
}

interface ReaderColumnProps {
  readonly statement: string;
  readonly reading: Reading;
  /** Whether its user works in this column: the keys are about it. */
  readonly isActive: boolean;
  /** As of `StatementReader`. */
  readonly takesFocus: boolean;
  readonly onActivate: () => void;
  /** Closes the column; `null` where it is the only one. */
  readonly onClose: (() => void) | null;
  /** More controls for the column's bar. */
  readonly children: ReactNode;
}

const nothing: readonly Passage[] = [];
const ignore = (): void => undefined;

/** One open statement under its bar. */
export function ReaderColumn(props: ReaderColumnProps): ReactNode {
  const { statement: id, reading, isActive, takesFocus, onActivate, onClose, children } = props;
  const { passes, reselecting } = reading;
  const { session } = useAttest();
  const { t } = useLingui();
  const { here, showExcerpts } = useNavigation();
  const { rereading } = useAdding();
  // Whoever leaves the statement does not go on with its encoding when they come back.
  useEffect(
    () => () => {
      rereading.current = null;
    },
    [rereading],
  );
  const tell = useSentence();
  const loading = useStatement(id);
  const highlights = useMemo(
    () =>
      session.highlights.filter(
        (highlight) => highlight.statement === id && highlight.anchor.state === 'anchored' && passes(highlight),
      ),
    [session.highlights, id, passes],
  );
  const summary = session.statements.find((candidate) => candidate.id === id);
  const title = summary ? titleOf(summary) : id;
  const version = here.version?.statement === id && here.version.text !== summary?.sha256 ? here.version : null;
  return (
    <section
      className="reader"
      data-active={isActive}
      aria-label={title}
      onPointerDownCapture={isActive ? undefined : onActivate}
      onFocusCapture={isActive ? undefined : onActivate}
    >
      <header className="reader-bar">
        <span className="reader-bar-title" title={title}>
          {title}
        </span>
        <button
          type="button"
          className="link-button"
          onClick={() => showExcerpts({ ...everyExcerpt, statements: [id] })}
        >
          <Trans>Export</Trans>
        </button>
        {children}
        {onClose ? (
          <IconButton name={t`Close this statement`} onClick={onClose}>
            ×
          </IconButton>
        ) : null}
      </header>
      {version ? <VersionReader key={version.text} version={version} isActive={isActive} /> : null}
      {!version && loading && 'fault' in loading ? <p className="empty bad">{tell(loading.fault)}</p> : null}
      {!version && loading && 'statement' in loading ? (
        <StatementReader
          // Another text is another map of positions.
          key={loading.statement.sha256}
          statement={loading.statement}
          highlights={highlights}
          isActive={isActive}
          takesFocus={takesFocus}
          goal={here.goal}
          leftAt={here.leftAt}
          found={reading.found.get(id) ?? nothing}
          spellings={reading.spellings}
          onSpellings={reading.onSpellings}
          reselecting={reselecting?.statement === id ? reselecting : null}
          onReselected={reading.onReselected}
          onActiveHighlight={isActive ? reading.onActiveHighlight : ignore}
          onFirstInSight={isActive ? reading.onFirstInSight : ignore}
        />
      ) : null}
    </section>
  );
}
