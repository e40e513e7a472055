import { z } from 'zod';
import { Likeness } from './corroboration/likeness.ts';
import { DeviceKey, DeviceValue } from './device-settings.ts';
import { DossierOperation } from './dossiers/dossier-operation.ts';
import { Excerpt, ExcerptContext } from './excerpts/excerpt.ts';
import { ImportItem, ImportRule, ImportSummary, importItemsAtATime, WorkFormat } from './exchange/exchange-shapes.ts';
import { ReportLine } from './exchange/incoming.ts';
import { PersonInWork, SharedState, TagComparison } from './exchange/sharing-shapes.ts';
import { ExportFormat } from './export/export-format.ts';
import { PlacedHighlight } from './highlights/highlight.ts';
import { StatementExtent } from './insight/coverage.ts';
import { libraryContract } from './library-contract.ts';
import { Changed, Exported, Nothing } from './outcomes.ts';
import { GivenFile, longestManifest, mostReleaseFiles, ReleaseCheck } from './release.ts';
import { Report, ReportPart, ReportRemarks } from './report/report.ts';
import { ReportRequest } from './report/report-request.ts';
import type { Result } from './result.ts';
import { FoundInStatement, SearchResult } from './search/search-result.ts';
import { type AttestEvent, SaveState, Session } from './session.ts';
import { Statement } from './statements/statement.ts';
import { Passage } from './text/passage.ts';
import { shortestPassphrase, VaultState } from './vault-state.ts';
import { BackupDifferences, BackupSummary } from './workspace/backup.ts';
import { HistoryPage } from './workspace/history.ts';
import { Settings } from './workspace/settings.ts';
import { TagChangePreview, TagOperation } from './workspace/tag-operation.ts';

/** A passphrase or recovery key as it is typed. */
const Secret = z.string().min(1).max(1000);

/** A passphrase that is being set. */
const NewPassphrase = z.string().min(shortestPassphrase).max(1000);

/** What to search for; with `spellings`, other spellings of names are found too. */
const SearchRequest = z.object({ query: z.string(), spellings: z.boolean() });

/** Which hits to tag, with what (by path), and how much of each to highlight. */
const TagHitsRequest = SearchRequest.extend({ tag: z.string(), extent: z.enum(['words', 'sentence', 'paragraph']) });

/** What tagging all hits would do. `examples` are the first passages, in the order of the hits. */
const TagHitsPreview = z.object({
  passages: z.int().nonnegative(),
  /** How many of them are highlighted, exactly so, already: these get the tag, and no second highlight. */
  highlighted: z.int().nonnegative(),
  statements: z.int().nonnegative(),
  examples: z.array(z.string()),
});

/** How many excerpts are read, and parts of a report shown, at a time. */
export const excerptsAtATime = 200;

/** How many passages are looked for elsewhere at a time. */
export const passagesAtATime = 200;

/** The most passages that `findElsewhere` gives. */
export const likenessLimit = 100;

/** The longest passage that `findElsewhere` takes, in UTF-16 units: docs/corroboration.md says why. */
export const longestElsewhere = 10_000;

/** A passage with its statement. */
const StatementPassage = z.object({ statement: z.string(), passage: Passage });

/** A stretch of a report as it will be exported; `excerpts` and `partCount` are of all of it. */
const ReportPreview = z.object({
  ...Report.omit({ parts: true, madeAt: true }).shape,
  partCount: z.int().nonnegative(),
  excerptCount: z.int().nonnegative(),
  /** The parts from `from` on. */
  from: z.int().nonnegative(),
  parts: z.array(ReportPart).max(excerptsAtATime),
});
export type ReportPreview = z.infer<typeof ReportPreview>;

/**
 * Every call between a reader and the services, once. Input and output are checked by these schemas wherever they cross
 * a process border; outputs travel as a `Result`, so that an expected failure is a value and not an exception.
 */
