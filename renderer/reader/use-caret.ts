import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Block, blockAt } from '../../core/statements/block.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { utf16 } from '../../core/text/offsets.ts';
import { stepOffset } from '../../core/text/steps.ts';
import { useCommands, useKeyTaker } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { readsLeftward } from './reads-leftward.ts';
import type { TextMap } from './text-map.ts';

/** Where the caret is drawn, in pixels from the top left of the article. */
export interface CaretBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

type Unit = 'character' | 'word' | 'sentence' | 'line' | 'lineboundary' | 'paragraph';
type Step = readonly ['forward' | 'backward', Unit];

/** Pixels kept free above and below the caret while it moves. */
const caretMarginPx = 60;

/** The most characters that one step reads out. */
const spokenLimit = 300;

function stepFor({ key, ctrlKey, altKey }: KeyboardEvent, leadsLeft: boolean): Step | null {
  const unit = altKey ? 'sentence' : ctrlKey ? 'word' : 'character';
  switch (key) {
    case 'ArrowRight':
      return [leadsLeft ? 'backward' : 'forward', unit];
    case 'ArrowLeft':
      return [leadsLeft ? 'forward' : 'backward', unit];
    case 'ArrowDown':
      return altKey ? null : ['forward', ctrlKey ? 'paragraph' : 'line'];
    case 'ArrowUp':
      return altKey ? null : ['backward', ctrlKey ? 'paragraph' : 'line'];
    case 'Home':
      return ['backward', 'lineboundary'];
    case 'End':
      return ['forward', 'lineboundary'];
    default:
      return null;
  }
}

/** A point in the text where the caret was. */
interface CaretPoint {
  readonly node: Node;
  readonly offset: number;
}

/**
 * Puts the caret where it was last in this article, else before the first words in sight, unless it is in the article's
 * text already.
 */
function placeCaret(article: HTMLElement, selection: Selection, last: CaretPoint | null): void {
  const { focusNode } = selection;
  if (article.contains(focusNode) && focusNode?.parentElement?.hasAttribute('data-start')) return;
  if (last && article.contains(last.node)) {
    selection.collapse(last.node, last.offset);
    return;
  }
  const pieces = [...article.querySelectorAll('[data-start]')];
  const inSight = pieces.find(
    (piece) => piece.getBoundingClientRect().bottom > 80 && piece.getClientRects().length > 0,
  );
  const text = (inSight ?? pieces[0])?.firstChild;
  if (text) selection.collapse(text, 0);
}

function boxOf(article: HTMLElement, selection: Selection): CaretBox | null {
  if (!selection.focusNode || !article.contains(selection.focusNode)) return null;
  const point = new Range();
  point.setStart(selection.focusNode, selection.focusOffset);
  const rect = point.getClientRects()[0] ?? point.getBoundingClientRect();
  if (rect.height === 0) return null;
  const origin = article.getBoundingClientRect();
  return { left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height };
}

function scrollToCaret(article: HTMLElement, selection: Selection): void {
  const box = boxOf(article, selection);
  const scroller = article.closest('.reader-scroll');
  if (!box || !scroller) return;
  const frame = scroller.getBoundingClientRect();
  const top = box.top + article.getBoundingClientRect().top;
  const above = top - caretMarginPx - frame.top;
  const below = top + box.height + caretMarginPx - frame.bottom;
  if (above < 0) scroller.scrollBy({ top: above });
  else if (below > 0) scroller.scrollBy({ top: below });
}

function offsetOf(selection: Selection, map: TextMap): number | null {
  return selection.focusNode ? map.offsetAt(selection.focusNode, selection.focusOffset) : null;
}

/** The next block in one direction that can be seen: not one in a closed fold. */
function nextBlockInSight({ blocks }: Statement, from: Block, map: TextMap, by: 1 | -1): Block | undefined {
  for (let at = blocks.indexOf(from) + by; ; at += by) {
    const block = blocks[at];
    if (!block || map.pointAt(block.start)?.node.parentElement?.checkVisibility()) return block;
  }
}

/** Where a step by sentence or paragraph leads: over the block's end into the next block in sight. */
function stepInText(statement: Statement, offset: number, map: TextMap, [direction, unit]: Step): number {
  const { text, blocks } = statement;
  const block = blockAt(blocks, offset);
  if (!block) return offset;
  const isForward = direction === 'forward';
  if (unit === 'sentence') {
    const within = utf16(Math.max(0, offset - block.start));
    const next = block.start + stepOffset(text.slice(block.start, block.end), within, 'sentence', direction);
    if (next !== offset && next < block.end) return next;
  } else if (!isForward && offset > block.start) {
    return block.start;
  }
  const neighbour = nextBlockInSight(statement, block, map, isForward ? 1 : -1);
  if (neighbour && unit === 'sentence' && !isForward) {
    const sentences = text.slice(neighbour.start, neighbour.end);
    return neighbour.start + stepOffset(sentences, utf16(sentences.length), 'sentence', 'backward');
  }
  return neighbour?.start ?? (isForward ? block.end : block.start);
}

