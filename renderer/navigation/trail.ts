import type { Visit } from './visit.ts';

/** The visits of this window, the oldest first, and which one is shown. */
export interface Trail {
  readonly visits: readonly Visit[];
  readonly at: number;
  /** How many visits have been forgotten at the beginning: what makes a place in the trail a lasting number. */
  readonly forgotten: number;
}

/** How many visits are kept: fewer than the 50 entries that browsers keep of a window, so that Back finds each of them. */
export const visitLimit = 40;

/** A trail that begins at `visit`. */
export function startTrail(visit: Visit): Trail {
  return { visits: [visit], at: 0, forgotten: 0 };
}

/** The visit that is shown. */
export function visitOf({ visits, at }: Trail): Visit {
  const visit = visits[at];
  if (!visit) throw new Error(`A trail of ${visits.length} visits cannot be at ${at}`);
  return visit;
}

/** The lasting number of the visit that is shown, for `goAlong`. */
export function numberOf({ at, forgotten }: Trail): number {
  return at + forgotten;
}

/** Changes what is shown without a step: Back does not undo it. */
export function amend(trail: Trail, part: Partial<Visit>): Trail {
  const visits = trail.visits.map((visit, at) => (at === trail.at ? { ...visit, ...part } : visit));
  return { ...trail, visits };
}

/** A filter is what it says; a goal, and a place that was left, are gone to anew each time. */
function isSame(one: unknown, other: unknown, key: string): boolean {
  return one === other || (key === 'filter' && JSON.stringify(one) === JSON.stringify(other));
}

/** Whether going to `part` would show something else than what is shown. */
export function isElsewhere(trail: Trail, part: Partial<Visit>): boolean {
  const here: Partial<Record<string, unknown>> = { ...visitOf(trail) };
  return Object.entries(part).some(([key, value]) => !isSame(value, here[key], key));
}

/** A step to something else; what lay ahead is given up, and the trail stays as it is where `part` is shown already. */
export function step(trail: Trail, part: Partial<Visit>): Trail {
  if (!isElsewhere(trail, part)) return trail;
  const visits = [...trail.visits.slice(0, trail.at + 1), { ...visitOf(trail), leftAt: null, ...part }];
  const excess = Math.max(0, visits.length - visitLimit);
  return { visits: visits.slice(excess), at: visits.length - 1 - excess, forgotten: trail.forgotten + excess };
}

/** Goes to the visit of a lasting number, or to the oldest that is kept; stays where there is none so far ahead. */
export function goAlong(trail: Trail, number: number): Trail {
  const at = Math.max(0, number - trail.forgotten);
  return at < trail.visits.length ? { ...trail, at } : trail;
}

/** The statement that was open before the one that is, as far as the trail knows; `null` where there was no other. */
export function otherStatement(trail: Trail): string | null {
  const { statement } = visitOf(trail);
  const before = trail.visits.slice(0, trail.at).findLast((visit) => visit.statement !== statement);
  return before?.statement ?? null;
}
