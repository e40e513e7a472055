/** Where a statement was left, by its text, so that it holds whatever the text's size and width are. */
export interface Place {
  readonly statement: string;
  /** The position of the first character of the first line in sight: its block's start and how far into it. */
  readonly block: number;
  readonly into: number;
  /** How much of that line is above the upper edge, in heights of the line; below 0 where there is space over it. */
  readonly above: number;
}

/** The most statements whose place is kept; beyond, the one left longest ago is forgotten. */
export const keptPlaces = 200;

/** The furthest a line can stand from the upper edge, in its heights: more than the highest window has. */
const furthestAbove = 500;

function isPlace(kept: unknown): kept is Place {
  if (typeof kept !== 'object' || kept === null) return false;
  const { statement, block, into, above }: Partial<Record<keyof Place, unknown>> = kept;
  const isPosition = (value: unknown): boolean =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  return (
    typeof statement === 'string' &&
    isPosition(block) &&
    isPosition(into) &&
    typeof above === 'number' &&
    Math.abs(above) <= furthestAbove
  );
}

/** The places that `kept` holds, whatever it is, the one left last at the end; what is no place is left out. */
export function parsePlaces(kept: unknown): Place[] {
  if (!Array.isArray(kept)) return [];
  const last = new Map<string, Place>();
  for (const item of kept) {
    if (!isPlace(item)) continue;
    const { statement, block, into, above } = item;
    last.delete(statement);
    last.set(statement, { statement, block, into, above });
  }
  return [...last.values()].slice(-keptPlaces);
}

/** The places with that of one statement put anew, or, for `null`, forgotten: it opens at its beginning. */
export function putPlace(places: readonly Place[], statement: string, place: Place | null): Place[] {
  const others = places.filter((other) => other.statement !== statement);
  return place ? [...others, place].slice(-keptPlaces) : others;
}
