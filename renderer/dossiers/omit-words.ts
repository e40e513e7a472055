import type { Omission } from '../../core/dossiers/dossier.ts';
import { isInsideWord } from '../../core/text/word-edges.ts';

/** A range of a quotation: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a quotation that is printed, or left out. `start` is its UTF-16 offset in the quotation. */
export interface QuotationPiece {
  readonly start: number;
  readonly text: string;
  readonly isOmitted: boolean;
}

/** Whether the words of `omission` stand where they stood when they were chosen. */
export function fits(quotation: string, omission: Omission): boolean {
  return quotation.slice(omission.start, omission.end) === omission.words;
}

function omissionOf(quotation: string, { start, end }: Span): Omission {
  return { start, end, words: quotation.slice(start, end) };
}

/** The quotation as what is printed and what is left out, in order; omissions that do not fit leave nothing out. */
export function piecesOf(quotation: string, omissions: readonly Omission[]): QuotationPiece[] {
  const pieces: QuotationPiece[] = [];
  let at = 0;
  for (const { start, end } of omissions.filter((omission) => fits(quotation, omission))) {
    if (start > at) pieces.push({ start: at, text: quotation.slice(at, start), isOmitted: false });
    pieces.push({ start, text: quotation.slice(start, end), isOmitted: true });
    at = end;
  }
  if (at < quotation.length) pieces.push({ start: at, text: quotation.slice(at), isOmitted: false });
  return pieces;
}

/** White space at both ends of `span` left out; `null` where nothing else is in it. */
function trim(text: string, span: Span): Span | null {
  let start = Math.max(0, Math.min(span.start, span.end));
  let end = Math.min(text.length, Math.max(span.start, span.end));
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

/**
 * `span` without white space at its ends, and widened to whole words, or to whole characters (never half of one);
 * `null` where nothing is left.
 */
export function snapSpan(text: string, span: Span, unit: 'word' | 'grapheme'): Span | null {
  const trimmed = trim(text, span);
  if (!trimmed) return null;
  const segments = new Intl.Segmenter('und', { granularity: unit }).segment(text);
  const first = segments.containing(trimmed.start);
  const last = segments.containing(trimmed.end - 1);
  let start = first?.index ?? trimmed.start;
  let end = last ? last.index + last.segment.length : trimmed.end;
  if (unit === 'grapheme') return { start, end };
  // “12,500” and “can’t” are one word each, whatever the segmenter says.
  while (isInsideWord(text, start, 'before')) start = segments.containing(start - 1)?.index ?? 0;
  while (isInsideWord(text, end, 'after')) {
    const next = segments.containing(end);
    end = next ? next.index + next.segment.length : text.length;
  }
  return { start, end };
}

/** The word (or character) next to `span` in a direction; `null` at the end of the text. */
export function stepSpan(text: string, span: Span | null, unit: 'word' | 'grapheme', by: 1 | -1): Span | null {
  const segments = [...new Intl.Segmenter('und', { granularity: unit }).segment(text)].filter(
    ({ segment }) => segment.trim() !== '',
  );
  // Marks between words are no step of their own: they go with a selection that reaches over them.
  const stops = unit === 'word' ? segments.filter(({ isWordLike }) => isWordLike) : segments;
  const next =
    by === 1
      ? stops.find(({ index }) => index >= (span?.end ?? 0))
      : stops.findLast(({ index, segment }) => index + segment.length <= (span?.start ?? text.length));
  return next ? { start: next.index, end: next.index + next.segment.length } : null;
}

/**
 * The omissions with `span` left out too. Those that overlap it, or have nothing but white space between, become one with it,
 * so that one mark stands for them. Omissions that do not fit the quotation any more stay as they are.
 */
export function withOmitted(quotation: string, omissions: readonly Omission[], span: Span): Omission[] {
  const isJoined = ({ start, end }: Span, other: Span): boolean =>
    start <= other.end && other.start <= end
      ? true
      : quotation.slice(Math.min(end, other.end), Math.max(start, other.start)).trim() === '';
  let whole = span;
  const apart: Omission[] = [];
  for (const omission of omissions) {
    if (fits(quotation, omission) && isJoined(whole, omission)) {
      whole = { start: Math.min(whole.start, omission.start), end: Math.max(whole.end, omission.end) };
    } else apart.push(omission);
  }
  // Widened by one, it may now reach another.
  const again = apart.some((omission) => fits(quotation, omission) && isJoined(whole, omission));
  if (again) return withOmitted(quotation, apart, whole);
  return [...apart, omissionOf(quotation, whole)].sort((a, b) => a.start - b.start);
}
