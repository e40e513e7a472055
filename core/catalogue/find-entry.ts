import { type CatalogueEntry, fileHashOf } from './catalogue-change.ts';

/** The statement that is meant; `ambiguous` where several may be, `null` where none. */
export type FoundEntry = CatalogueEntry | 'ambiguous' | null;

/** `entries` by what each of them is called by; by a name that two have, neither is found. */
function indexBy(
  entries: readonly CatalogueEntry[],
  namesOf: (entry: CatalogueEntry) => readonly string[],
): (name: string) => FoundEntry {
  const index = new Map<string, CatalogueEntry | 'ambiguous'>();
  for (const entry of entries) {
    for (const name of new Set(namesOf(entry))) index.set(name, index.has(name) ? 'ambiguous' : entry);
  }
  return (name) => index.get(name) ?? null;
}

/** Finds statements by their id, else by `second`, whichever names a statement has there. */
export function prepareFinding(
  entries: readonly CatalogueEntry[],
  second: 'sha256' | 'title',
): (id: string, other: string) => FoundEntry {
  const byId = indexBy(entries, ({ id }) => [id]);
  const bySecond = indexBy(entries, (entry) => {
    return second === 'sha256' ? [fileHashOf(entry), entry.sha256] : [(entry.title.value ?? `[${entry.file}]`).trim()];
  });
  return (id, other) => byId(id) ?? (other === '' ? null : bySecond(other));
}
