import { createContext, type RefObject, use } from 'react';
import type { UndoOffer } from '../controls/use-notify.ts';
import type { Dropped } from './gather-dropped.ts';
import type { AddingJob } from './use-adding-job.ts';

/** What is being added, and the ways to add more. */
export interface AddingTools extends AddingJob {
  readonly chooseFiles: () => void;
  readonly chooseFolder: () => void;
  readonly pasteText: () => void;
  /** Adds what was dropped or pasted; where it is work, says where that goes. */
  readonly giveDropped: (dropped: readonly Dropped[], versionOf: string | null) => Promise<void>;
  /** Asks for a newer version of a statement, by its id. */
  readonly askForVersion: (statement: string) => void;
  /** Shows how far it is, and what came of it. */
  readonly showPanel: () => void;
  /** Whether its user has asked for that, and it is not in sight yet. */
  readonly isPanelAsked: boolean;
  readonly settlePanel: () => void;
  /** Takes back what was added last, as long as nothing was changed since; `null` where that is not so. */
  readonly takeBack: UndoOffer | null;
  /** The open statement whose text is being read in another encoding: its reader is made anew, and goes on with the choice. */
  readonly rereading: RefObject<string | null>;
}

/** Where `AddingProvider` puts it. */
export const AddingContext = createContext<AddingTools | null>(null);

/** The adding of statements. Only inside `AddingProvider`. */
export function useAdding(): AddingTools {
  const adding = use(AddingContext);
  if (!adding) throw new Error('useAdding needs an AddingProvider around it');
  return adding;
}
