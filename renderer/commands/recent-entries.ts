/** How many of what was chosen in the palette are remembered. */
export const recentLimit = 12;

/** The ids that `kept` holds, whatever it is, the latest first. */
export function parseRecent(kept: unknown): string[] {
  if (!Array.isArray(kept)) return [];
  const ids = kept.filter((id): id is string => typeof id === 'string');
  return [...new Set(ids)].slice(0, recentLimit);
}

/** The ids with one more that has just been chosen. */
export function putRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, recentLimit);
}
