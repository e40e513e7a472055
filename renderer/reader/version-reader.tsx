import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { type Statement, titleOf } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { FindBar } from '../find/find-bar.tsx';
import { findWords } from '../find/find-words.ts';
import { useFinding } from '../find/use-find.ts';
import { useFindKeys } from '../find/use-find-keys.ts';
import { sourceLanguage } from '../library/source-language.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import type { OlderVersion } from '../navigation/visit.ts';
import { PagesSide } from '../pages/pages-side.tsx';
import { usePageMarks } from '../pages/use-page-marks.ts';
import { usePageStarts } from '../pages/use-page-starts.ts';
import { usePagesCommand } from '../pages/use-pages-command.ts';
import { usePanes } from '../panes/use-panes.tsx';
import type { Goal } from '../state/goal.ts';
import { useAttest } from '../state/use-attest.tsx';
import { StatementHead } from './statement-head.tsx';
import { StatementText } from './statement-text.tsx';
import { useOldVersion } from './use-old-version.ts';
import { usePainting } from './use-painting.ts';
import { useReveal } from './use-reveal.ts';
import { useTextMap } from './use-text-map.ts';
import { useVersionWords } from './use-version-words.ts';

const noHighlights: readonly PlacedHighlight[] = [];
const nothing: readonly Passage[] = [];
const ignore = (): void => undefined;

interface VersionTextProps {
  readonly statement: Statement;
  /** The words that are looked for. */
  readonly passage: Passage | null;
  readonly isActive: boolean;
}

/** The text of an older version, to read and to copy from; nothing is marked in it but what was looked for. */
function VersionText({ statement, passage, isActive }: VersionTextProps): ReactNode {
  const { session } = useAttest();
  const { panes } = usePanes();
  const { t } = useLingui();
  const { openStatement } = useNavigation();
  const { day: wordDay } = useVersionWords();
  const scroller = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const { id } = statement.summary;
  const starts = usePageStarts(statement);
  const hasPages = starts.pages.length > 0;
  usePagesCommand(hasPages && isActive);
  const marks = usePageMarks(statement.blocks, starts.pages);
  const mapOf = useTextMap(article, statement.blocks, starts.pages);
  const goal = useMemo<Goal | null>(() => passage && { kind: 'found', statement: id, passage }, [passage, id]);
  const { openFolds, onFoldChange, reveal } = useReveal(scroller, statement, mapOf, goal, ignore);
  const find = useCallback(async (query: string) => findWords(statement.text, query), [statement.text]);
  const finding = useFinding(find, reveal);
  const field = useRef<HTMLInputElement>(null);
  const onFind = (): void => {
    flushSync(() => finding.open(null, passage?.start ?? 0));
    field.current?.select();
  };
  useFindKeys({ isActive, onFind, onStep: (by) => (finding.isOpen ? finding.step(by) : onFind()) });
  const found = finding.isOpen ? (finding.found?.matches ?? nothing) : nothing;
  const foundHere = finding.isOpen ? finding.current : passage;
  usePainting(mapOf, { highlights: noHighlights, active: null, found, foundHere });
  const back = useCallback((): void => openStatement(id), [openStatement, id]);
  useEffect(() => article.current?.focus({ preventScroll: true }), []);

  const own = session.statements.find((summary) => summary.id === id)?.own;
  const added = own?.versions.find(({ sha256 }) => sha256 === statement.sha256)?.added;
  const day = added === undefined ? null : wordDay(added);
  const title = titleOf(statement.summary);
  const letters = plural(statement.summary.words, { one: '# word', other: '# words' });
  return (
    <div className="reader-columns">
      <div className="reader-body older">
        <p className="older-version" role="status" data-testid="older-version">
          {day === null ? (
            <Trans>An older version of the text. Highlights stand in the newest.</Trans>
          ) : (
            <Trans>An older version, from {day}. Highlights stand in the newest.</Trans>
          )}{' '}
          <button type="button" className="link-button" onClick={back}>
            <Trans>Show the newest version</Trans>
          </button>
        </p>
        {finding.isOpen ? (
          <FindBar
            finding={finding}
            field={field}
            spellings={false}
            onSpellings={null}
            onClose={() => {
              finding.close();
              article.current?.focus({ preventScroll: true });
            }}
          />
        ) : null}
        <div className="reader-scroll" ref={scroller}>
          <article
            className="statement"
            ref={article}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the text takes the focus, to be scrolled by keyboard
            tabIndex={0}
            aria-label={t`Older version of “${title}”, ${letters}`}
            data-pages={hasPages}
            // A custom property is not in React's list of styles.
            style={{ '--lanes': 0 } as CSSProperties}
          >
            <StatementHead statement={statement} hasPages={hasPages} onStructure={null} />
            <div {...sourceLanguage(statement.summary)}>
              <StatementText statement={statement} pages={marks} openFolds={openFolds} onFoldChange={onFoldChange} />
            </div>
          </article>
        </div>
      </div>
      {hasPages && panes.arePagesShown ? (
        <PagesSide statement={statement} starts={starts} scroller={scroller} mapOf={mapOf} reveal={reveal} />
      ) : null}
    </div>
  );
}

interface VersionReaderProps {
  readonly version: OlderVersion;
  readonly isActive: boolean;
}

/** An older version of a statement, in place of its newest. */
export function VersionReader({ version, isActive }: VersionReaderProps): ReactNode {
  const { openStatement } = useNavigation();
  const tell = useSentence();
  const loading = useOldVersion(version.statement, version.text);
  if (loading === null) return null;
  if ('fault' in loading) {
    return (
      <div className="empty">
        <p className="bad">{tell(loading.fault)}</p>
        <button type="button" className="link-button" onClick={() => openStatement(version.statement)}>
          <Trans>Show the newest version</Trans>
        </button>
      </div>
    );
  }
  return <VersionText statement={loading.statement} passage={version.passage} isActive={isActive} />;
}
