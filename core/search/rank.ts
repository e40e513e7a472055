import type { Block } from '../statements/block.ts';
import type { Location } from './locate.ts';

/** How rare a key is, from 0 (in every paragraph) to 1 (in one only). */
export type Rarity = (key: string) => number;

/** Words between the query's own that halve the worth of nearness. */
const halvingGap = 4;
const nearnessWeight = 2;
const headingBonus = 0.15;
/** A word only begun by the query counts for less than the word itself. */
const begunWeight = 0.7;

function termWorth(occurrences: Location['byTerm'][number], rarityOf: Rarity): number {
  const rarest = occurrences.map(({ words, isWhole }) => {
    const rarity = Math.max(...words.map((word) => rarityOf(word.keys.at(-1) ?? '')));
    return rarity * (isWhole ? 1 : begunWeight);
  });
  return Math.max(...rarest) * (occurrences.length / (occurrences.length + 1));
}

/**
 * How well a paragraph answers a query; higher is better, comparable within one query only. The order of weight: website
 * furniture comes last, the words side by side in the query's order first; then nearness; then rare words and how often
 * they stand there, and a little for headings.
 */
export function rankLocation(location: Location, kind: Block['kind'], rarityOf: Rarity): number {
  const { stretch, byTerm, isPhrase } = location;
  const fewest = byTerm.reduce((sum, occurrences) => sum + (occurrences[0]?.words.length ?? 0), 0);
  const gap = Math.max(0, stretch.next - stretch.first - fewest);
  const worth = byTerm.reduce((sum, occurrences) => sum + termWorth(occurrences, rarityOf), 0) / byTerm.length;
  const detail = (nearnessWeight * halvingGap) / (halvingGap + gap) + worth + (kind === 'heading' ? headingBonus : 0);
  // Larger than anything `detail` can reach, so that these two decide before it.
  return detail + (isPhrase ? 10 : 0) - (kind === 'furniture' ? 100 : 0);
}
