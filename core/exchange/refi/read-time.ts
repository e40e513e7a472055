/** Programs that do not know a time write the first or the last their calendar has. */
const earliest = Date.UTC(1970, 0, 2);
const latest = Date.UTC(2200, 0, 1);

/**
 * A time as it is written in XML (`xsd:dateTime`), as ISO 8601 in UTC with milliseconds; without a zone it is taken as UTC, so
 * that it is the same everywhere. `null` where it is none, or plainly not meant.
 */
export function readTime(written: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?$/u.exec(written.trim());
  if (!parts) return null;
  const time = Date.parse(`${(parts[1] ?? '').replace(/(\.\d{3})\d+$/u, '$1')}${parts[2] ?? 'Z'}`);
  return Number.isNaN(time) || time < earliest || time > latest ? null : new Date(time).toISOString();
}
