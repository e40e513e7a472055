/** The steps of the tour, in order. Each is something that its user does with the real thing. */
export const tourSteps = ['select', 'tag', 'note', 'search', 'export'] as const;
export type TourStep = (typeof tourSteps)[number];

/** How far the tour is, or that it is over. */
export type TourState = TourStep | 'done';

/**
 * From which step on a deed counts. Whoever tags has selected; the note may be left out; but an export does not skip
 * the search.
 */
const countsFrom: Readonly<Record<TourStep, TourStep>> = {
  select: 'select',
  tag: 'select',
  note: 'select',
  search: 'note',
  export: 'export',
};

const placeOf = (step: TourStep): number => tourSteps.indexOf(step);

/** The step after `step`, or `done`. */
export function nextStep(step: TourStep): TourState {
  return tourSteps[placeOf(step) + 1] ?? 'done';
}

/** The step before `step`; the first stays. */
export function previousStep(step: TourStep): TourStep {
  return tourSteps[placeOf(step) - 1] ?? tourSteps[0];
}

/** Where the tour is after its user did what the step `deed` is about: where it was, if that does not count here. */
export function stepAfter(step: TourStep, deed: TourStep): TourState {
  const at = placeOf(step);
  return at <= placeOf(deed) && at >= placeOf(countsFrom[deed]) ? nextStep(deed) : step;
}

/** How far the tour is according to `kept`, whatever that is; `null` where it says nothing. */
export function parseTour(kept: unknown): TourState | null {
  return kept === 'done' ? kept : (tourSteps.find((step) => step === kept) ?? null);
}
