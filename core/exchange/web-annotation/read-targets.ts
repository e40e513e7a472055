import { idOf, isObject, isOfType, type JsonObject, listOf, own, textOf } from './json-view.ts';
import { sha256Of } from './vocabulary.ts';

/** What an annotation marks, as its file says it; whether that is so is not known yet. */
export interface ClaimedPassage {
  /** The SHA-256 of the bytes it was taken from, where the file says it. */
  readonly sha256: string | null;
  /** What the file calls its source. */
  readonly source: string;
  readonly quote: string | null;
  readonly prefix: string;
  readonly suffix: string;
  /** In code points, or in UTF-16 as many programs have it. */
  readonly position: { readonly start: number; readonly end: number } | null;
  /** Whether the words are said to stand within a part of the source that we cannot find. */
  readonly isRefined: boolean;
}

type Claims = Pick<ClaimedPassage, 'quote' | 'prefix' | 'suffix' | 'position' | 'isRefined'>;

const nothing: Claims = { quote: null, prefix: '', suffix: '', position: null, isRefined: false };

function positionOf(selector: JsonObject): Claims['position'] {
  const [start, end] = [own(selector, 'start'), own(selector, 'end')];
  const isPosition = Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0;
  return isPosition && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A fragment of RFC 5147 (`char=10,20`), or a text fragment with the whole of its words (`:~:text=before-,words,-after`). */
function fragmentClaims(fragment: string): Claims {
  const range = /^char=(\d{1,15}),(\d{1,15})(?:;|$)/u.exec(fragment);
  if (range) return { ...nothing, position: positionOf({ start: Number(range[1]), end: Number(range[2]) }) };
  const directive = /(?:^|:~:|&)text=([^&]*)/u.exec(fragment)?.[1];
  if (directive === undefined) return nothing;
  const parts = directive.split(',');
  const prefix = parts[0]?.endsWith('-') ? decoded((parts.shift() ?? '').slice(0, -1)) : '';
  const suffix = parts.at(-1)?.startsWith('-') ? decoded((parts.pop() ?? '').slice(1)) : '';
  const [quote] = parts;
  return parts.length === 1 && quote ? { ...nothing, quote: decoded(quote), prefix, suffix } : nothing;
}

/** The last of selectors that refine one another: what is meant lies in the part that it selects. */
function innermost(selector: JsonObject): { readonly selector: JsonObject; readonly isRefined: boolean } {
  let found = { selector, isRefined: false };
  for (;;) {
    const inner = listOf(own(found.selector, 'refinedBy'))[0];
    if (!isObject(inner)) return found;
    found = { selector: inner, isRefined: true };
  }
}

function selectorClaims(value: unknown): Claims {
  if (typeof value === 'string') return fragmentClaims(value.slice(value.indexOf('#') + 1));
  if (!isObject(value)) return nothing;
  const { selector, isRefined } = innermost(value);
  const quote = textOf(own(selector, 'exact', 'quote'));
  // A position within a part is none in the source, and bytes are not characters.
  const position = isRefined || isOfType(selector, 'DataPositionSelector') ? null : positionOf(selector);
  if (quote !== null && quote !== '') {
    const [prefix, suffix] = [textOf(own(selector, 'prefix')) ?? '', textOf(own(selector, 'suffix')) ?? ''];
    return { quote, prefix, suffix, position, isRefined };
  }
  if (isOfType(selector, 'FragmentSelector')) {
    const claims = fragmentClaims(textOf(own(selector, 'value')) ?? '');
    return isRefined ? { ...claims, position: null, isRefined } : claims;
  }
  return { ...nothing, position, isRefined };
}

/** Several selectors of one target say the same in different ways: together they say most. */
function joinClaims(all: readonly Claims[]): Claims {
  const quoted = all.find(({ quote }) => quote !== null) ?? nothing;
  const placed = all.find(({ position }) => position !== null) ?? nothing;
  const { quote, prefix, suffix } = quoted;
  return {
    quote,
    prefix,
    suffix,
    position: placed.position,
    isRefined: quote === null ? placed.isRefined : quoted.isRefined,
  };
}

function titleIn(value: unknown): string | null {
  return isObject(value) ? textOf(own(value, 'dcterms:title', 'dc:title', 'title', 'label', 'name')) : null;
}

function readTarget(target: unknown, annotation: JsonObject): ClaimedPassage {
  const source = isObject(target) ? (own(target, 'source') ?? target) : target;
  const iri = idOf(source) ?? textOf(own(annotation, 'uri')) ?? '';
  const selectors = isObject(target) ? listOf(own(target, 'selector', 'hasSelector')) : [];
  const at = iri.indexOf('#');
  const bare = at === -1 ? iri : iri.slice(0, at);
  const claims = [...selectors.map(selectorClaims), ...(at === -1 ? [] : [selectorClaims(iri)])];
  const title = titleIn(source) ?? titleIn(own(annotation, 'document'));
  return { ...joinClaims(claims), sha256: sha256Of(bare), source: title ?? bare };
}

/** What an annotation marks, one passage for each of its targets. */
export function readTargets(annotation: JsonObject): readonly ClaimedPassage[] {
  return listOf(own(annotation, 'target', 'hasTarget')).map((target) => readTarget(target, annotation));
}
