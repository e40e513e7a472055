import type { Reason, ReasonKind } from '../../core/corroboration/likeness.ts';
import type { Match } from '../../core/search/search-result.ts';

/** So many letters at the beginning are enough to see two forms of one word. */
const sameBeginning = 4;

/** One thing that two passages agree in, as each writes it; `here` is `null` where it is the same word there. */
export interface AgreeingWords {
  readonly here: string | null;
  readonly there: string;
}

/** What is shared of one kind, the weightiest first. */
export interface AgreeingKind {
  readonly kind: ReasonKind;
  readonly words: readonly AgreeingWords[];
}

const folded = (text: string): string => text.toLocaleLowerCase('und').replace(/\s+/gu, ' ');

function isWrittenAlike(kind: ReasonKind, here: string, there: string): boolean {
  const [a, b] = [folded(here), folded(there)];
  // Of words any form will do; how a name, a number or a date is written is what its reader wants to see.
  const length = kind === 'term' ? sameBeginning : Math.max(a.length, b.length);
  return a.slice(0, length) === b.slice(0, length);
}

/** Why two passages are like, by kind: the kind of the weightiest reason first. */
export function agreeingKinds(reasons: readonly Reason[]): AgreeingKind[] {
  const kinds = new Map<ReasonKind, AgreeingWords[]>();
  for (const { kind, here, there } of reasons) {
    const [own, other] = [here[0]?.text ?? '', there[0]?.text ?? ''];
    const words = { here: isWrittenAlike(kind, own, other) ? null : own, there: other };
    kinds.set(kind, [...(kinds.get(kind) ?? []), words]);
  }
  return [...kinds].map(([kind, words]) => ({ kind, words }));
}

/**
 * The words of the other passage that agree, in text order, to be marked: `exact` where both write the same, `variant` for
 * a name in another spelling, `stem` for anything else that is written otherwise.
 */
export function agreeingMatches(reasons: readonly Reason[]): Match[] {
  return reasons
    .flatMap(({ kind, here, there }) =>
      there.map(({ start, end, text }): Match => {
        const isSame = here.some((own) => folded(own.text) === folded(text));
        return { start, end, tier: isSame ? 'exact' : kind === 'name' ? 'variant' : 'stem' };
      }),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
