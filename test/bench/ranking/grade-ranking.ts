import type { JudgedCollection } from './judged-collection.ts';
import { judgedPassages, type PassageName } from './judged-passages.ts';
import type { JudgedQuery } from './judged-queries.ts';

/** Hits that count. */
export const depth = 10;

/** How good the ten best hits of one query are, from 0 to 1, and what is amiss with them. */
export interface Graded {
  readonly ndcg: number;
  readonly recall: number;
  /** Relevant passages that are not among the ten, and hits that are not relevant though something relevant follows. */
  readonly missing: readonly { readonly name: PassageName; readonly grade: number }[];
  readonly intruders: readonly number[];
}

const gradesOf = ({ relevant }: JudgedQuery): Map<PassageName, number> =>
  new Map(([3, 2, 1] as const).flatMap((grade) => (relevant[grade] ?? []).map((name) => [name, grade] as const)));

/** Σ (2^grade − 1) / log2(rank + 1), ranks from 1. */
const gainOf = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);

/**
 * Grades a ranking, given as places of paragraphs. nDCG@10 is the discounted gain of the ten best hits over that of the
 * best ranking there could be: discount and norm by Järvelin and Kekäläinen, “Cumulated gain-based evaluation of IR
 * techniques” (ACM TOIS 20, 2002), gain 2^grade − 1 by Burges and others, “Learning to rank using gradient descent”
 * (ICML 2005). Recall@10 is the share of the relevant paragraphs, of any grade, among the ten; of ten where there are more.
 */
export function gradeRanking(ranking: readonly number[], query: JudgedQuery, { placeOf }: JudgedCollection): Graded {
  const grades = gradesOf(query);
  const gradeAt = new Map([...grades].map(([name, grade]) => [placeOf.get(name), grade]));
  const best = ranking.slice(0, depth);
  const found = best.map((place) => gradeAt.get(place) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, depth);
  const last = found.findLastIndex((grade) => grade > 0);
  return {
    ndcg: gainOf(found) / gainOf(ideal),
    recall: found.filter((grade) => grade > 0).length / Math.min(depth, grades.size),
    missing: [...grades].flatMap(([name, grade]) => (best.includes(placeOf.get(name) ?? -1) ? [] : [{ name, grade }])),
    intruders: best.filter((_, index) => index < last && found[index] === 0),
  };
}

/** A passage as one can find it. */
export const showPassage = (name: PassageName): string => `“${judgedPassages[name].quotation.replaceAll('\n', ' ')}”`;
