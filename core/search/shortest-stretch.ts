/** A part of a text: where it begins and ends, and the numbers of its simple words from `first` up to `next`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly next: number;
}

const lengthOf = ({ start, end }: Stretch): number => end - start;

/** The shortest of `stretches`, the first of those equally short. */
export function shortestOf(stretches: readonly Stretch[]): Stretch | undefined {
  const [first, ...others] = stretches;
  if (!first) return undefined;
  return others.reduce((best, stretch) => (lengthOf(stretch) < lengthOf(best) ? stretch : best), first);
}

/** For each occurrence, the one of it and those after it that ends first. */
function earliestEnds(occurrences: readonly Stretch[]): Stretch[] {
  const earliest: Stretch[] = [...occurrences];
  for (let at = occurrences.length - 2; at >= 0; at -= 1) {
    const here = earliest[at];
    const later = earliest[at + 1];
    if (here && later && later.end < here.end) earliest[at] = later;
  }
  return earliest;
}

/** The shortest stretch with an occurrence from each of the lists, which are sorted by their starts. */
export function shortestWithAll(byTerm: readonly (readonly Stretch[])[]): Stretch | undefined {
  const lists = byTerm.map((occurrences) => ({ occurrences, ends: earliestEnds(occurrences), at: 0 }));
  const begins = [...byTerm.flat()].sort((a, b) => a.start - b.start);
  let best: Stretch | undefined;
  for (const { start, first } of begins) {
    let end: Stretch | undefined;
    for (const list of lists) {
      while ((list.occurrences[list.at]?.start ?? Number.POSITIVE_INFINITY) < start) list.at += 1;
      const nearest = list.ends[list.at];
      if (!nearest) return best;
      if (!end || nearest.end > end.end) end = nearest;
    }
    if (!end) return best;
    const stretch = { start, end: end.end, first, next: end.next };
    if (!best || lengthOf(stretch) < lengthOf(best)) best = stretch;
  }
  return best;
}
