import type { KnownSource } from '../incoming.ts';

/** A text of a project: decoded, without a byte order mark, its line ends as they are; and the SHA-256 of its bytes. */
export interface RefiText {
  readonly text: string;
  /** `null` where it came inside the project file, and has no bytes of its own. */
  readonly sha256: string | null;
}

/** A text of a project that is the text of a statement. */
export interface SourceMatch {
  readonly known: KnownSource;
  /** The text as it came, where its line ends are not those of the statement's text. */
  readonly raw: string | null;
  /** Whether the bytes are the same; else the texts are, but for line ends and white space at the end. */
  readonly isSameBytes: boolean;
}

/** A function that finds the statement with the same text. */
export type SourceMatcher = (text: RefiText) => SourceMatch | null;

const normalise = (text: string): string =>
  text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .trimEnd();

/** Prepares finding the statements of `known` by their bytes, or else by their texts. */
export function createSourceMatcher(known: readonly KnownSource[]): SourceMatcher {
  const byHash = new Map<string, KnownSource>();
  for (const source of known) if (!byHash.has(source.sha256)) byHash.set(source.sha256, source);
  // Texts are read when one is looked for by its words, and not all of them are kept.
  let byLength: Map<number, KnownSource[]> | null = null;
  const withLength = (length: number): readonly KnownSource[] => {
    if (!byLength) {
      byLength = new Map();
      for (const source of known) {
        const own = normalise(source.text).length;
        byLength.set(own, [...(byLength.get(own) ?? []), source]);
      }
    }
    return byLength.get(length) ?? [];
  };
  return ({ text, sha256 }) => {
    const raw = text.includes('\r') ? text.replace(/^\ufeff/u, '') : null;
    const same = sha256 === null ? undefined : byHash.get(sha256);
    if (same) return { known: same, raw, isSameBytes: true };
    const wanted = normalise(text);
    const found = wanted === '' ? undefined : withLength(wanted.length).find((one) => normalise(one.text) === wanted);
    return found ? { known: found, raw, isSameBytes: false } : null;
  };
}
