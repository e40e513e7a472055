import search from 'approx-string-match';
import type { Passage } from '../text/passage.ts';
import { contextLength, type Selector } from './selector.ts';
import { differsInTypographyOnly, foldTypography } from './typography.ts';

/**
 * What each part of a selector says about a place, as in Hypothesis' client: most the words themselves, then either side
 * of the context, and the position only enough to choose between places that are otherwise alike.
 */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** Any two stretches of prose are about this similar; only what goes beyond it counts for a context. */
const similarByChance = 0.4;

/** The same words in other typography come before any other change, and after the very words. */
const sameWords = 0.99;
const mostWithChange = 0.97;

/** Longer texts are compared by samples: this many pieces of that length. */
const longestCompared = 1024;
const sampleCount = 64;
const sampleLength = 24;

function editSimilarity(text: string, wanted: string, leastSimilar: number): number {
  const errors = Math.ceil(wanted.length * (1 - leastSimilar));
  const [best] = search(text, wanted, errors);
  return best ? 1 - best.errors / wanted.length : 0;
}

function sampledSimilarity(text: string, quote: string): number {
  const step = (quote.length - sampleLength) / (sampleCount - 1);
  let found = 0;
  for (let index = 0; index < sampleCount; index += 1) {
    const at = Math.floor(index * step);
    if (text.includes(quote.slice(at, at + sampleLength))) found += 1;
  }
  return found / sampleCount;
}

function quoteSimilarity(found: string, quote: string): number {
  if (found === quote) return 1;
  if (differsInTypographyOnly(found, quote)) return sameWords;
  const [a, b] = [foldTypography(found), foldTypography(quote)];
  if (b.length > longestCompared) return Math.min(mostWithChange, sampledSimilarity(a, b));
  // Words beyond the quote are as much a difference as words that are missing.
  const surplus = Math.max(0, a.length - b.length) / b.length;
  return Math.min(mostWithChange, Math.max(0, editSimilarity(a, b, 0.5) - surplus / 2));
}

function contextSimilarity(found: string, context: string): number {
  const similar = editSimilarity(foldTypography(found), foldTypography(context), similarByChance);
  return Math.max(0, (similar - similarByChance) / (1 - similarByChance));
}

/** How well `passage` of `text` fits `selector`, 0 to 1. A side of the context that is empty says nothing either way. */
export function scoreMatch(text: string, { start, end }: Passage, selector: Selector): number {
  const prefix = selector.prefix.slice(-contextLength);
  const suffix = selector.suffix.slice(0, contextLength);
  const parts = [
    [weights.quote, quoteSimilarity(text.slice(start, end), selector.quote)],
    [
      prefix ? weights.prefix : 0,
      prefix && contextSimilarity(text.slice(Math.max(0, start - prefix.length - 4), start), prefix),
    ],
    [suffix ? weights.suffix : 0, suffix && contextSimilarity(text.slice(end, end + suffix.length + 4), suffix)],
    [weights.position, Math.max(0, 1 - Math.abs(start - selector.start) / text.length)],
  ].map(([weight, similarity]) => ({ weight: Number(weight), similarity: Number(similarity) }));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, similarity }) => sum + weight * similarity, 0) / total;
}
