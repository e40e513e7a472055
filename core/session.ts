import { z } from 'zod';
import { DeviceSettings } from './device-settings.ts';
import { Dossier } from './dossiers/dossier.ts';
import { SharedState } from './exchange/sharing-shapes.ts';
import { PlacedHighlight } from './highlights/highlight.ts';
import { inEnglish, Sentence } from './sentence.ts';
import { StatementSummary } from './statements/statement.ts';
import { Tag } from './tags/tag.ts';
import { VaultState } from './vault-state.ts';
import { ChangeSummary } from './workspace/change.ts';
import { HostName } from './workspace/history.ts';
import { SavedSearch } from './workspace/saved-search.ts';
import { Settings } from './workspace/settings.ts';

/**
 * Whether the work is on the disk. `saved.at` is ISO 8601, `null` before the first change. `unsaved` are the ids of the
 * highlights that are not on the disk in the form shown; `reason` says what happened and what to do, in English, as `sentence` does in any language.
 */
export const SaveState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), at: z.string().nullable() }),
  z.object({ state: z.literal('saving') }),
  z.object({
    state: z.literal('not-saved'),
    reason: z.string(),
    sentence: Sentence.optional(),
    unsaved: z.array(z.string()),
  }),
]);
export type SaveState = z.infer<typeof SaveState>;

/**
 * Something its user must know when the reader opens. `message` is complete, with paths where it is about files; it is
 * English, and `sentence` the same in any language.
 */
export const Notice = z.object({
  kind: z.enum([
    'statement-changed',
    'statement-missing',
    'statement-unreadable',
    'workspace-set-aside',
    'workspace-repaired',
    'journal-damaged',
    'files-put-back',
    'files-in-clear',
    'recovery-key',
    'read-only',
  ]),
  message: z.string(),
  sentence: Sentence.optional(),
});
export type Notice = z.infer<typeof Notice>;

/** A notice that says `sentence`. */
export function notice(kind: Notice['kind'], sentence: Sentence): Notice {
  return { kind, message: inEnglish(sentence), sentence };
}

/** How many changes the history shows. */
export const historyLimit = 50;

/** What Undo and Redo would do now, `null` where there is nothing; and what was done, newest first. */
export const UndoState = z.object({
  undo: ChangeSummary.nullable(),
  redo: ChangeSummary.nullable(),
  /** The changes since the program was started, without those that a new change put out of reach of Redo. */
  history: z.array(z.object({ summary: ChangeSummary, isUndone: z.boolean() })).max(historyLimit),
});
export type UndoState = z.infer<typeof UndoState>;

/** Everything a reader needs to start. */
export const Session = z.object({
  host: HostName,
  version: z.string(),
  workspaceFolder: z.string(),
  /** Whether everything is kept beside the program, as on a stick. */
  isPortable: z.boolean(),
  statements: z.array(StatementSummary),
  tags: z.array(Tag),
  highlights: z.array(PlacedHighlight),
  settings: Settings,
  searches: z.array(SavedSearch),
  /** By name. */
  dossiers: z.array(Dossier),
  notices: z.array(Notice),
  save: SaveState,
  undo: UndoState,
  /** Counts changes; an event with a lower revision is old news. */
  revision: z.int().nonnegative(),
  device: DeviceSettings,
});
export type Session = z.infer<typeof Session>;

/** What a host tells every reader, without being asked. */
export const AttestEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('changed'),
    revision: z.int().nonnegative(),
    highlights: z.object({ put: z.array(PlacedHighlight), removed: z.array(z.string()) }),
    tags: z.object({ put: z.array(Tag), removed: z.array(z.string()) }),
    settings: Settings,
    searches: z.array(SavedSearch),
    dossiers: z.object({ put: z.array(Dossier), removed: z.array(z.string()) }),
    summary: ChangeSummary,
    undo: UndoState,
  }),
  z.object({ type: z.literal('save'), save: SaveState }),
  /** How far an export has come: `done` of `total` excerpts. */
  z.object({
    type: z.literal('export-progress'),
    job: z.string(),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  /** Something is new in the shared folder, or it cannot be read or written any more, or can again. */
  z.object({ type: z.literal('shared'), shared: SharedState }),
  /** The system had Attest open a file: `readImport` gives it next. */
  z.object({ type: z.literal('file-offered'), name: z.string() }),
  /** The workspace was locked or unlocked, or is being encrypted or decrypted. */
  z.object({ type: z.literal('vault'), vault: VaultState }),
]);
export type AttestEvent = z.infer<typeof AttestEvent>;
