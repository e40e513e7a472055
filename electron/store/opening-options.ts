import type { Files } from './files.ts';
import type { ReadingListeners } from './read-snapshot.ts';

/** How to open a workspace folder. `now` is ISO 8601 in UTC. */
export interface OpeningOptions extends ReadingListeners {
  readonly folder: string;
  readonly files: Files;
  /** Whether what is damaged may be set aside; only for the owner of the lock. */
  readonly mayWrite: boolean;
  readonly now: string;
  readonly newId: () => string;
}
