import { initialSettings } from './settings.ts';
import { workspaceVersion } from './workspace.ts';

type Stored = Readonly<Record<string, unknown>>;

/**
 * The steps from each version of the workspace file to the next, in order: the first leads from version 1 to 2. A step
 * takes what was valid then and gives what is valid in the next version; it never changes what it was given.
 */
const steps: readonly ((stored: Stored) => Stored)[] = [
  // 2: settings, and the position of the journal beside the file.
  (stored) => ({ ...stored, version: 2, settings: initialSettings }),
  // 3: saved searches.
  (stored) => ({ ...stored, version: 3, searches: {} }),
];

/** A workspace file of `version` as it would be in the present version. It is not checked here. */
export function migrate(stored: Stored, version: number): Stored {
  if (version < 1 || version > workspaceVersion) throw new Error(`There is no way from version ${version}.`);
  return steps.slice(version - 1).reduce((before, step) => step(before), stored);
}
