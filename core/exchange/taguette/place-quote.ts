import type { KnownSource } from '../incoming.ts';
import { type Condensed, condense, condensedText } from './condense.ts';

/** A statement ready to be compared with documents: its condensed text, read each time, and how long that is, read once. */
export interface ReadyStatement {
  readonly source: KnownSource;
  readonly condensedText: () => string;
  readonly condensedLength: () => number;
}

/** Where a passage of a document stands in a statement; offsets in the statement's text. */
export interface FoundPassage {
  readonly start: number;
  readonly end: number;
}

/** Units without white space that stand before and after a quotation and are compared with it. */
const contextUnits = 32;

/** So many units without white space that stand once in a statement are the passage beyond doubt. */
const certainUnits = 48;

/** Stretches of a document that are looked for in a statement, and how long each is. */
const probes = 64;
const probeUnits = 24;

/** A document is a statement's where at least this share of it stands there. */
const leastShare = 0.5;

/** Prepares the statements of one's own. */
export function readyStatements(known: readonly KnownSource[]): ReadyStatement[] {
  return known.map((source) => {
    let length: number | null = null;
    const text = (): string => condensedText(source.text);
    return {
      source,
      condensedText: text,
      condensedLength: () => {
        length ??= text().length;
        return length;
      },
    };
  });
}

/** What it costs to look for a document in a statement, for each unit of the statement. */
const searchCost = 8;

/** Which share of stretches of `text` stands in `other`, from 0 to 1; 0 where it is less than `leastShare`. */
function shareIn(text: string, other: string): number {
  const last = Math.max(0, text.length - probeUnits);
  const starts = new Set(Array.from({ length: probes }, (_, at) => Math.floor((last * at) / (probes - 1))));
  let missed = 0;
  for (const start of starts) {
    if (!other.includes(text.slice(start, start + probeUnits))) missed += 1;
    if (missed > (1 - leastShare) * starts.size) return 0;
  }
  return 1 - missed / starts.size;
}

/** The statement that a document is of, and whether it has its very words, white space aside. */
export interface MatchedStatement {
  readonly source: KnownSource;
  readonly condensed: Condensed;
  readonly isSame: boolean;
}

/**
 * The statement a document is of: the one with its very words, else the only one that most of it stands in; `null` for none, or where
 * `spend` has no more units of text to look through.
 */
export function statementOf(
  document: Condensed,
  statements: readonly ReadyStatement[],
  spend: (units: number) => boolean = () => true,
): MatchedStatement | null {
  const { text } = document;
  if (text === '') return null;
  const matched = ({ source }: ReadyStatement, isSame: boolean): MatchedStatement => {
    return { source, condensed: condense(source.text), isSame };
  };
  const same = statements.find((one) => one.condensedLength() === text.length && one.condensedText() === text);
  if (same) return matched(same, true);
  const units = statements.reduce((sum, one) => sum + one.condensedLength(), 0);
  if (!spend(searchCost * units)) return null;
  const ranked = statements
    .map((statement) => ({ statement, share: shareIn(text, statement.condensedText()) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share);
  const [best, next] = ranked;
  return best && best.share > (next?.share ?? 0) ? matched(best.statement, false) : null;
}

/** The only place of `sought` in `text`; -1 where there is none or more than one. */
function onlyPlace(text: string, sought: string): number {
  const first = text.indexOf(sought);
  return first >= 0 && text.indexOf(sought, first + 1) < 0 ? first : -1;
}

/**
 * Where the words from `start` to `end` of a document stand in a statement, white space aside: with so much of the words around them
 * that they stand there once and can be nothing else. `null` where that is not certain.
 */
export function placeQuote(
  document: Condensed,
  { start, end }: FoundPassage,
  { condensed, isSame }: MatchedStatement,
): FoundPassage | null {
  const [from, to] = [document.fromFull(start), document.fromFull(end)];
  if (from >= to) return null;
  const found = (at: number): FoundPassage => ({
    start: condensed.toFull(at),
    end: condensed.toFull(at + to - from - 1) + 1,
  });
  if (isSame) return found(from);
  const before = Math.max(0, from - contextUnits);
  const after = Math.min(document.text.length, to + contextUnits);
  for (const [first, last] of [
    [before, after],
    [before, to],
    [from, after],
    [from, to],
  ] as const) {
    const stretch = document.text.slice(first, last);
    const at = stretch.length < certainUnits ? -1 : onlyPlace(condensed.text, stretch);
    if (at >= 0) return found(at + from - first);
  }
  return null;
}
