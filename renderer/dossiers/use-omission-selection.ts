import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { keyOf } from '../commands/keys.ts';
import { readsLeftward } from '../reader/reads-leftward.ts';
import { type Span, snapSpan, stepSpan } from './omit-words.ts';

/** What is selected in a quotation. */
interface OmissionSelection {
  readonly span: Span | null;
  readonly clear: () => void;
  /** Arrow keys choose the next word (or character), with Shift one more; Control+A all. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const stepKeys: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The UTF-16 offset in the quotation of a point of the page; `null` where it is not in a piece of the quotation. */
function offsetOf(node: Node, offset: number): number | null {
  const piece = node.parentElement?.closest<HTMLElement>('[data-start]');
  if (!piece || node.nodeType !== Node.TEXT_NODE) return null;
  return Number(piece.dataset['start']) + offset;
}

function readSpan(field: HTMLElement): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!field.contains(startContainer) || !field.contains(endContainer)) return null;
  const [start, end] = [offsetOf(startContainer, startOffset), offsetOf(endContainer, endOffset)];
  return start === null || end === null ? null : { start, end };
}

function showSpan(field: HTMLElement, { start, end }: Span): void {
  const pointAt = (offset: number, isEnd: boolean): readonly [Node, number] | null => {
    for (const piece of field.querySelectorAll<HTMLElement>('[data-start]')) {
      const from = Number(piece.dataset['start']);
      const to = from + (piece.firstChild?.textContent?.length ?? 0);
      const isHere = isEnd ? from < offset && offset <= to : from <= offset && offset < to;
      if (isHere && piece.firstChild) return [piece.firstChild, offset - from];
    }
    return null;
  };
  const [from, to] = [pointAt(start, false), pointAt(end, true)];
  if (from && to) document.getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
}

const union = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Selecting words of the quotation that `field` shows: by mouse as anywhere, or by keys; snapped to `unit`. */
export function useOmissionSelection(
  field: RefObject<HTMLElement | null>,
  quotation: string,
  unit: 'word' | 'grapheme',
): OmissionSelection {
  const [span, setSpan] = useState<Span | null>(null);
  /** The words that keys began at and have come to; `null` after the mouse. */
  const ends = useRef<{ readonly anchor: Span; readonly head: Span } | null>(null);
  useEffect(() => {
    const onSelection = (): void => {
      const read = field.current ? readSpan(field.current) : null;
      const snapped = read && snapSpan(quotation, read, unit);
      if (!snapped) return;
      const { current } = ends;
      const keyed = current && union(current.anchor, current.head);
      if (keyed?.start === snapped.start && keyed.end === snapped.end) return;
      ends.current = null;
      setSpan(snapped);
    };
    document.addEventListener('selectionchange', onSelection);
    return () => document.removeEventListener('selectionchange', onSelection);
  }, [field, quotation, unit]);
  const select = useCallback(
    (anchor: Span, head: Span) => {
      ends.current = { anchor, head };
      const next = union(anchor, head);
      setSpan(next);
      if (field.current) showSpan(field.current, next);
    },
    [field],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (keyOf(event) === 'a' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        const first = stepSpan(quotation, null, unit, 1);
        const last = stepSpan(quotation, null, unit, -1);
        if (first && last) select(first, last);
        return;
      }
      const onward = stepKeys[event.key];
      if (onward === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
      const opposite = onward === 1 ? -1 : 1;
      const by = isSideways && readsLeftward(field.current) ? opposite : onward;
      const after = span && { start: span.end, end: span.end };
      const head = ends.current?.head ?? (after && stepSpan(quotation, after, unit, -1));
      const next = stepSpan(quotation, head, unit, by);
      if (!next) return;
      const anchor = ends.current?.anchor ?? (span && { start: span.start, end: span.start });
      select(event.shiftKey && anchor ? anchor : next, next);
    },
    [field, quotation, unit, span, select],
  );
  const clear = useCallback(() => {
    ends.current = null;
    setSpan(null);
    document.getSelection()?.removeAllRanges();
  }, []);
  return { span, clear, onKeyDown };
}
