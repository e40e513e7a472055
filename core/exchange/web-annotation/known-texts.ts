import { foldTypography } from '../../anchoring/typography.ts';
import { type OffsetConverter, offsetConverter } from '../../text/offsets.ts';
import type { KnownSource } from '../incoming.ts';
import { findQuotes, type QuotePlace } from './find-quotes.ts';

/** Units of text that one import may look through again and again: some seconds. */
const budget = 1_000_000_000;

/** How many statements are kept with what is worked out of them. */
const mostKept = 64;

/** One's own statements, with what is worked out of them once for a whole import. */
export interface KnownTexts {
  readonly all: readonly KnownSource[];
  /** The statement of these bytes; of several the one with this id, where it is given. */
  bySha256(sha256: string, id?: string): KnownSource | null;
  /** The statement with this id, of which a version is of these bytes. */
  byVersion(sha256: string, id: string): KnownSource | null;
  /** Where a quotation stands in all statements; `null` where there is too much to look at. */
  places(quote: string): readonly QuotePlace[] | null;
  folded(statement: KnownSource): string;
  converter(statement: KnownSource): OffsetConverter;
  /** Takes units of text from what may be looked through; `false` where that is used up. */
  spend(units: number): boolean;
}

/** Prepares statements for an import in which `quotes` are looked for everywhere. */
export function knownTexts(all: readonly KnownSource[], quotes: ReadonlySet<string>): KnownTexts {
  const bySha = new Map<string, KnownSource[]>();
  const byId = new Map(all.flatMap((known) => (known.earlier ? [[known.id, known]] : [])));
  for (const known of all) bySha.set(known.sha256, [...(bySha.get(known.sha256) ?? []), known]);
  const folded = new Map<KnownSource, string>();
  const converters = new Map<KnownSource, OffsetConverter>();
  /** Keeps a few of them: of ten thousand statements there is no room for all. */
  const keep = <Item>(kept: Map<KnownSource, Item>, statement: KnownSource, item: Item): Item => {
    if (kept.size >= mostKept) kept.clear();
    kept.set(statement, item);
    return item;
  };
  let left = budget;
  let found: ReturnType<typeof findQuotes> | undefined;
  return {
    all,
    places: (quote) => {
      if (found === undefined) found = findQuotes(all, quotes);
      return found?.get(quote) ?? null;
    },
    bySha256: (sha256, id) => {
      const same = bySha.get(sha256) ?? [];
      return same.find((known) => known.id === id) ?? same[0] ?? null;
    },
    byVersion: (sha256, id) => {
      const known = byId.get(id);
      return known?.earlier?.includes(sha256) ? known : null;
    },
    folded: (statement) => folded.get(statement) ?? keep(folded, statement, foldTypography(statement.text)),
    converter: (statement) => converters.get(statement) ?? keep(converters, statement, offsetConverter(statement.text)),
    spend: (units) => {
      left -= units;
      return left >= 0;
    },
  };
}
