import { findOccurrences } from '../../anchoring/occurrences.ts';
import { describePassage, type Selector } from '../../anchoring/selector.ts';
import { foldTypography, sharedLength } from '../../anchoring/typography.ts';
import { type Sentence, say } from '../../sentence.ts';
import { splitsSurrogatePair, utf16 } from '../../text/offsets.ts';
import type { KnownSource } from '../incoming.ts';
import { mostPlaces, shortestFound } from './find-quotes.ts';
import type { KnownTexts } from './known-texts.ts';
import type { ClaimedPassage } from './read-targets.ts';

/** Where a passage of a foreign file stands in one's own statements, with what is otherwise than the file says; or why nowhere. */
export type Placing =
  | { readonly statement: KnownSource; readonly selector: Selector; readonly change: Sentence | null }
  | { readonly statement: null; readonly refusal: Sentence };

/** Without any context, a quotation must be this long to be more than a chance, where it is not known of which statement it is. */
const longEnough = 24;
/** With one side of its context, that side must be this long. */
const tellingSide = 16;

interface Place {
  readonly statement: KnownSource;
  readonly start: number;
  readonly end: number;
  /** How much of the context that the file gives stands around it. */
  readonly context: 'both' | 'one' | 'not given' | 'none';
}

type Quoted = ClaimedPassage & { readonly quote: string };

function contextAt(text: string, start: number, end: number, { prefix, suffix }: Quoted): Place['context'] {
  const [before, after] = [prefix.trimEnd(), suffix.trimStart()];
  if (before === '' && after === '') return 'not given';
  let [left, right] = [start, end];
  while (left > 0 && /\s/u.test(text.charAt(left - 1))) left -= 1;
  while (right < text.length && /\s/u.test(text.charAt(right))) right += 1;
  const isBefore = sharedLength(text, left, before, -1) === before.length;
  const isAfter = sharedLength(text, right, after, 1) === after.length;
  if (isBefore && isAfter) return 'both';
  const isTelling = (isBefore && before.length >= tellingSide) || (isAfter && after.length >= tellingSide);
  return isTelling ? 'one' : 'none';
}

/** What one look at the surroundings of a place costs, in units of text. */
const costOfLook = 500;

interface Start {
  readonly statement: KnownSource;
  readonly start: number;
}

/** Where the words stand in one statement; `null` where there is too much to look through. */
function startsIn(statement: KnownSource, quote: string, known: KnownTexts, isFolded: boolean): Start[] | null {
  const text = isFolded ? known.folded(statement) : statement.text;
  if (!known.spend(text.length)) return null;
  const { starts, isComplete } = findOccurrences(text, isFolded ? foldTypography(quote) : quote);
  if (!known.spend(starts.length * (quote.length + 50)) || !isComplete) return null;
  return starts.map((start) => ({ statement, start }));
}

/** Where the words stand in any statement. Words that are too short to be looked for all together are looked for as they are. */
function startsAnywhere(quote: string, known: KnownTexts, isFolded: boolean): Start[] | null {
  if (quote.length >= shortestFound) {
    return known.places(quote)?.filter(({ isExact }) => isExact || isFolded) ?? null;
  }
  const all: Start[] = [];
  for (const statement of known.all) {
    const starts = startsIn(statement, quote, known, false);
    if (!starts) return null;
    all.push(...starts);
  }
  return all;
}

/** The places in whole characters, with how much of the context stands around each; `null` where there is too much to look through. */
function placesAt(starts: readonly Start[] | null, claimed: Quoted, known: KnownTexts): Place[] | null {
  if (!starts || !known.spend(starts.length * costOfLook)) return null;
  return starts.flatMap(({ statement, start }): Place[] => {
    const { text } = statement;
    const end = start + claimed.quote.length;
    if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) return [];
    return [{ statement, start, end, context: contextAt(text, start, end, claimed) }];
  });
}

/** The one place that is meant, as far as can be told. */
function theOne(places: readonly Place[]): Place | null {
  for (const context of ['both', 'one', 'not given'] as const) {
    const [first, ...more] = places.filter((place) => place.context === context);
    if (first) return more.length === 0 ? first : null;
  }
  return null;
}

const otherTypography = (): Sentence =>
  say(/*i18n*/ 'The statement has other quotation marks, dashes or spaces: the highlight follows the statement.');

/** Why a passage of a file that asks for too much is refused. */
export const tooMuch = (): Sentence =>
  say(
    /*i18n*/ 'There is too much to look through at once: import this part of the file by itself, or mark the passage by hand.',
  );

function describe({ statement, start, end }: Pick<Place, 'statement' | 'start' | 'end'>): Selector {
  return describePassage(statement.text, { start: utf16(start), end: utf16(end) }, statement.sha256);
}

/** The claimed position as UTF-16, counted in code points and as it is: whichever has the words. */
function positionWithWords(claimed: Quoted, statement: KnownSource, known: KnownTexts) {
  const { position, quote } = claimed;
  if (!position) return null;
  const { text } = statement;
  const starts = [known.converter(statement).toUtf16(position.start), position.start];
  const isWhole = (at: number): boolean =>
    !splitsSurrogatePair(text, at) && !splitsSurrogatePair(text, at + quote.length);
  const start = starts.find((at) => text.startsWith(quote, at) && isWhole(at));
  return start === undefined ? null : { statement, start, end: start + quote.length };
}

/** As much of a foreign context as is kept, in UTF-16 units. */
const mostContext = 256;

/** A selector of the file's own words: the reader shows that they need review. */
function unplaced(claimed: Quoted, { sha256 }: KnownSource): Selector {
  const { quote } = claimed;
  const [prefix, suffix] = [claimed.prefix.slice(-mostContext), claimed.suffix.slice(0, mostContext)];
  return { quote, prefix, suffix, isUnique: false, start: utf16(0), end: utf16(0), source: sha256 };
}

