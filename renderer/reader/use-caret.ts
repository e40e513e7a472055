import { type RefObject, useEffect, useState } from 'react';

/** Where the caret is drawn, in pixels from the top left of the article. */
export interface CaretBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

type Step = readonly ['forward' | 'backward', 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph'];

function stepFor(event: KeyboardEvent): Step | null {
  const isWide = event.ctrlKey || event.altKey;
  switch (event.key) {
    case 'ArrowRight':
      return ['forward', isWide ? 'word' : 'character'];
    case 'ArrowLeft':
      return ['backward', isWide ? 'word' : 'character'];
    case 'ArrowDown':
      return ['forward', isWide ? 'paragraph' : 'line'];
    case 'ArrowUp':
      return ['backward', isWide ? 'paragraph' : 'line'];
    case 'Home':
      return ['backward', 'lineboundary'];
    case 'End':
      return ['forward', 'lineboundary'];
    default:
      return null;
  }
}

/** Puts the caret before the first words in sight, unless it is in the article already. */
function placeCaret(article: HTMLElement, selection: Selection): void {
  if (article.contains(selection.focusNode)) return;
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

/** Pixels kept free above and below the caret while it moves. */
const caretMarginPx = 60;

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

/**
 * A caret in the text, for reading and selecting without a mouse: F7, or Enter with the text focused, turns it on and
 * Escape off. Arrows move it by character and line, with Ctrl by word and paragraph; Shift extends the selection.
 */
export function useCaret(article: RefObject<HTMLElement | null>): CaretBox | null {
  const [isOn, setOn] = useState(false);
  const [box, setBox] = useState<CaretBox | null>(null);

  useEffect(() => {
    const root = article.current;
    const selection = document.getSelection();
    if (!root || !selection) return;
    const turn = (on: boolean): void => {
      setOn(on);
      if (on) {
        root.focus({ preventScroll: true });
        placeCaret(root, selection);
      }
      setBox(on ? boxOf(root, selection) : null);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOnText = document.activeElement === root;
      if (event.key === 'F7' || (event.key === 'Enter' && isOnText && !isOn)) {
        event.preventDefault();
        turn(event.key === 'F7' ? !isOn : true);
        return;
      }
      if (!isOn || !isOnText || event.metaKey) return;
      if (event.key === 'Escape' && selection.isCollapsed) {
        turn(false);
        return;
      }
      const step = stepFor(event);
      if (!step) return;
      event.preventDefault();
      placeCaret(root, selection);
      selection.modify(event.shiftKey ? 'extend' : 'move', ...step);
      if (!root.contains(selection.focusNode)) placeCaret(root, selection);
      scrollToCaret(root, selection);
      setBox(boxOf(root, selection));
    };
    const onSelectionChange = (): void => {
      if (isOn) setBox(boxOf(root, selection));
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('selectionchange', onSelectionChange);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('selectionchange', onSelectionChange);
    };
  }, [article, isOn]);

  return isOn ? box : null;
}
