import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { type Passage, trimPassage } from '../../core/text/passage.ts';
import { isMac } from '../commands/is-mac.ts';
import { matchesKeys } from '../commands/keys.ts';
import { useKeyTaker } from '../commands/use-commands.tsx';
import { collapseSelection } from './collapse-selection.ts';
import type { TextMap } from './text-map.ts';

/**
 * What its user is working on in the text: a selected passage, or a highlight. `here` are all highlights at the place
 * that was clicked, so that each of several overlapping ones can be reached.
 */
export interface Marking {
  readonly passage: Passage;
  readonly highlight: string | null;
  readonly here: readonly string[];
}

function passageOf(highlight: PlacedHighlight): Passage | null {
  return highlight.anchor.state === 'anchored' ? highlight.anchor : null;
}

/**
 * The highlight that `marking` is about: the one that was chosen, else the one of exactly this passage, such as one that
 * has just been made of a selection.
 */
export function markedHighlight(marking: Marking, highlights: readonly PlacedHighlight[]): PlacedHighlight | null {
  const chosen = highlights.find(({ id }) => id === marking.highlight);
  if (chosen) return chosen;
  const isSame = (highlight: PlacedHighlight): boolean => {
    const own = passageOf(highlight);
    return own?.start === marking.passage.start && own.end === marking.passage.end;
  };
  return highlights.find(isSame) ?? null;
}

