import { isInsideWord } from '../text/word-edges.ts';

/** What stands for words that are not shown; people who shorten a quotation by hand write three points too. */
const omissionMark = /\[(?:…|\.\.\.|\. \. \.|name withheld \d+)\]/u;

/** White space next to a mark is not compared; a mark stands for more than that. */
const nothing = /^[\s\p{Cf}\p{Cc}]*$/u;

/** Where `piece` stands in `passage` first after `from`, with something left out between and no word cut; -1 for nowhere. */
function findPiece(passage: string, piece: string, from: number): number {
  for (let at = passage.indexOf(piece, from); at >= 0; at = passage.indexOf(piece, at + 1)) {
    const end = at + piece.length;
    const isWhole = !isInsideWord(passage, at, 'after') && !isInsideWord(passage, end, 'before');
    if (isWhole && !nothing.test(passage.slice(from, at))) return at;
  }
  return -1;
}

/** The pieces of `shown` between its marks; marks with nothing between them are one. */
function piecesOf(shown: string): string[] {
  const pieces = shown.split(omissionMark);
  return pieces.filter((piece, index) => index === 0 || index === pieces.length - 1 || piece.trim() !== '');
}

/** Whether `shown` consists of marks, and there is something in `passage` that they stand for. */
export function isAllLeftOut(passage: string, shown: string): boolean {
  const pieces = shown.split(omissionMark);
  return pieces.length > 1 && pieces.every((piece) => piece.trim() === '') && !nothing.test(passage);
}

/**
 * Whether `shown` is `passage` with words left out, each time with a mark: the pieces between the marks stand there one after
 * the other, the first at the start and the last at the end unless a mark is there; no word and no number is cut, and each
 * mark stands for something. White space next to a mark is not compared. A text without marks is not shortened.
 */
export function isShortened(passage: string, shown: string): boolean {
  const [first = '', ...others] = piecesOf(shown);
  const last = others.pop()?.trimStart();
  const start = first.trimEnd();
  if (last === undefined || [start, ...others, last].every((piece) => piece === '')) return false;
  if (!passage.startsWith(start) || !passage.endsWith(last)) return false;
  if (start !== '' && isInsideWord(passage, start.length, 'before')) return false;
  // The first hit leaves the most for what follows, so that no other need be tried.
  let from = start.length;
  for (const piece of others.map((other) => other.trim())) {
    const at = findPiece(passage, piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  const end = passage.length - last.length;
  if (last !== '' && isInsideWord(passage, end, 'after')) return false;
  return end >= from && !nothing.test(passage.slice(from, end));
}
