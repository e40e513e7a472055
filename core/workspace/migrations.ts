import { workspaceVersion } from './workspace.ts';

type Stored = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Stored => typeof value === 'object' && value !== null;

/** `value` with `more` in it; what is no record is left for the check to refuse. */
const withMore = (value: unknown, more: Stored): unknown => (isRecord(value) ? { ...value, ...more } : value);

/** Every record of `records` with `more` in it. */
function withMoreInEach(records: unknown, more: Stored): unknown {
  if (!isRecord(records)) return records;
  return Object.fromEntries(Object.entries(records).map(([id, record]) => [id, withMore(record, more)]));
}

/**
 * The steps from each version of the workspace file to the next, in order: the first leads from version 1 to 2. A step
 * takes what was valid then and gives what is valid in the next version; it never changes what it was given.
 */
const steps: readonly ((stored: Stored) => Stored)[] = [
  // 2: settings, and the position of the journal beside the file.
  (stored) => ({ ...stored, version: 2, settings: { name: '', historyDays: null } }),
  // 3: saved searches.
  (stored) => ({ ...stored, version: 3, searches: {} }),
  // 4: dossiers, private notes, the citation style.
  (stored) => ({
    ...stored,
    version: 4,
    highlights: withMoreInEach(stored['highlights'], { isNotePrivate: false }),
    settings: withMore(stored['settings'], { citationStyle: 'chicago' }),
    dossiers: {},
  }),
  // 5: traces and people, for merging.
  (stored) => ({ ...stored, version: 5, traces: {}, people: {} }),
  // 6: statements of one’s own, and sets of statements.
  (stored) => ({ ...stored, version: 6, statements: {}, sets: {} }),
];

/** A workspace file of `version` as it would be in the present version. It is not checked here. */
export function migrate(stored: Stored, version: number): Stored {
  if (version < 1 || version > workspaceVersion) throw new Error(`There is no way from version ${version}.`);
  return steps.slice(version - 1).reduce((before, step) => step(before), stored);
}
