/** A text without what converters change: white space and characters that cannot be seen. */
export interface Condensed {
  readonly text: string;
  /** The offset in the full text that the unit at an offset of `text` has; the end of the full text for its end. */
  readonly toFull: (offset: number) => number;
  /** The first offset of `text` that stands at or after an offset of the full text. */
  readonly fromFull: (offset: number) => number;
}

const leftOut = /[\s\u00ad\u200b\u2060\ufeff]+/gu;

/** The text of `condense`, without knowing where it stood. */
export const condensedText = (full: string): string => full.replace(leftOut, '');

/** Leaves white space and invisible characters out of `full`, and knows where everything else stood. */
export function condense(full: string): Condensed {
  const pieces: string[] = [];
  // Where each piece begins: in the condensed text and in the full one.
  const [inText, inFull]: [number[], number[]] = [[], []];
  let [at, length] = [0, 0];
  const keep = (end: number): void => {
    if (end === at) return;
    inText.push(length);
    inFull.push(at);
    pieces.push(full.slice(at, end));
    length += end - at;
  };
  for (const match of full.matchAll(leftOut)) {
    keep(match.index);
    at = match.index + match[0].length;
  }
  keep(full.length);
  const pieceAt = (starts: readonly number[], offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {
    text: pieces.join(''),
    toFull: (offset) => {
      if (offset >= length) return full.length;
      const piece = pieceAt(inText, offset);
      return (inFull[piece] ?? 0) + offset - (inText[piece] ?? 0);
    },
    fromFull: (offset) => {
      const piece = pieceAt(inFull, offset);
      if (piece < 0) return 0;
      const within = Math.min(offset - (inFull[piece] ?? 0), pieces[piece]?.length ?? 0);
      return (inText[piece] ?? 0) + within;
    },
  };
}