function moveCaret(selection: Selection, statement: Statement, map: TextMap, step: Step, isExtending: boolean): void {
  const [direction, unit] = step;
  if (unit !== 'sentence' && unit !== 'paragraph') {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    selection.modify(isExtending ? 'extend' : 'move', direction, unit);
    // Past the last words, or into a closed fold: the step is not taken, and nothing selected is lost.
    const isInText = offsetOf(selection, map) !== null;
    if (!isInText && anchorNode && focusNode) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
    return;
  }
  const point = map.pointAt(stepInText(statement, offsetOf(selection, map) ?? 0, map, step));
  if (!point) return;
  if (isExtending) selection.extend(point.node, point.offset);
  else selection.collapse(point.node, point.offset);
}

/** What a screen reader says after a step: what came into the selection or went out of it, or what the caret went over, or is at now. */
function spokenAfter(
  { text, blocks }: Statement,
  before: number,
  after: number,
  unit: Unit,
  isExtending: boolean,
): string {
  if (isExtending) return text.slice(Math.min(before, after), Math.max(before, after)).trim();
  if (unit === 'character') return text.slice(after, stepOffset(text, utf16(after), 'character', 'forward'));
  if (unit === 'word') return text.slice(Math.min(before, after), Math.max(before, after)).trim();
  return text.slice(after, blockAt(blocks, after)?.end ?? after);
}

/** What the keys can do to the caret of a statement that is on the page. */
interface CaretControl {
  /** Takes a key that moves the caret, or turns it on or off where the text has the focus. */
  readonly take: (event: KeyboardEvent) => boolean;
  readonly toggle: () => void;
}

/**
 * A caret in the text, for reading and selecting without a mouse: F7, or Enter with the text focused, turns it on and
 * Escape off. Arrows move it by character and line, with Ctrl by word and paragraph, with Alt by sentence; Shift
 * extends the selection. Every step is read out.
 */
export function useCaret(
  article: RefObject<HTMLElement | null>,
  statement: Statement,
  mapOf: () => TextMap | null,
  isMarking: boolean,
  isActive: boolean,
): CaretBox | null {
  const announce = useAnnounce();
  const [box, setBox] = useState<CaretBox | null>(null);
  const isOn = useRef(false);
  const last = useRef<CaretPoint | null>(null);
  const marks = useRef(isMarking);
  const control = useRef<CaretControl | null>(null);
  const known = useKnownCommands();
  useEffect(() => {
    marks.current = isMarking;
  });
  useKeyTaker((event) => isActive && control.current?.take(event) === true);
  useCommands([{ ...known['read.caret'], isAvailable: isActive, run: () => control.current?.toggle() }]);

  useEffect(() => {
    const root = article.current;
    const selection = document.getSelection();
    if (!root || !selection) return;
    const turn = (on: boolean): void => {
      isOn.current = on;
      if (on) {
        root.focus({ preventScroll: true });
        placeCaret(root, selection, last.current);
      }
      setBox(on ? boxOf(root, selection) : null);
    };
    const take = (event: KeyboardEvent): boolean => {
      const isOnText = document.activeElement === root;
      if (event.key === 'Enter' && isOnText && !isOn.current) {
        event.preventDefault();
        turn(true);
        return true;
      }
      if (!isOn.current || !isOnText || event.metaKey) return false;
      // Escape first lets go of the passage, and only then of the caret.
      if (event.key === 'Escape' && selection.isCollapsed && !marks.current) {
        turn(false);
        return true;
      }
      const step = stepFor(event, readsLeftward(selection.focusNode));
      const map = mapOf();
      if (!step || !map) return false;
      event.preventDefault();
      placeCaret(root, selection, last.current);
      const before = offsetOf(selection, map) ?? 0;
      moveCaret(selection, statement, map, step, event.shiftKey);
      scrollToCaret(root, selection);
      setBox(boxOf(root, selection));
      const after = offsetOf(selection, map) ?? before;
      const spoken = spokenAfter(statement, before, after, step[1], event.shiftKey);
      announce(spoken.slice(0, spokenLimit));
      return true;
    };
    const onSelectionChange = (): void => {
      const { focusNode, focusOffset } = selection;
      if (isOn.current && focusNode && root.contains(focusNode))
        last.current = { node: focusNode, offset: focusOffset };
      if (isOn.current) setBox(boxOf(root, selection));
    };
    control.current = { take, toggle: () => turn(!isOn.current) };
    document.addEventListener('selectionchange', onSelectionChange);
    return () => {
      control.current = null;
      document.removeEventListener('selectionchange', onSelectionChange);
    };
  }, [article, statement, mapOf, announce]);

  return box;
}