export const contract = {
  /**
   * Whether the workspace is encrypted and locked: what a reader asks before anything else, and now and then while
   * somebody reads, since a workspace of which nothing is asked is locked after a while.
   */
  readVault: { input: Nothing, output: VaultState },
  /** Opens a locked workspace. Refuses a wrong secret with `invalid`, after a wait that grows with each. */
  unlockVault: {
    input: z.union([z.strictObject({ passphrase: Secret }), z.strictObject({ recoveryKey: Secret })]),
    output: Nothing,
  },
  /** Saves what is not saved, closes the workspace and forgets its key; refuses where it cannot be saved. */
  lockVault: { input: Nothing, output: Nothing },
  /** Encrypts every file of the workspace. `left` are the files in its folder that are not its own and stay as they are. */
  encryptWorkspace: {
    input: z.object({ passphrase: NewPassphrase }),
    output: z.object({ recoveryKey: z.string(), left: z.array(z.string()) }),
  },
  /** Refuses where something cannot be decrypted, and names it, unless `leavesDamaged`: then that is lost. */
  decryptWorkspace: {
    input: z.object({ passphrase: Secret, leavesDamaged: z.boolean().optional() }),
    output: Nothing,
  },
  changePassphrase: { input: z.object({ passphrase: Secret, next: NewPassphrase }), output: Nothing },
  /** Proposes a new recovery key. It opens nothing, and the one before still does, until it is said to be kept. */
  renewRecoveryKey: { input: z.object({ passphrase: Secret }), output: z.object({ recoveryKey: z.string() }) },
  /**
   * Its user has kept this recovery key: the one that encrypting has given, or one that was proposed last, which opens the
   * workspace from then on, and the one before no more.
   */
  keepRecoveryKey: { input: z.object({ recoveryKey: Secret }), output: Nothing },
  /** Destroys the key: nobody can read the workspace again. */
  eraseWorkspaceKey: { input: z.object({ passphrase: Secret }), output: Nothing },
  /**
   * The collection, the workspace and the state of both. Where there are more than `mostHighlights`, it comes without them, and says so;
   * with `isPacked`, the statements come in the form that is sent soonest. With `mayBeGlimpse`, what can be said of a large workspace
   * that is still being read is answered at once; who has that and asks again, with `hasStatements`, is not sent the same ones twice.
   */
  openSession: {
    input: z.object({
      mostHighlights: z.int().nonnegative().optional(),
      isPacked: z.boolean().optional(),
      mayBeGlimpse: z.boolean().optional(),
      hasStatements: z.boolean().optional(),
    }),
    output: Session,
  },
  /** The highlights in these statements, in no order; with `null`, those whose statement is not in the collection. */
  readHighlights: {
    input: z.object({ statements: z.array(z.string()).max(5_000).nullable() }),
    output: z.array(PlacedHighlight),
  },
  /** One statement's text and blocks. */
  readStatement: { input: z.object({ statement: z.string() }), output: Statement },
  /** Where the words of each statement that can be read are, without website text. */
  readExtents: { input: Nothing, output: z.array(StatementExtent) },
  /** Searches statements, notes and tags. With `typing`, the last word may be the beginning of one. */
  search: {
    input: SearchRequest.extend({ limit: z.int().positive().max(10_000), typing: z.boolean() }),
    output: SearchResult,
  },
  /** Everything that matches in one statement, in text order. */
  findInStatement: {
    input: SearchRequest.extend({ statement: z.string(), typing: z.boolean() }),
    output: FoundInStatement,
  },
  /** Passages of other statements that say the like, the likest first. Refuses more than `longestElsewhere`. */
  findElsewhere: {
    input: StatementPassage.extend({ limit: z.int().positive().max(likenessLimit) }),
    output: z.array(Likeness),
  },
  /**
   * Of each passage, in their order, whether no other statement clearly says the like; `null` where its statement cannot
   * be read, or has no such passage.
   */
  findSingleSources: {
    input: z.object({ passages: z.array(StatementPassage).max(passagesAtATime) }),
    output: z.array(z.boolean().nullable()),
  },
  /** How many passages `tagHits` would highlight and tag, and how many of them are highlighted already. */
  previewTagHits: { input: TagHitsRequest, output: TagHitsPreview },
  /** Highlights every hit of a query and tags it, in one step that can be undone. */
  tagHits: { input: TagHitsRequest, output: Changed },
  /** Keeps a search under a name, in place of one with this name. */
  saveSearch: { input: SearchRequest.extend({ name: z.string() }), output: Changed },
  forgetSearch: { input: z.object({ id: z.string() }), output: Changed },
  /**
   * Highlights a passage; tags by path, as `detention/conditions`, created where they do not exist. Refused where the statement has
   * another text by now than `text`, the SHA-256 of the one that the passage was selected in.
   */
  addHighlight: {
    input: z.object({
      statement: z.string(),
      passage: Passage,
      text: z.string().optional(),
      tags: z.array(z.string()),
      note: z.string(),
      isNotePrivate: z.boolean().optional(),
    }),
    output: Changed,
  },
  /** Puts a tag (by its path) on a highlight, or takes it off where it is on: decided where the workspace is. */
  toggleTag: { input: z.object({ id: z.string(), tag: z.string() }), output: Changed },
  /** Replaces the tags (by path, created where they do not exist) or the note of a highlight. */
  editHighlight: {
    input: z.object({
      id: z.string(),
      tags: z.array(z.string()).optional(),
      note: z.string().optional(),
      isNotePrivate: z.boolean().optional(),
    }),
    output: Changed,
  },
  /**
   * Puts a highlight at a passage of its statement as it is now: one of its candidates, or one selected anew. Where that
   * very passage is highlighted already, the two become one. `text` as for `addHighlight`.
   */
  reanchorHighlight: {
    input: z.object({ id: z.string(), statement: z.string(), passage: Passage, text: z.string().optional() }),
    output: Changed,
  },
  /** Keeps a highlight whose words are gone, as an orphan, until it is anchored again. */
  keepOrphan: { input: z.object({ id: z.string() }), output: Changed },
  deleteHighlights: { input: z.object({ ids: z.array(z.string()).min(1) }), output: Changed },
  /** Changes the codebook: creates, renames, moves, merges or deletes a tag, or says more of it. */
  changeTag: { input: TagOperation, output: Changed },
  /** What that change would touch. Changes nothing, and fails where the change would. */
  previewTagChange: { input: TagOperation, output: TagChangePreview },
  /** Undoes the last change; with `revision`, only if the last change is that one. */
  undo: { input: z.object({ revision: z.int().optional() }), output: Changed },
  redo: { input: Nothing, output: Changed },
  /** Keeps something of how its user reads, for the next start. */
  keepOnDevice: { input: z.object({ key: DeviceKey, value: DeviceValue }), output: Nothing },
  /** Tries again to write what could not be written. */
  retrySave: { input: Nothing, output: SaveState },
  /**
   * A passage with its citation, highlighted or not, for the clipboard: as plain text and as HTML without scripts,
   * in the citation style of the settings.
   */
  citePassage: {
    input: z.object({ statement: z.string(), passage: Passage }),
    output: z.object({ text: z.string(), html: z.string() }),
  },
  /** Excerpts of highlights, in the order of `ids`; one that does not exist is left out. */
  readExcerpts: {
    input: z.object({ ids: z.array(z.string()).max(excerptsAtATime), context: ExcerptContext }),
    output: z.array(Excerpt),
  },
  /** Starts a dossier with excerpts of these highlights, in this order, or empty. */
  createDossier: { input: z.object({ name: z.string(), highlights: z.array(z.string()) }), output: Changed },
  changeDossier: { input: z.object({ dossier: z.string(), operation: DossierOperation }), output: Changed },
  deleteDossier: { input: z.object({ dossier: z.string() }), output: Changed },
  /** What an export of this would hold, as it would be printed: `count` of its parts from index `from` on. */
  previewReport: {
    input: ReportRequest.extend({
      from: z.int().nonnegative(),
      count: z.int().positive().max(excerptsAtATime),
    }),
    output: ReportPreview,
  },
  /**
   * Writes a report where the host's dialog says; with `hasRecord`, its record for programs beside it. `job` is a name the
   * reader makes up, for the progress and for cancelling.
   */
  exportReport: {
    input: ReportRequest.extend({ format: ExportFormat, hasRecord: z.boolean(), job: z.string().max(100) }),
    /** `remarks` are there whenever a report was made. */
    output: Exported.and(z.object({ remarks: ReportRemarks.optional() })),
  },
  /** Checks the manifest of a release of Attest, and files that are to be installed with it, by their SHA-256. */
  checkRelease: {
    input: z.object({
      manifest: z.string().max(longestManifest),
      files: z.array(GivenFile).max(mostReleaseFiles),
    }),
    output: ReleaseCheck,
  },
  /** Ends an export that is under way; nothing of it is left. Nothing happens where there is none of this name. */
  cancelExport: { input: z.object({ job: z.string() }), output: Nothing },
  /**
   * Reads a file of work, and says what it would change; nothing is changed yet. `upload` is what the reader sent before to a host that
   * has no dialog of its own.
   */
  readImport: {
    input: z.object({ upload: z.string().max(200).nullable() }),
    output: z.discriminatedUnion('outcome', [
      ImportSummary.extend({ outcome: z.literal('read') }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  },
  /** The file that the system had Attest open and `readImport` gives next; `null` where there is none. */
  readOffered: { input: Nothing, output: z.object({ name: z.string().nullable() }) },
  /** More of an import: its items, and the lines of its report, from index `from` on. */
  readImportItems: {
    input: z.object({ token: z.string(), from: z.int().nonnegative() }),
    output: z.object({
      items: z.array(ImportItem).max(importItemsAtATime),
      lines: z.array(ReportLine).max(importItemsAtATime),
    }),
  },
  /**
   * Takes an import, in one step that can be undone: what is disagreed on by `rule`, single items by `choices`. `import-progress` events
   * say how far the statements are that come with it; until the last of them it can be given up, and then nothing is changed.
   */
  applyImport: {
    input: z.object({ token: z.string(), rule: ImportRule, choices: z.record(z.string(), ImportRule) }),
    output: z.discriminatedUnion('outcome', [
      Changed.extend({ outcome: z.literal('taken') }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  },
  /**
   * Forgets an import; with `null`, gives up the one that is being read. With `staysOpen`, it gives up the taking of an import, which can
   * be looked at and taken again; nothing happens where it is not being taken.
   */
  dropImport: {
    input: z.object({ token: z.string().nullable(), staysOpen: z.literal(true).optional() }),
    output: Nothing,
  },
  /** Writes the report of an import, as text, where the host's dialog says. */
  saveImportReport: { input: z.object({ token: z.string() }), output: Exported },
  /**
   * Writes work where the host's dialog says: everything, or these highlights with their tags. `lines` say what the format
   * cannot hold.
   */
  exportWork: {
    input: z.object({ format: WorkFormat, highlights: z.array(z.string()).nullable(), hasPrivateNotes: z.boolean() }),
    output: Exported.and(z.object({ lines: z.array(ReportLine).optional() })),
  },
  ...libraryContract,
  /** Everybody whose work is in the workspace, oneself first. */
  readPeople: { input: Nothing, output: z.array(PersonInWork) },
  /** The highlights that somebody made, tagged or wrote a note on. */
  readPart: { input: z.object({ person: z.string() }), output: z.object({ highlights: z.array(z.string()) }) },
  /** How the coding of two people agrees, tag by tag: of one statement, or of all. */
  compareCoding: {
    input: z.object({ a: z.string(), b: z.string(), statement: z.string().nullable(), hasSubTags: z.boolean() }),
    output: z.object({
      rows: z.array(TagComparison),
      /** Highlights that no figure has: without a place in the text, or in website text alone. */
      unplaced: z.int().nonnegative(),
      outside: z.int().nonnegative(),
    }),
  },
  /** The shared folder, and what in it is not merged yet. */
  readShared: { input: Nothing, output: SharedState },
  /** Shares the workspace through a folder that is there; `null` ends that, and leaves one's file where it is. */
  shareFolder: { input: z.object({ folder: z.string().min(1).max(4_000).nullable() }), output: SharedState },
  /** Looks at the others' files now. */
  lookIntoShared: { input: Nothing, output: SharedState },
  /** Merges what is new in the shared folder: one step for each person. */
  mergeShared: { input: z.object({ rule: ImportRule }), output: Changed },
  /** Changes what is settled for the whole workspace; what is left out stays. */
  changeSettings: { input: Settings.partial(), output: Changed },
  /** The history, newest first: of the whole workspace or of one highlight; the entries before number `before`. */
  readHistory: {
    input: z.object({
      highlight: z.string().nullable(),
      before: z.int().positive().nullable(),
      limit: z.int().positive().max(500),
    }),
    output: HistoryPage,
  },
  /** Writes the history, of the whole workspace or of one highlight, where the host's dialog says. */
  exportHistory: {
    input: z.object({ highlight: z.string().nullable(), format: z.enum(['csv', 'json']) }),
    output: Exported,
  },
  /** The backups, newest first. */
  listBackups: { input: Nothing, output: z.array(BackupSummary) },
  /** Opens a backup, and says what in it differs from the workspace as it is now. */
  compareBackup: { input: z.object({ name: z.string() }), output: BackupDifferences },
  /**
   * Puts back what a backup holds, in one step that can be undone: everything, or with `highlights` these alone with the
   * tags on them. The workspace as it is now is backed up first.
   */
  restoreBackup: {
    input: z.object({ name: z.string(), highlights: z.array(z.string()).min(1).nullable() }),
    output: Changed,
  },
} as const;

export type CallName = keyof typeof contract;
export type CallInput<Name extends CallName> = z.infer<(typeof contract)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.infer<(typeof contract)[Name]['output']>;

/** The calls about the encryption itself: the only ones that a locked workspace answers. */
const vaultCallNames = [
  'readVault',
  'unlockVault',
  'lockVault',
  'encryptWorkspace',
  'decryptWorkspace',
  'changePassphrase',
  'renewRecoveryKey',
  'keepRecoveryKey',
  'eraseWorkspaceKey',
] as const satisfies readonly CallName[];
export type VaultCallName = (typeof vaultCallNames)[number];

/** The calls about what is in the workspace. */
export type WorkspaceCallName = Exclude<CallName, VaultCallName>;

/** Whether `name` is a call about the encryption itself. */
export function isVaultCall(name: CallName): name is VaultCallName {
  return vaultCallNames.some((own) => own === name);
}

/** Whether a call changes the workspace: what it did is safe when it has been answered, and not before. */
export const isChange = (name: CallName): boolean => contract[name].output === Changed;

/** Whether `name` is a call of the contract. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

/** What a host gives its reader as `window.attest`. */
export interface AttestBridge {
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  /** Calls `listener` for every event until the returned function is called. */
  readonly subscribe: (listener: (event: AttestEvent) => void) => () => void;
}

/** What the services implement and every host carries. */
export interface AttestService extends AttestBridge {
  /** Waits for the last write. `true` when everything is on the disk. */
  readonly close: () => Promise<boolean>;
}
