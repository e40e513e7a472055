import type { Notice, Session } from '../../core/session.ts';
import { packSummaries } from '../../core/statements/packed-summaries.ts';
import type { DeviceFile } from '../store/device-file.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { Annotations } from './annotations.ts';
import type { Glimpse } from './glimpse.ts';
import type { AddingCalls } from './library/adding-calls.ts';
import type { FixityCalls } from './library/fixity-calls.ts';
import type { Library } from './library/library.ts';
import type { OpenOptions } from './ports.ts';

/** What a session is made of. */
export interface SessionParts {
  readonly options: OpenOptions;
  readonly library: Library;
  readonly store: WorkspaceStore;
  readonly annotations: Annotations;
  readonly device: DeviceFile;
  readonly adding: AddingCalls;
  readonly fixity: FixityCalls;
  /** What readers may have been shown before. */
  readonly glimpse: Glimpse | null;
  /** What is known of the workspace beside what its store knows. */
  readonly notices: () => readonly Notice[];
}

/** How a session is asked for, as in the contract. */
interface SessionForm {
  readonly mostHighlights: number;
  readonly isPacked: boolean;
  readonly hasStatements: boolean;
}

/** The session as it is now. */
export function composeSession(
  { options, library, store, annotations, device, adding, fixity, glimpse, notices }: SessionParts,
  { mostHighlights, isPacked, hasStatements }: SessionForm,
): Session {
  // Before the statements: what is found of texts while highlights are placed in them is said of their statements too.
  const highlights = annotations.places.upTo(mostHighlights);
  // Whoever had a glimpse has the statements as they are, and is told of whatever is different later.
  const isAsGlimpsed = glimpse?.library === library && glimpse.isAsGiven && store.revision === 0;
  const isLeftOut = hasStatements && isAsGlimpsed;
  return {
    ...highlights,
    host: options.host,
    version: options.version,
    workspaceFolder: options.workspaceFolder,
    isPortable: options.isPortable ?? false,
    statements: isLeftOut || isPacked ? [] : [...library.summaries],
    ...(isLeftOut && { isAsGlimpsed: true }),
    ...(isPacked && !isLeftOut && { packed: packSummaries(library.summaries) }),
    ...annotations.lists,
    settings: store.workspace.settings,
    notices: [...library.notices, ...store.notices, ...notices()],
    save: store.saveState,
    undo: annotations.undoState,
    revision: store.revision,
    device: device.kept,
    adding: adding.adding,
    fixity: fixity.check,
  };
}
