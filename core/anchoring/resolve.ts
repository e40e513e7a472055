import { z } from 'zod';
import { Utf16Offset, utf16 } from '../text/offsets.ts';
import { Passage } from '../text/passage.ts';
import type { Selector } from './selector.ts';

/**
 * Where a highlight stands in the text as it is now. `anchored`: at these words and no others. `needs-review`: a person
 * has to say which of `candidates` is meant (there may be none). `orphaned`: the words are nowhere.
 */
export const Anchor = z.discriminatedUnion('state', [
  z.object({ state: z.literal('anchored'), start: Utf16Offset, end: Utf16Offset }),
  z.object({ state: z.literal('needs-review'), candidates: z.array(Passage) }),
  z.object({ state: z.literal('orphaned') }),
]);
export type Anchor = z.infer<typeof Anchor>;

function occurrencesOf(text: string, quote: string): Passage[] {
  const found: Passage[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    found.push({ start: utf16(at), end: utf16(at + quote.length) });
  }
  return found;
}

function hasContext(text: string, { start, end }: Passage, { prefix, suffix }: Selector): boolean {
  return text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end);
}

/**
 * Finds `selector` in `text`, which was decoded from bytes with SHA-256 `source`.
 *
 * In the same bytes the position counts, if its words are the quote. In other bytes the quote must stand in its own
 * context at exactly one place. Everything less certain is the reader's to decide: nothing is moved to the nearest
 * thing in silence.
 */
export function resolveSelector(text: string, source: string, selector: Selector): Anchor {
  const { quote, start, end } = selector;
  if (source === selector.source && start < end && text.slice(start, end) === quote) {
    return { state: 'anchored', start, end };
  }
  const candidates = occurrencesOf(text, quote);
  const inContext = candidates.filter((candidate) => hasContext(text, candidate, selector));
  const [only] = inContext;
  if (only && inContext.length === 1) return { state: 'anchored', ...only };
  return candidates.length === 0 ? { state: 'orphaned' } : { state: 'needs-review', candidates };
}
