import { utf16 } from '../../core/text/offsets.ts';
import type { Passage } from '../../core/text/passage.ts';

interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/**
 * The two-way map between a statement's decoded text and the page. Every element with `data-start` holds one text node
 * whose content is the text from there on; all else on the page (folds' buttons, gaps) belongs to no position.
 */
export class TextMap {
  /** The element that holds the statement. */
  readonly root: Element;
  readonly #pieces: readonly Piece[];

  /** Reads the map off `root`, once after the statement has been rendered. */
  constructor(root: Element) {
    this.root = root;
    this.#pieces = [...root.querySelectorAll('[data-start]')].flatMap((element) => {
      const node = element.firstChild;
      if (!(node instanceof Text)) return [];
      const start = Number(element.getAttribute('data-start'));
      return [{ node, start, end: start + node.length }];
    });
  }

  /** The passage between two points of the page, in either order; `null` where no text lies between them. */
  passageOf(range: Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>): Passage | null {
    const start = this.#offsetOf(range.startContainer, range.startOffset, 'start');
    const end = this.#offsetOf(range.endContainer, range.endOffset, 'end');
    return start === null || end === null || start >= end ? null : { start: utf16(start), end: utf16(end) };
  }

  /** One DOM range for each piece of text that `passage` touches, in text order. */
  rangesOf({ start, end }: Passage): Range[] {
    const ranges: Range[] = [];
    for (let index = this.#firstEndingAfter(start); index < this.#pieces.length; index += 1) {
      const piece = this.#pieces[index];
      if (!piece || piece.start >= end) break;
      const range = new Range();
      range.setStart(piece.node, Math.max(0, start - piece.start));
      range.setEnd(piece.node, Math.min(piece.node.length, end - piece.start));
      ranges.push(range);
    }
    return ranges;
  }

  /** The position in the text of a point on the page that lies in text; `null` elsewhere. */
  offsetAt(node: Node, offset: number): number | null {
    // Another statement may be on the page beside this one.
    const start = this.root.contains(node) ? node.parentElement?.getAttribute('data-start') : null;
    return start == null || !(node instanceof Text) ? null : Number(start) + offset;
  }

  /** The point on the page for a position; at a gap, the beginning of what follows. */
  pointAt(offset: number): { readonly node: Text; readonly offset: number } | null {
    const piece = this.#pieces[this.#firstEndingAfter(offset)] ?? this.#pieces.at(-1);
    if (!piece) return null;
    return { node: piece.node, offset: Math.min(piece.node.length, Math.max(0, offset - piece.start)) };
  }

  /** The text between two heights in pixels from the top of the viewport, in whole pieces; `null` where there is none. */
  passageBetween(top: number, bottom: number): Passage | null {
    const first = this.#firstBelow(top, 'bottom');
    const last = this.#firstBelow(bottom, 'top') - 1;
    const [from, to] = [this.#pieces[first], this.#pieces[last]];
    return from && to && first <= last ? { start: utf16(from.start), end: utf16(to.end) } : null;
  }

  /** The first piece with this edge below `height`. Pieces in closed folds have no place: the next one speaks for them. */
  #firstBelow(height: number, edge: 'top' | 'bottom'): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const shown = this.#firstShown(middle, high);
      const element = this.#pieces[shown]?.node.parentElement;
      if (element && shown < high && element.getBoundingClientRect()[edge] <= height) low = shown + 1;
      else high = middle;
    }
    return low;
  }

  /** The first piece from `index` on that has a place on the page; `end` where there is none before it. */
  #firstShown(index: number, end: number): number {
    let shown = index;
    while (shown < end && !this.#pieces[shown]?.node.parentElement?.getClientRects().length) shown += 1;
    return shown;
  }

  /** A point that is not in text counts as the end of the text before it, or the start of the text after it. */
  #offsetOf(node: Node, offset: number, side: 'start' | 'end'): number | null {
    const inText = this.offsetAt(node, offset);
    if (inText !== null) return inText;
    const point = new Range();
    point.setStart(node, offset);
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece && point.comparePoint(piece.node, 0) <= 0) low = middle + 1;
      else high = middle;
    }
    return side === 'start' ? (this.#pieces[low]?.start ?? null) : (this.#pieces[low - 1]?.end ?? null);
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
