import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { hasHeadersAndFooters } from '../../core/statements/place.ts';
import { type Statement, titleOf } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { FindBar } from '../find/find-bar.tsx';
import { HitMap } from '../find/hit-map.tsx';
import { selectionQuery } from '../find/selection-query.ts';
import { useFind } from '../find/use-find.ts';
import { useFindKeys } from '../find/use-find-keys.ts';
import type { NoteDraft } from '../highlights/note-editor.tsx';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import { useHighlightWords } from '../highlights/use-highlight-words.ts';
import { sourceLanguage } from '../library/source-language.ts';
import type { LeftAt } from '../navigation/visit.ts';
import { PagesSide } from '../pages/pages-side.tsx';
import { usePageMarks } from '../pages/use-page-marks.ts';
import { usePageStarts } from '../pages/use-page-starts.ts';
import { usePagesCommand } from '../pages/use-pages-command.ts';
import { usePanes } from '../panes/use-panes.tsx';
import { usePlace } from '../places/use-place.ts';
import { usePlaces } from '../places/use-places.tsx';
import type { Goal } from '../state/goal.ts';
import { useAttest } from '../state/use-attest.tsx';
import { useTour } from '../tour/use-tour.tsx';
import { collapseSelection } from './collapse-selection.ts';
import { PassageHandles } from './passage-handles.tsx';
import { type BarPanel, SelectionBar } from './selection-bar.tsx';
import { StatementHead } from './statement-head.tsx';
import { StatementText } from './statement-text.tsx';
import { StructureMenu } from './structure-menu.tsx';
import { useBarAnchor } from './use-bar-anchor.ts';
import { useCaret } from './use-caret.ts';
import { useKeptSelection } from './use-kept-selection.ts';
import { useListFollow } from './use-list-follow.ts';
import { markedHighlight, useMarking } from './use-marking.ts';
import { usePainting } from './use-painting.ts';
import { useProvisional } from './use-provisional.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { useReveal } from './use-reveal.ts';
import { useStructure } from './use-structure.ts';
import { useTextMap } from './use-text-map.ts';

interface StatementReaderProps {
  readonly statement: Statement;
  /** The highlights of this statement that are to be seen, in reading order. */
  readonly highlights: readonly PlacedHighlight[];
  /** Whether the keys are about it: of two statements beside each other, one. */
  readonly isActive: boolean;
  /** Whether it takes the focus where nothing has it: after what had it was closed, or when it opens beside another. */
  readonly takesFocus: boolean;
  /** Where to go; a new object goes there again. */
  readonly goal: Goal | null;
  /** Where it was left, for who comes back with Back or Forward. */
  readonly leftAt: LeftAt | null;
  /** The words a search found in this statement. */
  readonly found: readonly Passage[];
  /** Whether other spellings of names are found too. */
  readonly spellings: boolean;
  readonly onSpellings: (spellings: boolean) => void;
  /** A highlight in review whose place is being selected anew; the bar then offers to use the selection for it. */
  readonly reselecting: PlacedHighlight | null;
  readonly onReselected: () => void;
  readonly onActiveHighlight: (id: string | null) => void;
  readonly onFirstInSight: (id: string | null) => void;
}

const noMatches: readonly Passage[] = [];

/** The lanes to make room for under each line: in few steps, since each lays the whole statement out anew. */
function roomFor(lanes: number): number {
  return [2, 4, 7].find((room) => lanes <= room) ?? 10;
}

