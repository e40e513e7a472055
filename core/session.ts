import { z } from 'zod';
import { DeviceSettings } from './device-settings.ts';
import { Dossier } from './dossiers/dossier.ts';
import { SharedState } from './exchange/sharing-shapes.ts';
import { PlacedHighlight } from './highlights/highlight.ts';
import { inEnglish, Sentence } from './sentence.ts';
import { Adding } from './statements/adding.ts';
import { FixityCheck } from './statements/fixity-report.ts';
import { StatementSet } from './statements/own-statement.ts';
import { PackedSummaries, unpackSummaries } from './statements/packed-summaries.ts';
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
  /** This is what can be shown before all of a large workspace has been read: the session itself is to be asked for next. */
  isGlimpse: z.literal(true).optional(),
  host: HostName,
  version: z.string(),
  workspaceFolder: z.string(),
  /** Whether everything is kept beside the program, as on a stick. */
  isPortable: z.boolean(),
  statements: z.array(StatementSummary),
  /** The statements, where they were asked for in this form; `statements` is empty then. */
  packed: PackedSummaries.optional(),
  /** The statements are left out: they are those of the glimpse that the reader has been given. */
  isAsGlimpsed: z.literal(true).optional(),
  tags: z.array(Tag),
  highlights: z.array(PlacedHighlight),
  /** How many highlights are not among `highlights`, and are to be had by `readHighlights`; left out where all are there. */
  unread: z.int().positive().optional(),
  settings: Settings,
  searches: z.array(SavedSearch),
  /** By name. */
  dossiers: z.array(Dossier),
  /** By name. */
  sets: z.array(StatementSet),
  notices: z.array(Notice),
  save: SaveState,
  undo: UndoState,
  /** Counts changes; an event with a lower revision is old news. */
  revision: z.int().nonnegative(),
  device: DeviceSettings,
  /** What is being added, or was last and has not been put away; `null` where there is nothing. */
  adding: Adding.nullable(),
  /** The check of the library’s files, as far as it is. */
  fixity: FixityCheck,
});
export type Session = z.infer<typeof Session>;

/** `session` with its statements as they are worked with, in whatever form they came, or as they were in a glimpse of it. */
export function unpackSession(
  { packed, isAsGlimpsed, ...session }: Session,
  glimpsed: readonly StatementSummary[] = [],
): Session {
  if (packed) return { ...session, statements: unpackSummaries(packed) };
  return isAsGlimpsed ? { ...session, statements: [...glimpsed] } : session;
}

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
    statements: z.object({ put: z.array(StatementSummary), removed: z.array(z.string()) }),
    sets: z.object({ put: z.array(StatementSet), removed: z.array(z.string()) }),
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
  /** How far the statements of an import that is being taken have come; `secondsLeft` is `null` while there is nothing to guess from. */
  z.object({
    type: z.literal('import-progress'),
    token: z.string(),
    done: z.int().nonnegative(),
    total: z.int().nonnegative(),
    secondsLeft: z.int().nonnegative().nullable(),
  }),
  /** How far the adding of files has come; `null` when its report was put away. */
  z.object({ type: z.literal('adding'), adding: Adding.nullable() }),
  /** How far the check of the library’s files has come. */
  z.object({ type: z.literal('fixity'), fixity: FixityCheck }),
  /** What was found of the files of statements, outside of any change: their summaries, and highlights that stand otherwise. */
  z.object({
    type: z.literal('library'),
    statements: z.array(StatementSummary),
    highlights: z.array(PlacedHighlight),
  }),
  /** Something is new in the shared folder, or it cannot be read or written any more, or can again. */
  z.object({ type: z.literal('shared'), shared: SharedState }),
  /** The system had Attest open a file: `readImport` gives it next. */
  z.object({ type: z.literal('file-offered'), name: z.string() }),
  /** The workspace was locked or unlocked, or is being encrypted or decrypted. */
  z.object({ type: z.literal('vault'), vault: VaultState }),
]);
export type AttestEvent = z.infer<typeof AttestEvent>;
