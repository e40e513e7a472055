import { z } from 'zod';
import { Utf16Offset, utf16 } from '../text/offsets.ts';
import { type Passage, trimPassage } from '../text/passage.ts';
import { Candidate } from './candidate.ts';
import { matchQuote } from './match-quote.ts';
import { findOccurrences } from './occurrences.ts';
import { scoreMatch } from './score-match.ts';
import { contextLength, endsSource, isTelling, type Selector } from './selector.ts';
import { sharedLength } from './typography.ts';

/**
 * Where a highlight stands in the text as it is now. `anchored`: at these words and no others. `needs-review`: a person
 * has to say which of `candidates` is meant (best first, at most 5; there may be none). `orphaned`: the words are nowhere.
 */
export const Anchor = z.discriminatedUnion('state', [
  z.object({ state: z.literal('anchored'), start: Utf16Offset, end: Utf16Offset }),
  z.object({ state: z.literal('needs-review'), candidates: z.array(Candidate) }),
  z.object({ state: z.literal('orphaned') }),
]);
export type Anchor = z.infer<typeof Anchor>;

const mostCandidates = 5;

/** Below this a place is not worth a person's look: about what the very words in a foreign context have. */
const minimumScore = 0.45;

/** Exact places that get a score; of more, those that share most of the context. */
const mostScored = 20;

interface Place extends Passage {
  /** Units of the prefix and of the suffix that stand here. */
  readonly before: number;
  readonly after: number;
}

const isWord = /^[\p{L}\p{M}\p{N}]{2}$/u;

/** Whether both ends stand in or between the same words as when the passage was marked: “legal” is not in “illegal”. */
function hasSameWordEnds(text: string, { start, end, before, after }: Place, selector: Selector): boolean {
  const { quote, prefix, suffix } = selector;
  const cuts = (pair: string): boolean => isWord.test(pair);
  const wasCut = { start: cuts(prefix.slice(-1) + quote.charAt(0)), end: cuts(quote.slice(-1) + suffix.charAt(0)) };
  if (cuts(text.slice(start - 1, start + 1)) !== wasCut.start) return false;
  if (cuts(text.slice(end - 1, end + 1)) !== wasCut.end) return false;
  const restBefore = /[\p{L}\p{M}\p{N}]*$/u.exec(prefix)?.[0] ?? '';
  const restAfter = /^[\p{L}\p{M}\p{N}]*/u.exec(suffix)?.[0] ?? '';
  return (!wasCut.start || before >= restBefore.length) && (!wasCut.end || after >= restAfter.length);
}

/**
 * Whether a stretch that stood only once in the source stands here, all in one line, since lines may have been moved to
 * where a line like their own was: the quote with one telling side of its context, or, where the quote was the only one,
 * with as much of both sides as is there.
 */
function isPlacedByLine({ before, after }: Place, { prefix, quote, suffix, isUnique }: Selector): boolean {
  if (quote.includes('\n')) return false;
  if (before === prefix.length && isTelling(prefix) && !prefix.includes('\n')) return true;
  if (after === suffix.length && isTelling(suffix) && !suffix.includes('\n')) return true;
  const inLine =
    quote.length +
    Math.min(before, prefix.length - 1 - prefix.lastIndexOf('\n')) +
    Math.min(after, `${suffix}\n`.indexOf('\n'));
  return isUnique && inLine >= contextLength;
}

/** Whether all of the context stands here, telling on both sides or else the end of the source and of this text too. */
function isPlacedByAll(text: string, place: Place, { prefix, suffix }: Selector): boolean {
  if (place.before < prefix.length || place.after < suffix.length) return false;
  const isFirst = endsSource(prefix) && place.start === prefix.length;
  const isLast = endsSource(suffix) && place.end + suffix.length === text.length;
  return (isTelling(prefix) && (isTelling(suffix) || isLast)) || (isTelling(suffix) && isFirst);
}

