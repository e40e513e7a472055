import { offsetConverter, splitsSurrogatePair, utf16 } from '../../text/offsets.ts';

/**
 * A way to count characters of a text. The format counts code points; there are programs that count UTF-16 units, and some
 * count the end of a line as two though the file has one, or as one though it has two.
 */
export interface Counting {
  readonly unit: 'code-points' | 'utf-16';
  readonly lineEnds: 'one' | 'two';
  /** Whether it may be meant where nothing speaks for it: the format's own, and the other count of line ends where the file has two. */
  readonly isLikely: boolean;
  /** The UTF-16 position in the statement's text, whose line ends are LF; `null` where there is none. */
  readonly toKnown: (position: number) => number | null;
}

/** For positions in `text`, how many of the line ends before are CRLF. */
function countPairsBefore(text: string): (index: number) => number {
  const returns: number[] = [];
  for (let at = text.indexOf('\r\n'); at !== -1; at = text.indexOf('\r\n', at + 2)) returns.push(at);
  return (index) => {
    let [low, high] = [0, returns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((returns[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function countIn(counted: string, known: string, parts: Omit<Counting, 'toKnown'>): Counting {
  const converter = offsetConverter(counted);
  const length = parts.unit === 'utf-16' ? counted.length : converter.toCodePoints(utf16(counted.length));
  const pairsBefore = countPairsBefore(counted);
  const toKnown = (position: number): number | null => {
    if (position > length) return null;
    const index = parts.unit === 'utf-16' ? position : converter.toUtf16(position);
    if (splitsSurrogatePair(counted, index)) return null;
    const found = index - pairsBefore(index);
    return found <= known.length ? found : null;
  };
  return { ...parts, toKnown };
}

/**
 * The ways in which positions in the statement's text `known` may have been counted, the format's own first; `raw` is the text as
 * it came, where its line ends are others.
 */
export function countingsOf(known: string, raw: string | null): readonly Counting[] {
  const hasPairs = raw?.includes('\r\n') === true;
  const doubled = hasPairs ? (raw ?? known) : known.replaceAll('\n', '\r\n');
  const hasAstral = /[\u{10000}-\u{10ffff}]/u.test(known);
  const countings = [countIn(known, known, { unit: 'code-points', lineEnds: 'one', isLikely: true })];
  const hasLines = doubled !== known;
  if (hasLines) countings.push(countIn(doubled, known, { unit: 'code-points', lineEnds: 'two', isLikely: hasPairs }));
  if (hasAstral) countings.push(countIn(known, known, { unit: 'utf-16', lineEnds: 'one', isLikely: false }));
  if (hasAstral && hasLines) {
    countings.push(countIn(doubled, known, { unit: 'utf-16', lineEnds: 'two', isLikely: false }));
  }
  return countings;
}
