import { findOccurrences } from '../../anchoring/occurrences.ts';
import { type Counting, countingsOf } from './counting.ts';
import { quotes, readName } from './read-name.ts';
import type { RefiSelection } from './refi-project.ts';

/** A range of the statement's text, in UTF-16. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a selection stands in the statement. `exact`: where the format says. `counted`: there as well, when counted another way.
 * `shifted`: one character on or back. `found`: elsewhere, its words only once in the text. `review`: a person must look; `quote`
 * is what to look for, from about `near` on. `none`: there is nothing to look for; `outside` says whether its positions lie
 * outside the text, or are none.
 */
export type Placed =
  | ({ readonly kind: 'exact' | 'shifted' | 'found' } & Range)
  | ({ readonly kind: 'counted'; readonly counting: Counting } & Range)
  | { readonly kind: 'review'; readonly quote: string; readonly near: number }
  | { readonly kind: 'none'; readonly isOutside: boolean };

/** How much text may still be searched for quotations, in UTF-16 units. */
export interface SearchBudget {
  left: number;
}

/** What is searched of texts for one project: some seconds. */
export const newSearchBudget = (): SearchBudget => ({ left: 300_000_000 });

/** Above the first share of ends at the edges of words a counting is believed, when all others are below the second. */
const believedShare = 0.9;
const disbelievedShare = 0.6;

const isInWord = (text: string, at: number): boolean => /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));

/** As an XML reader leaves it of an attribute: every kind of white space a space, so that places stay what they are. */
const flatten = (text: string): string => text.replace(/[\t\n\r]/gu, ' ');

function rangeOf({ start, end }: RefiSelection, counting: Counting, shift = 0): Range | null {
  if (start === null || end === null || start + shift < 0) return null;
  const [from, to] = [counting.toKnown(start + shift), counting.toKnown(end + shift)];
  return from !== null && to !== null && from < to ? { start: from, end: to } : null;
}

const isSame = (a: Range | null, b: Range | null): boolean => a?.start === b?.start && a?.end === b?.end;

const quotesAt = (known: string, range: Range | null, name: string): ReturnType<typeof quotes> =>
  range === null ? null : quotes(known.slice(range.start, range.end), name);

/** The counting by which every name of a selection that quotes anything quotes the passage; `null` where it is not clear. */
function countingByNames(
  known: string,
  selections: readonly RefiSelection[],
  countings: readonly Counting[],
): Counting | null {
  const votes = selections.flatMap((selection) => {
    const said = countings.map((counting) => quotesAt(known, rangeOf(selection, counting), selection.name));
    const best = said.includes('all') ? 'all' : 'beginning';
    const quoted = countings.filter((_, at) => said[at] === best);
    return quoted.length === 0 ? [] : [quoted];
  });
  if (votes.length === 0) return null;
  const fitting = countings.filter((counting) => votes.every((quoted) => quoted.includes(counting)));
  const likely = fitting.filter(({ isLikely }) => isLikely);
  // What stands before the first end of a line tells nothing of how these are counted.
  return likely.length > 1 ? null : (likely[0] ?? fitting[0] ?? null);
}

/** The counting by which selections begin and end with words, when by all others they cut words. */
function countingByWords(
  known: string,
  selections: readonly RefiSelection[],
  countings: readonly Counting[],
): Counting | null {
  const shares = countings.map((counting) => {
    const whole = selections.filter((selection) => {
      const range = rangeOf(selection, counting);
      return range !== null && !isInWord(known, range.start) && !isInWord(known, range.end);
    });
    return whole.length / selections.length;
  });
  const believed = countings.filter((_, at) => (shares[at] ?? 0) >= believedShare);
  const others = shares.filter((share) => share < believedShare);
  const [only] = believed;
  return only && believed.length === 1 && others.every((share) => share <= disbelievedShare) ? only : null;
}

/** Finds what selections quote, as long as that takes no more than it should. */
function createFinder(known: string, budget: SearchBudget): (name: string, length: number) => Placed | null {
  let flat: string | null = null;
  return (name, length) => {
    const named = readName(name);
    if (named === null) return null;
    const { words, isCut } = named;
    const toReview: Placed = { kind: 'review', quote: words, near: 0 };
    budget.left -= known.length + words.length;
    if (budget.left < 0) return toReview;
    flat ??= flatten(known);
    const { starts, isComplete } = findOccurrences(flat, flatten(words));
    const [start] = starts;
    if (start === undefined) return isComplete ? null : toReview;
    const end = start + words.length;
    const isAll = !isCut && Math.abs(length - words.length) <= 1 + words.length / 10;
    if (isAll && isComplete && starts.length === 1) return { kind: 'found', start, end };
    return { kind: 'review', quote: known.slice(start, end), near: start };
  };
}

