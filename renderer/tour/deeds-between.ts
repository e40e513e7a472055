import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { TourStep } from './tour-steps.ts';

type Seen = Pick<PlacedHighlight, 'id' | 'tags' | 'note'>;

/** What of the tour was done between two states of the highlights: tagged one that had no tag, noted one that had no note. */
export function deedsBetween(before: readonly Seen[], after: readonly Seen[]): TourStep[] {
  if (before === after) return [];
  const known = new Map(before.map((highlight) => [highlight.id, highlight]));
  const isTagged = after.some(({ id, tags }) => tags.length > 0 && (known.get(id)?.tags ?? []).length === 0);
  const isNoted = after.some(({ id, note }) => note !== '' && (known.get(id)?.note ?? '') === '');
  return [...(isTagged ? (['tag'] as const) : []), ...(isNoted ? (['note'] as const) : [])];
}
