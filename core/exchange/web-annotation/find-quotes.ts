import { foldTypography } from '../../anchoring/typography.ts';
import type { KnownSource } from '../incoming.ts';

/** A place where a quotation stands, `isExact` in these very characters and not in other typography only. UTF-16. */
export interface QuotePlace {
  readonly statement: KnownSource;
  readonly start: number;
  readonly isExact: boolean;
}

/** How quotations are recognised: by their first units. Shorter ones are not looked for here. */
export const shortestFound = 16;

/** More places than these for one quotation say nothing. */
export const mostPlaces = 200;

/** How many places may be looked at more closely: some seconds. */
const mostLooks = 5_000_000;

const base = 0x01000193;
const basePower = Array.from({ length: shortestFound }).reduce<number>((power) => Math.imul(power, base), 1);
const filterBits = 20;

/** Quotations by a number that follows from their first units, with a filter that tells quickly that there is none. */
function indexHeads(quotes: readonly string[]) {
  const heads = new Map<number, string[]>();
  const filter = new Uint8Array(1 << filterBits);
  for (const quote of quotes) {
    let hash = 0;
    for (let at = 0; at < shortestFound; at += 1) hash = (Math.imul(hash, base) + quote.charCodeAt(at)) | 0;
    const same = heads.get(hash);
    if (same) same.push(quote);
    else heads.set(hash, [quote]);
    filter[hash >>> (32 - filterBits)] = 1;
  }
  return { heads, filter };
}

/**
 * All places of all `quotes` in all statements, in one pass over the texts however many quotations there are; at most one more than
 * `mostPlaces` of each. `null` where there is too much to look at. Quotations shorter than `shortestFound` are left out.
 */
export function findQuotes(
  statements: readonly KnownSource[],
  quotes: ReadonlySet<string>,
): ReadonlyMap<string, readonly QuotePlace[]> | null {
  const found = new Map<string, QuotePlace[]>();
  const plain = new Map<string, string[]>();
  for (const quote of quotes) {
    if (quote.length < shortestFound) continue;
    found.set(quote, []);
    const folded = foldTypography(quote);
    plain.set(folded, [...(plain.get(folded) ?? []), quote]);
  }
  if (plain.size === 0) return found;
  const { heads, filter } = indexHeads([...plain.keys()]);
  let left = mostLooks;
  for (const statement of statements) {
    const text = foldTypography(statement.text);
    let hash = 0;
    for (let end = 1; end <= text.length; end += 1) {
      hash = (Math.imul(hash, base) + text.charCodeAt(end - 1)) | 0;
      const start = end - shortestFound;
      if (start < 0) continue;
      if (start > 0) hash = (hash - Math.imul(text.charCodeAt(start - 1), basePower)) | 0;
      if (filter[hash >>> (32 - filterBits)] === 0) continue;
      for (const folded of heads.get(hash) ?? []) {
        left -= 1;
        if (left < 0) return null;
        if (!text.startsWith(folded, start)) continue;
        for (const quote of plain.get(folded) ?? []) {
          const places = found.get(quote);
          if (!places || places.length > mostPlaces) continue;
          places.push({ statement, start, isExact: statement.text.startsWith(quote, start) });
        }
      }
    }
  }
  return found;
}