function howFound({ position, isRefined }: Quoted): Sentence | null {
  if (isRefined) {
    return say(
      /*i18n*/ 'The file marks its words in one part of the statement: they were found in the whole of it, at one place.',
    );
  }
  if (!position) return null;
  return say(
    /*i18n*/ 'Its words do not stand at the position that the file gives: they were found elsewhere in the statement.',
  );
}

function placeInSource(claimed: Quoted, statement: KnownSource, known: KnownTexts): Placing {
  const there = claimed.isRefined ? null : positionWithWords(claimed, statement, known);
  if (there) {
    if (!known.spend(statement.text.length)) return { statement: null, refusal: tooMuch() };
    return { statement, selector: describe(there), change: null };
  }
  for (const isFolded of [false, true]) {
    const places = placesAt(startsIn(statement, claimed.quote, known, isFolded), claimed, known);
    const place = places && theOne(places);
    if (!place) continue;
    return { statement, selector: describe(place), change: isFolded ? otherTypography() : howFound(claimed) };
  }
  const change = say(
    /*i18n*/ 'It cannot be told where its words stand in the statement: it needs review, so look at it in the statement.',
  );
  return { statement, selector: unplaced(claimed, statement), change };
}

/** By position alone, which nothing confirms: only in the very bytes that the file names. */
function placeByPosition(claimed: ClaimedPassage, statement: KnownSource, known: KnownTexts): Placing {
  const { position } = claimed;
  const { toUtf16 } = known.converter(statement);
  const [start, end] = position ? [toUtf16(position.start), toUtf16(position.end)] : [0, 0];
  const length = known.converter(statement).toCodePoints(utf16(statement.text.length));
  if (!position || position.end > length || start >= end) {
    const refusal = say(
      /*i18n*/ 'Its position lies outside the statement, and the file gives no words: mark the passage by hand.',
    );
    return { statement: null, refusal };
  }
  if (!known.spend(statement.text.length + (end - start))) return { statement: null, refusal: tooMuch() };
  return {
    statement,
    selector: describe({ statement, start, end }),
    change: say(
      /*i18n*/ 'The file gives a position and no words: the words are those that stand there in the statement.',
    ),
  };
}

function foundIn(title: string, isFolded: boolean): Sentence {
  return isFolded
    ? say(
        /*i18n*/ 'The file names none of your statements by its bytes. It was found by its words in “{title}” and nowhere else, with other quotation marks, dashes or spaces: the highlight follows the statement.',
        { title },
      )
    : say(
        /*i18n*/ 'The file names none of your statements by its bytes. It was found by its words in “{title}” and nowhere else, and was marked there.',
        { title },
      );
}

function placeAnywhere(claimed: Quoted, known: KnownTexts): Placing {
  const { quote, prefix, suffix } = claimed;
  if (quote.length < longEnough && prefix.trim() === '' && suffix.trim() === '') {
    const refusal = say(
      /*i18n*/ 'The file names none of your statements by its bytes, and its words are too few to be found by: mark the passage by hand.',
    );
    return { statement: null, refusal };
  }
  let count = 0;
  for (const isFolded of [false, true]) {
    const places = placesAt(startsAnywhere(quote, known, isFolded), claimed, known);
    if (!places || places.length > mostPlaces) return { statement: null, refusal: tooMuch() };
    const place = theOne(places);
    if (place) {
      const { statement } = place;
      if (!known.spend(statement.text.length)) return { statement: null, refusal: tooMuch() };
      return { statement, selector: describe(place), change: foundIn(statement.title, isFolded) };
    }
    count = places.length;
  }
  const refusal =
    count === 0
      ? say(/*i18n*/ 'Its words stand in none of your statements: add the statement, or mark the passage by hand.')
      : say(
          /*i18n*/ 'Its words stand at {count, plural, one {# place} other {# places}} in your statements, and it cannot be told whether and where they are meant: mark the passage by hand.',
          { count },
        );
  return { statement: null, refusal };
}

/** Line ends as they are in our texts. */
const plainLines = (text: string): string => text.replace(/\r\n?/gu, '\n');

/** What is looked for of a passage: its words with plain line ends; `null` where the file gives none. */
export function wordsOf({ quote }: ClaimedPassage): string | null {
  return quote === null ? null : plainLines(quote);
}

function withPlainLines(claimed: ClaimedPassage, quote: string): Quoted {
  const { prefix, suffix } = claimed;
  return { ...claimed, quote: plainLines(quote), prefix: plainLines(prefix), suffix: plainLines(suffix) };
}

/**
 * Finds what a foreign file says is marked. In the bytes that it names by their SHA-256: at its position where the words stand there,
 * else where they stand with their context, else to be reviewed. Where it names no bytes that are here: in the one statement
 * of all in which the words stand with their context (or, where it gives none, at all), else nowhere.
 */
export function placePassage(claimed: ClaimedPassage, known: KnownTexts): Placing {
  const { quote, sha256 } = claimed;
  const statement = sha256 === null ? null : known.bySha256(sha256);
  if (quote !== null) {
    const quoted = withPlainLines(claimed, quote);
    return statement ? placeInSource(quoted, statement, known) : placeAnywhere(quoted, known);
  }
  if (statement && claimed.position) return placeByPosition(claimed, statement, known);
  const refusal = claimed.position
    ? say(
        /*i18n*/ 'It gives a position in a source that is not among your statements, and no words: mark the passage by hand.',
      )
    : say(/*i18n*/ 'It marks no words of a text: Attest keeps highlights of passages only.');
  return { statement: null, refusal };
}