/** One statement, with its highlights painted and the bar at what is selected. Needs a key of its own per statement. */
export function StatementReader(props: StatementReaderProps): ReactNode {
  const { statement, highlights, isActive, takesFocus, goal, leftAt, found, spellings, onSpellings } = props;
  const { reselecting, onReselected, onActiveHighlight, onFirstInSight } = props;
  const { session } = useAttest();
  const { panes } = usePanes();
  const { t } = useLingui();
  const announce = useAnnounce();
  const actions = useHighlightActions();
  const wordHighlight = useHighlightWords();
  const { did } = useTour();
  const title = titleOf(statement.summary);
  const article = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const findField = useRef<HTMLInputElement>(null);
  const [panel, setPanel] = useState<BarPanel>('buttons');
  const [preview, setPreview] = useState<Passage | null>(null);

  const starts = usePageStarts(statement);
  const marksOfPages = usePageMarks(statement.blocks, starts.pages);
  const mapOf = useTextMap(article, statement.blocks, starts.pages);
  useKeptSelection(article, mapOf);
  const { marking, mark, markHighlight, readSelection, clear } = useMarking(article, statement, highlights, mapOf);
  const passage = preview ?? marking?.passage ?? null;
  const foundHere = goal?.kind === 'found' && goal.statement === statement.summary.id ? goal.passage : null;
  const { shown, show } = useProvisional(statement, highlights);
  const caret = useCaret(article, statement, mapOf, marking !== null, isActive);
  const places = usePlaces();
  // Coming back to a statement is not going to its goal once more.
  const nextGoal = goal && goal.statement === statement.summary.id && !places.wasReached(goal) ? goal : null;
  usePlace(scroller, statement.summary.id, mapOf, nextGoal !== null, leftAt);
  const onArrived = useCallback(
    (arrived: Goal) => {
      places.reach(arrived);
      if (arrived.kind === 'highlight') markHighlight(arrived.highlight);
      // What was pressed to come here may be gone: whoever works by keyboard goes on in the text.
      else if (document.activeElement === document.body) article.current?.focus({ preventScroll: true });
    },
    [markHighlight, places],
  );
  const { openFolds, onFoldChange, unfold, reveal } = useReveal(scroller, statement, mapOf, nextGoal, onArrived);
  useListFollow(scroller, highlights, mapOf, onFirstInSight);
  const finding = useFind(statement.summary.id, spellings, reveal);
  const marks = finding.isOpen ? (finding.found?.matches ?? noMatches) : found;
  const markHere = finding.isOpen ? finding.current : foundHere;
  const lanes = usePainting(mapOf, { highlights: shown, active: passage, found: marks, foundHere: markHere });

  // What is marked may have been deleted, here or by undo.
  const current = marking ? markedHighlight(marking, highlights) : null;
  const worked = useRef<string | null>(null);
  useEffect(() => {
    if (worked.current !== null && !highlights.some(({ id }) => id === worked.current)) clear();
    worked.current = current?.id ?? null;
  }, [current, highlights, clear]);
  useEffect(() => onActiveHighlight(current?.id ?? null), [current?.id, onActiveHighlight]);
  const isSelecting = marking !== null && current === null;
  useEffect(() => {
    if (isSelecting) did('select');
  }, [isSelecting, did]);
  useEffect(() => {
    if (!isActive) clear();
  }, [isActive, clear]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage starts with the buttons again
  useEffect(() => setPanel('buttons'), [marking?.passage.start, marking?.passage.end]);
  const isOfPages = hasHeadersAndFooters(statement.summary);
  useEffect(() => {
    if (!marking || !unfold(marking.passage)) return;
    announce(
      isOfPages
        ? t`The passage reaches into a header or a footer, which is now shown.`
        : t`The passage reaches into website text, which is now shown.`,
    );
  }, [marking, unfold, announce, isOfPages, t]);

  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) article.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const done = useCallback(() => {
    collapseSelection();
    clear();
    article.current?.focus({ preventScroll: true });
  }, [clear]);

  /** Works on the highlight that is marked; makes one of the selected passage first where there is none. */
  const withHighlight = (
    work: (highlight: PlacedHighlight) => Promise<void>,
    tag: string | null,
    draft: NoteDraft = { note: '', isNotePrivate: false },
  ): void => {
    if (!marking) return;
    if (current) {
      void work(current);
      return;
    }
    const settle = show(marking.passage, tag);
    const seen = { statement: statement.summary.id, text: statement.sha256, passage: marking.passage };
    void actions.add(seen, tag, draft).then(settle);
  };
  const onTag = (path: string): void => {
    if (panel === 'tags') article.current?.focus({ preventScroll: true });
    setPanel('buttons');
    // Only when the tag is painted: it costs a layout.
    setTimeout(collapseSelection);
    withHighlight((highlight) => actions.toggleTag(highlight, path), path);
  };
  const onNote = (draft: NoteDraft): void => {
    withHighlight((highlight) => actions.setNote(highlight, draft), null, draft);
  };
  const onCite = (): void => {
    if (marking) void actions.cite(statement.summary.id, marking.passage);
  };
  const onDelete = (): void => {
    if (!current) return;
    setPanel('buttons');
    void actions.remove([current.id]);
    done();
  };
  const onMoved = (moved: Passage): void => {
    setPreview(null);
    if (!marking || (moved.start === marking.passage.start && moved.end === marking.passage.end)) return;
    document.getSelection()?.removeAllRanges();
    if (current) void actions.reanchor(current, { passage: moved, text: statement.sha256 });
    mark(moved, current?.id ?? null);
  };
  const onUse = (): void => {
    if (!reselecting || !marking) return;
    void actions.reanchor(reselecting, { passage: marking.passage, text: statement.sha256 });
    onReselected();
  };
  const onStep = (by: 1 | -1): void => {
    const anchored = highlights.flatMap((highlight) =>
      highlight.anchor.state === 'anchored' ? [{ highlight, passage: highlight.anchor }] : [],
    );
    const selection = document.getSelection();
    const caretAt = selection?.focusNode ? mapOf()?.offsetAt(selection.focusNode, selection.focusOffset) : null;
    const from = caretAt ?? 0;
    const at = anchored.findIndex(({ highlight }) => highlight.id === current?.id);
    const nearest = (): number =>
      by === 1
        ? anchored.findIndex(({ passage: { start } }) => start >= from)
        : anchored.findLastIndex(({ passage: { start } }) => start < from);
    const to = at === -1 ? nearest() : at + by;
    const next = anchored[to];
    if (!next) {
      announce(by === 1 ? t`There is no highlight after this one.` : t`There is no highlight before this one.`);
      return;
    }
    reveal(next.passage);
    const point = mapOf()?.pointAt(next.passage.start);
    if (point) selection?.collapse(point.node, point.offset);
    markHighlight(next.highlight.id);
    // The next key is about the highlight, and is heard at the text.
    if (document.activeElement !== document.body) article.current?.focus({ preventScroll: true });
    announce(t`Highlight ${to + 1} of ${anchored.length}: ${wordHighlight(next.highlight)}`);
  };
  /** Where its user is: at the marked passage, else at the top of what is in sight. */
  const whereNow = (): number => {
    const frame = scroller.current?.getBoundingClientRect();
    return passage?.start ?? (frame && mapOf()?.passageBetween(frame.top, frame.bottom)?.start) ?? 0;
  };
  const onFind = (): void => {
    readSelection();
    const selected = document.getSelection();
    const range = selected && selected.rangeCount > 0 && !selected.isCollapsed ? selected.getRangeAt(0) : null;
    const chosen = range && article.current?.contains(range.commonAncestorContainer) ? mapOf()?.passageOf(range) : null;
    const query = chosen ? selectionQuery(statement.text.slice(chosen.start, chosen.end)) : null;
    const from = chosen?.start ?? finding.current?.start ?? whereNow();
    collapseSelection();
    clear();
    // The field must be there before it can take the focus.
    flushSync(() => finding.open(query, from));
    findField.current?.select();
  };
  const onFindClosed = (): void => {
    const point = finding.current ? mapOf()?.pointAt(finding.current.start) : null;
    finding.close();
    article.current?.focus({ preventScroll: true });
    // Steps from highlight to highlight, and the caret, go on from what was found.
    if (point) document.getSelection()?.collapse(point.node, point.offset);
  };
  useFindKeys({
    isActive,
    onFind,
    onStep: (by) => {
      if (finding.isOpen) finding.step(by);
      else onFind();
    },
  });
  const onMapped = (at: number): void => {
    const match = marks[at];
    if (finding.isOpen) finding.goTo(at);
    else if (match) reveal(match);
  };
  useReaderKeys({
    isActive,
    onBefore: readSelection,
    isMarking: marking !== null,
    tags: session.tags,
    onTag,
    onMore: () => setPanel('tags'),
    onNote: () => setPanel('note'),
    onElsewhere: () => setPanel('elsewhere'),
    onCite,
    onDelete,
    onClose: done,
    onHandle: (end) => scroller.current?.querySelector<HTMLElement>(`.handle[data-end="${end}"]`)?.focus(),
    onStep,
    onBar: () => document.querySelector<HTMLElement>('.bar-button')?.focus(),
  });

  const structure = useStructure({ article, statement, passage, mapOf, whereNow, isActive });
  const hasPages = starts.pages.length > 0;
  usePagesCommand(hasPages && isActive);
  const anchor = useBarAnchor(scroller, mapOf, passage, panel);

  return (
    <div className="reader-columns">
      <div className="reader-body">
        {finding.isOpen ? (
          <FindBar
            finding={finding}
            field={findField}
            spellings={spellings}
            onSpellings={onSpellings}
            onClose={onFindClosed}
          />
        ) : null}
        <div className="reader-scroll" ref={scroller}>
          <article
            className="statement"
            ref={article}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the text takes the focus, to be read and selected by keyboard
            tabIndex={0}
            aria-label={t`Statement “${title}”, ${plural(highlights.length, { one: '# highlight', other: '# highlights' })}. F7 puts a caret into the text.`}
            data-caret={caret !== null}
            data-pages={hasPages}
            // A custom property is not in React's list of styles.
            style={{ '--lanes': roomFor(lanes) } as CSSProperties}
          >
            <StatementHead statement={statement} hasPages={hasPages} onStructure={structure.open} />
            <div {...sourceLanguage(statement.summary)}>
              <StatementText
                statement={statement}
                pages={marksOfPages}
                openFolds={openFolds}
                onFoldChange={onFoldChange}
              />
            </div>
            {caret ? <span className="caret" style={caret} /> : null}
            {passage ? (
              <PassageHandles
                article={article}
                statement={statement}
                passage={passage}
                mapOf={mapOf}
                onPreview={setPreview}
                onMoved={onMoved}
                onLeave={() => article.current?.focus({ preventScroll: true })}
              />
            ) : null}
          </article>
          {marking && preview === null && structure.passage === null ? (
            <SelectionBar
              statement={statement.summary.id}
              passage={marking.passage}
              highlight={current}
              here={marking.here.flatMap((id) => highlights.find((highlight) => highlight.id === id) ?? [])}
              tags={session.tags}
              panel={panel}
              onPanel={(next) => {
                setPanel(next);
                if (next === 'buttons') article.current?.focus({ preventScroll: true });
              }}
              onTag={onTag}
              onNote={onNote}
              onCite={onCite}
              onDelete={onDelete}
              onChoose={(id) => {
                setPanel('buttons');
                markHighlight(id, marking.here);
              }}
              onUse={reselecting === null ? null : onUse}
              onStructure={structure.open}
              onClose={done}
              boundary={scroller.current}
              anchor={anchor}
            />
          ) : null}
        </div>
        {marks.length > 0 ? (
          <HitMap scroller={scroller} mapOf={mapOf} matches={marks} current={markHere} onGoTo={onMapped} />
        ) : null}
        <StructureMenu structure={structure} boundary={scroller.current} />
      </div>
      {hasPages && panes.arePagesShown ? (
        <PagesSide statement={statement} starts={starts} scroller={scroller} mapOf={mapOf} reveal={reveal} />
      ) : null}
    </div>
  );
}
