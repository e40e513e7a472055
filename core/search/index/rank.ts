import type { Block } from '../../statements/block.ts';
import { shortestWithAll } from '../shortest-stretch.ts';
import type { MatchedPhrase } from './match.ts';

/** Words between the query's own that halve the worth of nearness. */
const halvingGap = 4;

/** What nearness, standing side by side in the query's order, and a heading add, as parts of the words' own worth. */
const nearness = 0.5;
const sideBySide = 0.9;
const heading = 0.1;

/** Beyond anything that words can be worth: website furniture comes last. */
const furniture = 1_000_000;

/** Beyond anything that words can be worth, and less than furniture: another form or spelling comes after the word. */
const tierStep = 10_000;

/** Every further hit of one statement counts for so much less, that it does not drown the others. */
const repetition = 0.06;

/** A unit to be ranked. `byNode` are the places of each node of the query; `tier` is 0 for exact, 1 stem, 2 variant. */
export interface Ranked {
  readonly score: number;
  readonly tier: number;
  readonly kind: Block['kind'];
  readonly byNode: readonly (readonly MatchedPhrase[])[];
}

/** How many words lie between the query's own where they stand closest; 0 where they touch. */
function gapOf(byNode: Ranked['byNode']): number {
  const asStretches = byNode.map((places) =>
    places.map(({ first, next }) => ({ start: first, end: next, first, next })),
  );
  // What is asked for is how many words lie between, not how many letters.
  const stretch = shortestWithAll(asStretches);
  if (!stretch) return 0;
  const least = byNode.reduce((sum, places) => sum + Math.min(...places.map(({ first, next }) => next - first)), 0);
  return Math.max(0, stretch.next - stretch.first - least);
}

/** Whether the nodes stand side by side somewhere, in the query's order. */
function isSideBySide([head = [], ...others]: Ranked['byNode']): boolean {
  let ends = new Set(head.map(({ next }) => next));
  for (const places of others) {
    ends = new Set(places.filter(({ first }) => ends.has(first)).map(({ next }) => next));
  }
  return others.length > 0 && ends.size > 0;
}

/** How well a unit answers a query; higher is better, comparable within one query only. */
export function rankOf({ score, tier, kind, byNode }: Ranked): number {
  let worth = score;
  if (byNode.length > 1) {
    worth += score * nearness * (halvingGap / (halvingGap + gapOf(byNode)));
    if (isSideBySide(byNode)) worth += score * sideBySide;
  }
  if (kind === 'heading') worth += score * heading;
  return worth - tier * tierStep - (kind === 'furniture' ? furniture : 0);
}

/** The rank of the `index`th best unit of its statement, counted from 0, beside those of others. */
export function spreadOut(rank: number, score: number, index: number): number {
  return rank - score * (1 - 1 / (1 + repetition * index));
}