/** The anchored highlights that cover `offset`, the shortest first: what is most likely meant. */
function highlightsAt(highlights: readonly PlacedHighlight[], offset: number): PlacedHighlight[] {
  const lengthOf = ({ selector }: PlacedHighlight): number => selector.end - selector.start;
  return highlights
    .filter((highlight) => {
      const passage = passageOf(highlight);
      return passage !== null && passage.start <= offset && offset < passage.end;
    })
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

interface MarkingControl {
  readonly marking: Marking | null;
  /** Works on a passage: of a highlight, or only selected. */
  readonly mark: (passage: Passage, highlight: string | null) => void;
  /** Works on a highlight; `here` are the ones it lies with. */
  readonly markHighlight: (id: string, here?: readonly string[]) => void;
  /** Reads the selection at once, without waiting for the browser to report that it has changed. */
  readonly readSelection: () => void;
  readonly clear: () => void;
}

/**
 * Follows the page's selection and clicks inside `article`. A selection counts when the mouse button is up, or at once
 * when it is made by keyboard; white space at its ends is left out, and an empty one is nothing.
 */
export function useMarking(
  article: RefObject<HTMLElement | null>,
  statement: Statement,
  highlights: readonly PlacedHighlight[],
  mapOf: () => TextMap | null,
): MarkingControl {
  const [marking, setMarking] = useState<Marking | null>(null);
  // The listeners stay for as long as the statement does: a change that arrives in the middle of a drag must not make
  // them forget that the button is down.
  const present = useRef(highlights);
  useLayoutEffect(() => {
    present.current = highlights;
  }, [highlights]);

  const markHighlight = useCallback((id: string, here: readonly string[] = [id]) => {
    const highlight = present.current.find((candidate) => candidate.id === id);
    const passage = highlight ? passageOf(highlight) : null;
    if (!passage) return;
    collapseSelection();
    setMarking({ passage, highlight: id, here });
  }, []);
  const mark = useCallback((passage: Passage, highlight: string | null) => {
    // Read anew before every key: where nothing is different, nothing is to be rendered.
    setMarking((before) =>
      before?.highlight === highlight && before.passage.start === passage.start && before.passage.end === passage.end
        ? before
        : { passage, highlight, here: highlight === null ? [] : [highlight] },
    );
  }, []);
  const clear = useCallback(() => setMarking(null), []);
  const readNow = useRef<() => void>(() => undefined);
  const readSelection = useCallback(() => readNow.current(), []);
  const selectAll = useRef<() => void>(() => undefined);
  useKeyTaker((event) => {
    if (document.activeElement !== article.current || !matchesKeys(event, 'Mod+A', isMac())) return false;
    event.preventDefault();
    selectAll.current();
    return true;
  });

  useEffect(() => {
    const root = article.current;
    if (!root) return;
    let isPointerDown = false;
    let isDownInText = false;
    const isInText = (target: EventTarget | Node | null): boolean => target instanceof Node && root.contains(target);
    const isElsewhere = (node: Node | null): boolean => {
      const statement = (node instanceof Element ? node : node?.parentElement)?.closest('.statement');
      return statement !== null && statement !== undefined && statement !== root;
    };
    const readSelection = (): void => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
      if (!isInText(selection.anchorNode) && !isInText(selection.focusNode)) return;
      // From one statement into another beside it there is no passage.
      if (isElsewhere(selection.anchorNode) || isElsewhere(selection.focusNode)) return;
      const selected = mapOf()?.passageOf(selection.getRangeAt(0));
      const passage = selected ? trimPassage(statement.text, selected) : null;
      if (passage) mark(passage, null);
    };
    readNow.current = () => {
      if (!isPointerDown) flushSync(readSelection);
    };
    const onPointerDown = ({ target }: PointerEvent): void => {
      isPointerDown = true;
      isDownInText = isInText(target);
      if (!isInText(target)) return;
      setMarking(null);
      // Focus that came by keyboard shows a ring; from now on it comes by pointer.
      if (document.activeElement === root) root.blur();
    };
    /** A drag that ended beside the text ends at the nearest place in it, and takes nothing from elsewhere. */
    const clampSelection = (x: number, y: number): void => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !isInText(selection.anchorNode)) return;
      const text = root.getBoundingClientRect();
      const frame = (root.closest('.reader-scroll') ?? root).getBoundingClientRect();
      const { paddingLeft, paddingRight } = getComputedStyle(root);
      const left = Math.min(
        Math.max(x, text.left + Number.parseFloat(paddingLeft) + 1),
        text.right - Number.parseFloat(paddingRight) - 1,
      );
      const top = Math.min(Math.max(y, frame.top + 1, text.top + 1), frame.bottom - 1, text.bottom - 1);
      if (left === x && top === y && isInText(selection.focusNode)) return;
      const point = document.caretPositionFromPoint(left, top);
      if (point && isInText(point.offsetNode)) selection.extend(point.offsetNode, point.offset);
    };
    const onPointerUp = ({ target, clientX, clientY }: PointerEvent): void => {
      const isOurs = isDownInText;
      isPointerDown = false;
      isDownInText = false;
      // A click elsewhere, on the bar for instance, is about what is marked, not about what is still selected.
      if (!isOurs) return;
      const selection = document.getSelection();
      if (selection?.focusNode && isElsewhere(selection.anchorNode) && isInText(selection.focusNode)) {
        selection.collapse(selection.focusNode, selection.focusOffset);
      }
      clampSelection(clientX, clientY);
      if (!document.getSelection()?.isCollapsed) {
        readSelection();
        return;
      }
      if (!isInText(target)) return;
      const point = document.caretPositionFromPoint(clientX, clientY);
      const offset = point ? mapOf()?.offsetAt(point.offsetNode, point.offset) : null;
      const here = offset == null ? [] : highlightsAt(present.current, offset);
      const [nearest] = here;
      const passage = nearest ? passageOf(nearest) : null;
      if (nearest && passage) setMarking({ passage, highlight: nearest.id, here: here.map(({ id }) => id) });
    };
    const onSelectionChange = (): void => {
      if (!isPointerDown) readSelection();
    };
    selectAll.current = () => {
      const [first, last] = [mapOf()?.pointAt(0), mapOf()?.pointAt(statement.text.length)];
      if (first && last)
        document.getSelection()?.setBaseAndExtent(first.node, first.offset, last.node, last.node.length);
    };
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('pointerup', onPointerUp);
    document.addEventListener('pointercancel', onPointerUp);
    document.addEventListener('selectionchange', onSelectionChange);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('pointerup', onPointerUp);
      document.removeEventListener('pointercancel', onPointerUp);
      document.removeEventListener('selectionchange', onSelectionChange);
    };
  }, [article, statement, mapOf, mark]);

  return { marking, mark, markHighlight, readSelection, clear };
}