/** Whether `place` is the passage beyond doubt, in whole characters. */
function isCertain(text: string, place: Place, selector: Selector): boolean {
  if (!isPlacedByLine(place, selector) && !isPlacedByAll(text, place, selector)) return false;
  const whole = trimPassage(text, place);
  return whole?.start === place.start && whole.end === place.end && hasSameWordEnds(text, place, selector);
}

function placesOf(text: string, starts: readonly number[], { quote, prefix, suffix }: Selector): Place[] {
  return starts.map((start) => ({
    start: utf16(start),
    end: utf16(start + quote.length),
    before: sharedLength(text, start, prefix, -1),
    after: sharedLength(text, start + quote.length, suffix, 1),
  }));
}

const overlap = (a: Passage, b: Passage): boolean => a.start < b.end && b.start < a.end;

function candidatesFor(text: string, exact: readonly Place[], selector: Selector): Candidate[] {
  const likeliest = [...exact].sort((a, b) => b.before + b.after - a.before - a.after).slice(0, mostScored);
  const near = matchQuote(text, selector).map(({ start, end }) => ({ start: utf16(start), end: utf16(end) }));
  const chosen: Candidate[] = [];
  const scored = [...likeliest, ...near]
    .flatMap((match) => trimPassage(text, match) ?? [])
    .map((passage) => ({
      ...passage,
      score: scoreMatch(text, passage, selector),
      isExact: text.slice(passage.start, passage.end) === selector.quote,
    }))
    .filter(({ score }) => score >= minimumScore)
    .sort((a, b) => b.score - a.score || a.start - b.start);
  for (const candidate of scored) {
    const isNew = chosen.every((other) => !overlap(candidate, other) || (candidate.isExact && other.isExact));
    const isTwin = chosen.some(({ start, end }) => start === candidate.start && end === candidate.end);
    if (isNew && !isTwin && chosen.length < mostCandidates) chosen.push(candidate);
  }
  return chosen;
}

function lookUp(text: string, source: string, selector: Selector) {
  const { quote, start, end } = selector;
  const isSameSource = source === selector.source;
  const isAtQuote = start < end && text.slice(start, end) === quote;
  if (isSameSource && isAtQuote) return { passage: { start, end }, exact: [], isDamaged: false };
  const { starts, isComplete } = findOccurrences(text, quote);
  const exact = placesOf(text, starts, selector);
  const isDamaged = isSameSource || end - start !== quote.length;
  if (isDamaged || !isComplete) return { passage: null, exact, isDamaged };
  const certain = exact.filter((place) => isCertain(text, place, selector));
  const [only] = certain;
  const passage = only && certain.length === 1 ? { start: only.start, end: only.end } : null;
  return { passage, exact, isDamaged };
}

/** Where `resolveSelector` anchors `selector`; `null` where it does not. Quick, since what a person would have to look at is not looked for. */
export function findCertain(text: string, source: string, selector: Selector): Passage | null {
  return lookUp(text, source, selector).passage;
}

/**
 * Finds `selector` in `text`, which was decoded from bytes with SHA-256 `source`.
 *
 * In the same bytes the position counts, if its words are the quote. A position that contradicts the quote or the bytes
 * is a damaged record, and its user must look at it. In other bytes the very quote must stand at exactly one place that
 * is certain: a stretch of at least `contextLength` units that stood once in the source stands once here; typography of
 * the context may differ. Everything less is the reader's to decide, with the likeliest places proposed; words that are
 * not exactly the quote are never anchored, whatever their score, since a highlight is a quotation.
 */
export function resolveSelector(text: string, source: string, selector: Selector): Anchor {
  const { passage, exact, isDamaged } = lookUp(text, source, selector);
  if (passage) return { state: 'anchored', ...passage };
  const candidates = candidatesFor(text, exact, selector);
  if (candidates.length === 0 && !isDamaged) return { state: 'orphaned' };
  return { state: 'needs-review', candidates };
}