function placeCounted(counting: Counting, range: Range, countings: readonly Counting[]): Placed {
  return counting === countings[0] ? { kind: 'exact', ...range } : { kind: 'counted', counting, ...range };
}

function placeShifted(
  known: string,
  selection: RefiSelection,
  countings: readonly Counting[],
  much: 'all' | 'beginning',
): Placed | null {
  for (const counting of countings) {
    for (const shift of [1, -1]) {
      const range = rangeOf(selection, counting, shift);
      if (range && quotesAt(known, range, selection.name) === much) return { kind: 'shifted', ...range };
    }
  }
  return null;
}

/** Where the name of a selection quotes what stands there: all of it anywhere counts for more than its beginning. */
function placeByName(
  known: string,
  selection: RefiSelection,
  countings: readonly Counting[],
  decided: Counting | null,
): Placed | null {
  const found = countings.flatMap((counting) => {
    const range = rangeOf(selection, counting);
    const much = quotesAt(known, range, selection.name);
    return range === null || much === null ? [] : [{ counting, range, much }];
  });
  const whole = found.find(({ much }) => much === 'all');
  if (whole) return placeCounted(whole.counting, whole.range, countings);
  const shifted = placeShifted(known, selection, countings, 'all');
  if (shifted) return shifted;
  const [first] = found;
  if (!first) return placeShifted(known, selection, countings, 'beginning');
  const meant = found.find(({ counting }) => counting === decided);
  if (meant) return placeCounted(meant.counting, meant.range, countings);
  // A beginning does not tell where the passage ends, where that can be counted in two ways.
  const isClear = found.every(({ counting, range }) => !counting.isLikely || isSame(range, first.range));
  if (isClear) return placeCounted(first.counting, first.range, countings);
  return { kind: 'review', quote: known.slice(first.range.start, first.range.end), near: first.range.start };
}

/** Where a selection stands whose name quotes nothing: where the counting of its source says, if that is clear. */
function placeByPosition(
  known: string,
  selection: RefiSelection,
  countings: readonly Counting[],
  decided: Counting | null,
): Placed {
  const ranges = countings.filter(({ isLikely }) => isLikely).map((counting) => rangeOf(selection, counting));
  const [first] = countings;
  const own = ranges[0] ?? null;
  if (decided !== null) {
    const range = rangeOf(selection, decided);
    if (range === null) return { kind: 'none', isOutside: true };
    const isOwn = decided === first || isSame(range, own);
    return isOwn ? { kind: 'exact', ...range } : { kind: 'counted', counting: decided, ...range };
  }
  if (own !== null && ranges.every((range) => isSame(range, own))) return { kind: 'exact', ...own };
  const some = ranges.find((range) => range !== null);
  if (!some) return { kind: 'none', isOutside: true };
  return { kind: 'review', quote: known.slice(some.start, some.end), near: some.start };
}

/**
 * Where each of `selections` stands in the statement's text `known`, `raw` being that text as it came where its line ends are
 * others. A place counts where the name of the selection quotes what stands there. Where names quote nothing, the counting
 * counts by which other names of the source do, or by which all passages begin and end with words; and where neither tells,
 * but the countings that may be meant disagree, a person must look. Nothing is guessed.
 */
export function placeSelections(
  known: string,
  raw: string | null,
  selections: readonly RefiSelection[],
  budget: SearchBudget = newSearchBudget(),
): Placed[] {
  const countings = countingsOf(known, raw);
  const find = createFinder(known, budget);
  const byNames = countingByNames(known, selections, countings);
  const isInDoubt = countings.filter(({ isLikely }) => isLikely).length > 1;
  const decided = byNames ?? (isInDoubt ? countingByWords(known, selections, countings) : null);
  return selections.map((selection): Placed => {
    const { start, end, name } = selection;
    if (start === null || end === null) return find(name, name.length) ?? { kind: 'none', isOutside: false };
    if (start >= end) return { kind: 'none', isOutside: false };
    return (
      placeByName(known, selection, countings, decided) ??
      find(name, end - start) ??
      placeByPosition(known, selection, countings, decided)
    );
  });
}
