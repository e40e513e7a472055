import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Statement } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import type { Goal } from '../state/goal.ts';
import { useAttest } from '../state/use-attest.tsx';
import { clearPaint, paintHighlights, paintPassages } from './paint.ts';
import { type BarPanel, SelectionBar } from './selection-bar.tsx';
import { StatementHead } from './statement-head.tsx';
import { foldsAround, StatementText } from './statement-text.tsx';
import { TextMap } from './text-map.ts';
import { useCaret } from './use-caret.ts';
import { markedHighlight, useMarking } from './use-marking.ts';
import { useReaderKeys } from './use-reader-keys.ts';

interface StatementReaderProps {
  readonly statement: Statement;
  /** The highlights of this statement, in reading order. */
  readonly highlights: readonly PlacedHighlight[];
  /** Where to go; a new object goes there again. */
  readonly goal: Goal | null;
  /** The words a search found in this statement. */
  readonly found: readonly Passage[];
  readonly onActiveHighlight: (id: string | null) => void;
}

/** The pixels that stay free above a passage that is brought into sight. */
const headroomPx = 140;

/** One statement, with its highlights painted and the bar at what is selected. Needs a key of its own per statement. */
export function StatementReader(props: StatementReaderProps): ReactNode {
  const { statement, highlights, goal, found, onActiveHighlight } = props;
  const { session } = useAttest();
  const { t } = useLingui();
  const actions = useHighlightActions();
  const article = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const map = useRef<TextMap | null>(null);
  const mapOf = useCallback(() => map.current, []);
  const [openFolds, setOpenFolds] = useState<ReadonlySet<number>>(new Set());
  const [panel, setPanel] = useState<BarPanel>('buttons');
  const { marking, markHighlight, clear } = useMarking(article, statement, highlights, mapOf);
  const caret = useCaret(article);

  const onFoldChange = useCallback((fold: number, isOpen: boolean) => {
    setOpenFolds((before) => new Set(isOpen ? [...before, fold] : [...before].filter((other) => other !== fold)));
  }, []);

  useLayoutEffect(() => {
    if (article.current) map.current = new TextMap(article.current);
    return clearPaint;
  }, []);

  useLayoutEffect(() => {
    if (map.current) paintHighlights(map.current, highlights, session.tags);
  }, [highlights, session.tags]);

  useLayoutEffect(() => {
    if (!map.current) return;
    paintPassages(map.current, 'found', found);
    paintPassages(map.current, 'found-here', goal?.kind === 'found' ? [goal.passage] : []);
  }, [found, goal]);

  useLayoutEffect(() => {
    if (map.current) paintPassages(map.current, 'active', marking ? [marking.passage] : []);
  }, [marking]);

  // What is marked may have been deleted, here or by undo.
  const current = marking ? markedHighlight(marking, highlights) : null;
  const worked = useRef<string | null>(null);
  useEffect(() => {
    if (worked.current !== null && !highlights.some(({ id }) => id === worked.current)) clear();
    worked.current = current?.id ?? null;
  }, [current, highlights, clear]);
  useEffect(() => onActiveHighlight(current?.id ?? null), [current?.id, onActiveHighlight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage starts with the buttons again
  useEffect(() => setPanel('buttons'), [marking?.passage.start, marking?.passage.end]);

  const reveal = useCallback(
    (passage: Passage): void => {
      const folds = foldsAround(statement.blocks, passage);
      flushSync(() => setOpenFolds((before) => new Set([...before, ...folds])));
      const rect = map.current?.rangesOf(passage)[0]?.getBoundingClientRect();
      const frame = scroller.current?.getBoundingClientRect();
      if (rect && frame) scroller.current?.scrollBy({ top: rect.top - frame.top - headroomPx });
    },
    [statement],
  );

  const gone = useRef<Goal | null>(null);
  useEffect(() => {
    if (!goal || gone.current === goal || goal.statement !== statement.summary.id) return;
    gone.current = goal;
    // React is still rendering here, and `reveal` renders at once: let it finish first.
    queueMicrotask(() => {
      reveal(goal.passage);
      if (goal.kind === 'highlight') markHighlight(goal.highlight);
    });
  }, [goal, statement, reveal, markHighlight]);

  const done = useCallback(() => {
    document.getSelection()?.collapseToEnd();
    clear();
    article.current?.focus({ preventScroll: true });
  }, [clear]);

  /** Works on the highlight that is marked; makes one of the selected passage first where there is none. */
  const withHighlight = (work: (highlight: PlacedHighlight) => Promise<void>, tag: string | null, note = ''): void => {
    if (!marking) return;
    document.getSelection()?.collapseToEnd();
    void (current ? work(current) : actions.add(statement.summary.id, marking.passage, tag, note));
  };

  const onTag = (name: string): void => {
    setPanel('buttons');
    withHighlight((highlight) => actions.toggleTag(highlight, name), name);
  };
  const onNote = (note: string): void => {
    setPanel('buttons');
    withHighlight((highlight) => actions.setNote(highlight, note), null, note);
  };
  const onCite = (): void => {
    if (marking) void actions.cite(statement.summary.id, marking.passage);
  };
  const onDelete = (): void => {
    if (current) void actions.remove([current.id]);
  };
  useReaderKeys({
    isMarking: marking !== null,
    tags: session.tags,
    onTag,
    onMore: () => setPanel('tags'),
    onNote: () => setPanel('note'),
    onCite,
    onDelete,
    onClose: done,
  });

  const anchor = useCallback(() => {
    const ranges = marking ? map.current?.rangesOf(marking.passage) : undefined;
    const last = ranges?.findLast((range) => range.getClientRects().length > 0);
    const rect = [...(last?.getClientRects() ?? [])].at(-1);
    return rect ? { getBoundingClientRect: () => rect } : null;
  }, [marking]);

  return (
    <div className="reader-scroll" ref={scroller}>
      <article
        className="statement"
        ref={article}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the text takes the focus, to be read and selected by keyboard
        tabIndex={0}
        lang={statement.summary.language.value ?? undefined}
        aria-label={t`Statement`}
        data-caret={caret !== null}
      >
        <StatementHead statement={statement} />
        <StatementText statement={statement} openFolds={openFolds} onFoldChange={onFoldChange} />
        {caret ? <span className="caret" style={{ left: caret.left, top: caret.top, height: caret.height }} /> : null}
      </article>
      {marking ? (
        <SelectionBar
          highlight={current}
          here={marking.here.flatMap((id) => highlights.find((highlight) => highlight.id === id) ?? [])}
          tags={session.tags}
          panel={panel}
          onPanel={setPanel}
          onTag={onTag}
          onNote={onNote}
          onCite={onCite}
          onDelete={onDelete}
          onChoose={(id) => {
            setPanel('buttons');
            markHighlight(id, marking.here);
          }}
          onClose={done}
          anchor={anchor}
        />
      ) : null}
    </div>
  );
}
