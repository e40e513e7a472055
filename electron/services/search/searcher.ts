import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import type { SearchableHighlight } from '../../../core/search/collection-search.ts';
import type { OwnStatement } from '../../../core/statements/own-statement.ts';
import type { Tag } from '../../../core/tags/tag.ts';

/** A statement of the workspace as it is now; `null` where it has gone. */
export interface StatementNews {
  readonly id: string;
  readonly statement: OwnStatement | null;
}

/** What has changed in the workspace since the last time. `tags` are all there are; `null` where they are the same. */
export interface AnnotationNews {
  readonly put: readonly SearchableHighlight[];
  readonly removed: readonly string[];
  readonly tags: readonly Tag[] | null;
  /** Statements that came, changed or went. */
  readonly statements: readonly StatementNews[];
}

/** Finds what is said elsewhere, wherever that is done. */
export interface ElsewhereFinder {
  readonly findElsewhere: (request: CallInput<'findElsewhere'>) => Promise<CallOutput<'findElsewhere'>>;
  readonly findSingleSources: (request: CallInput<'findSingleSources'>) => Promise<CallOutput<'findSingleSources'>>;
}

/** Answers searches, wherever the index is. */
export interface Searcher {
  /** Whether it will answer no more: then another has to take its place. */
  readonly hasFailed: boolean;
  readonly search: (request: CallInput<'search'>) => Promise<CallOutput<'search'>>;
  readonly findInStatement: (request: CallInput<'findInStatement'>) => Promise<CallOutput<'findInStatement'>>;
  /** Follows the annotations; to be called in their order. */
  readonly tell: (news: AnnotationNews) => void;
  /** Waits for the index to be saved, and ends. */
  readonly close: () => Promise<void>;
}

/** How the saved index of an encrypted workspace is sealed; can be given to a thread. */
export interface SearchFileSeal {
  readonly dataKey: Uint8Array;
  readonly vaultId: string;
  readonly folder: string;
  /** The number of the session in the vault. */
  readonly generation: number;
}

/**
 * Where the saved index is, and whether it may be written; `seal` where the workspace is encrypted. `null`: it is made
 * anew each time.
 */
export interface SearchFile {
  readonly path: string;
  readonly mayWrite: boolean;
  readonly seal?: SearchFileSeal;
}
