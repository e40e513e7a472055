import type { Statement } from '../../../core/statements/statement.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import type { Passage } from '../../../core/text/passage.ts';
import type { Pair, Side } from './pairs.ts';

/** A passage that a method found, the likest first in a list of them. */
export interface Ranked extends Passage {
  readonly statement: string;
  readonly score: number;
}

/** A way to find what is said elsewhere: everything with a score over 0, the likest first. */
export interface Method {
  readonly name: string;
  readonly rank: (statement: string, passage: Passage) => readonly Ranked[];
}

/** What a method makes of a pair: the score of the other side, 0 where it is not found, and its place from 1 on. */
export interface GradedPair {
  readonly pair: Pair;
  readonly score: number;
  readonly place: number | null;
}

/** How good a method is with pairs at a threshold. `reciprocal` is the mean reciprocal rank of the likes. */
export interface Grade {
  readonly precision: number;
  readonly recall: number;
  readonly reciprocal: number;
  readonly found: number;
  readonly wronglyFound: number;
}

/** The other passage counts as found where at least this part of the shorter of the two is in both. */
const overlapNeeded = 0.5;

/** How much precision counts beside recall where a threshold is chosen: F with this beta. */
const beta = 0.5;

/** Where a side of a pair stands. Throws where its words are not in its statement exactly as they are given. */
export function placeOfSide(statements: readonly Statement[], { statement, words }: Side): Passage & { id: string } {
  const found = statements.find(({ summary }) => summary.id.startsWith(statement));
  const start = found?.text.indexOf(words) ?? -1;
  if (!found || start < 0) throw new Error(`“${words}” is not in ${statement}: quote it as it stands there.`);
  return { id: found.summary.id, start: utf16(start), end: utf16(start + words.length) };
}

function covers(ranked: Ranked, place: Passage & { id: string }): boolean {
  if (ranked.statement !== place.id) return false;
  const both = Math.min(ranked.end, place.end) - Math.max(ranked.start, place.start);
  return both >= overlapNeeded * Math.min(ranked.end - ranked.start, place.end - place.start);
}

/** What `method` makes of `pairs`. Others that are known to say the like do not count as standing before the one asked for. */
export function gradePairs(statements: readonly Statement[], method: Method, pairs: readonly Pair[]): GradedPair[] {
  return pairs.map((pair) => {
    const here = placeOfSide(statements, pair.here);
    const there = placeOfSide(statements, pair.there);
    const ranked = method.rank(here.id, here);
    const at = ranked.findIndex((each) => covers(each, there));
    const likes = pairs
      .filter((other) => other.isLike && other !== pair && other.here.words === pair.here.words)
      .map((other) => placeOfSide(statements, other.there));
    const before = ranked.slice(0, Math.max(0, at)).filter((each) => !likes.some((like) => covers(each, like)));
    return { pair, score: ranked[at]?.score ?? 0, place: at < 0 ? null : before.length + 1 };
  });
}

/** Precision and recall of the pairs that reach `threshold`, and the mean reciprocal rank, which has none. */
export function gradeAt(graded: readonly GradedPair[], threshold: number): Grade {
  const likes = graded.filter(({ pair }) => pair.isLike);
  const reaches = ({ score }: GradedPair): boolean => score > 0 && score >= threshold;
  const found = likes.filter(reaches).length;
  const wronglyFound = graded.filter((each) => !each.pair.isLike && reaches(each)).length;
  const reciprocal = likes.reduce((sum, { place }) => sum + (place === null ? 0 : 1 / place), 0) / likes.length;
  const precision = found + wronglyFound === 0 ? 1 : found / (found + wronglyFound);
  return { precision, recall: found / likes.length, reciprocal, found, wronglyFound };
}

/** How often a mark for single sources would be wrong on the passages of pairs. */
export interface MarkErrors {
  /** Passages that other statements say the like of, and how many of them would be marked. */
  readonly likes: number;
  readonly wronglyMarked: number;
  /** Passages that are only in pairs of look-alikes, and how many of them would not be marked. */
  readonly alone: number;
  readonly wronglyUnmarked: number;
}

/**
 * What marks of all passages of `pairs` that have nothing from `threshold` on elsewhere get wrong. Both sides of a pair
 * count, each once; one that is in any pair of `all` that says the like is not alone.
 */
export function gradeMarks(
  statements: readonly Statement[],
  method: Method,
  pairs: readonly Pair[],
  all: readonly Pair[],
  threshold: number,
): MarkErrors {
  const sidesOf = (some: readonly Pair[]): Side[] => {
    const sides = some.flatMap(({ here, there }) => [here, there]);
    return [...new Map(sides.map((side) => [side.words, side])).values()];
  };
  const isMarked = (side: Side): boolean => {
    const { id, ...passage } = placeOfSide(statements, side);
    return (method.rank(id, passage)[0]?.score ?? 0) < threshold;
  };
  const likeSomewhere = new Set(sidesOf(all.filter(({ isLike }) => isLike)).map(({ words }) => words));
  const likes = sidesOf(pairs.filter(({ isLike }) => isLike));
  const alone = sidesOf(pairs).filter(({ words }) => !likeSomewhere.has(words));
  return {
    likes: likes.length,
    wronglyMarked: likes.filter(isMarked).length,
    alone: alone.length,
    wronglyUnmarked: alone.filter((side) => !isMarked(side)).length,
  };
}

/** The threshold with the best F½ on `graded`, half way down to the next score. */
export function calibrate(graded: readonly GradedPair[]): number {
  const scores = [...new Set(graded.map(({ score }) => score))].filter((score) => score > 0).sort((a, b) => b - a);
  let best = { f: -1, threshold: 1 };
  for (const [at, score] of scores.entries()) {
    const { precision, recall } = gradeAt(graded, score);
    const f = precision + recall === 0 ? 0 : ((1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall);
    if (f > best.f) best = { f, threshold: (score + (scores[at + 1] ?? 0)) / 2 };
  }
  return best.threshold;
}
