/** A span of the person at place `person` of a list of people. */
export interface PersonSpan {
  readonly person: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch in which the same people have a span: `hasSpan` says who, by their places; `people` is how many. */
export type VisitStretch = (start: number, end: number, hasSpan: (person: number) => boolean, people: number) => void;

/**
 * Goes over the stretches that the ends of `spans` make, in text order, where anybody has a span; one person's spans may overlap.
 * It takes as long as sorting the spans, however long the text is.
 */
export function sweepSpans(spans: readonly PersonSpan[], visit: VisitStretch): void {
  const whole = spans.filter(({ start, end }) => start < end);
  const ends = whole
    .flatMap(({ person, start, end }) => [
      { at: start, person, step: 1 },
      { at: end, person, step: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const open: number[] = [];
  const hasSpan = (person: number): boolean => (open[person] ?? 0) > 0;
  let [people, last] = [0, 0];
  for (const { at, person, step } of ends) {
    if (people > 0 && last < at) visit(last, at, hasSpan, people);
    last = at;
    const before = hasSpan(person);
    open[person] = (open[person] ?? 0) + step;
    people += Number(hasSpan(person)) - Number(before);
  }
}
