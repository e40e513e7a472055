import { z } from 'zod';
import { ReportLine } from './exchange/incoming.ts';
import { Changed, Exported, Nothing } from './outcomes.ts';
import { AddedFilter, AddedLine, Adding, addedLinesAtATime } from './statements/adding.ts';
import { CatalogueFields, StructureHint } from './statements/catalogue.ts';
import { FixityCheck } from './statements/fixity-report.ts';
import { PageStart } from './statements/page-start.ts';
import { Statement } from './statements/statement.ts';

/** The longest part of a file that travels in one call, in bytes. */
export const filePartBytes = 512 * 1024;

/** A part of a file, in Base64. */
const FilePart = z.base64().max(Math.ceil(filePartBytes / 3) * 4);

/** The name of an encoding in the WHATWG Encoding Standard. */
const EncodingName = z.string().min(1).max(40);

/** The calls about what statements there are, and what is said of them. */
export const libraryContract = {
  /**
   * Begins to add files as statements: those that its user chooses in the host’s dialog, those of a folder, or those that the
   * reader sends from now on by `sendFile`, until `endSending`; `total` of them. With `versionOf`, one file, which becomes the newest
   * version of that statement. Answers when it has begun: `adding` events and `readAddedLines` say how it goes. One at a time.
   */
  beginAdding: {
    input: z.object({
      from: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('files') }),
        z.object({ kind: z.literal('folder') }),
        z.object({ kind: z.literal('reader'), total: z.int().positive() }),
      ]),
      versionOf: z.string().nullable(),
      /** In place of what would be found out, for files whose format does not say. */
      encoding: EncodingName.nullable(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('begun'), job: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  },
  /**
   * Sends a part of the next file, in order; after `isLast` it is a file that will be added. `name` has the folders below the one that
   * was chosen. Answers when there is room for more. Refuses where the job is over.
   */
  sendFile: {
    input: z.object({ job: z.string(), name: z.string().min(1).max(4_000), part: FilePart, isLast: z.boolean() }),
    output: Nothing,
  },
  /** The reader has nothing more to send, or could not send the rest. */
  endSending: { input: z.object({ job: z.string() }), output: Nothing },
  /** How far the adding is; `null` where there is none. For those to whom events do not come. */
  readAdding: { input: Nothing, output: z.object({ adding: Adding.nullable() }) },
  /** Ends the adding after the file in hand; what was added stays. */
  cancelAdding: { input: z.object({ job: z.string() }), output: Nothing },
  /** The lines of the report of an adding from index `from` on, some of them (`isLookedAt`) or all, in the order of the files. */
  readAddedLines: {
    input: z.object({ job: z.string(), outcome: AddedFilter.nullable(), from: z.int().nonnegative() }),
    output: z.object({ lines: z.array(AddedLine).max(addedLinesAtATime), count: z.int().nonnegative() }),
  },
  /** Writes the report of an adding, as text, where the host’s dialog says. */
  saveAddingReport: { input: z.object({ job: z.string() }), output: Exported },
  /** Forgets an adding that is over, and its report. */
  dropAdding: { input: z.object({ job: z.string() }), output: Nothing },
  /**
   * Reads the newest version’s original again in another encoding. Highlights are carried over as to a new version. Refuses where the
   * format leaves no choice, and what is no encoding.
   */
  readAgain: { input: z.object({ statement: z.string(), encoding: EncodingName }), output: Changed },
  /** An earlier version of a statement, by the SHA-256 of its text, to read. Its highlights stand in the newest. */
  readVersion: { input: z.object({ statement: z.string(), text: z.string() }), output: Statement },
  /**
   * Where the pages of a version begin in its text, in UTF-16 units; `null` where its format has none. `text` is the SHA-256 of its text;
   * `null` for the newest.
   */
  readPages: {
    input: z.object({ statement: z.string(), text: z.string().nullable() }),
    output: z.object({ bytes: z.int().nonnegative(), pages: z.array(PageStart).nullable() }),
  },
  /** A part of the original of a version, from the byte `from` on; less than `filePartBytes` only at its end. */
  readOriginal: {
    input: z.object({ statement: z.string(), text: z.string().nullable(), from: z.int().nonnegative() }),
    output: z.object({ part: FilePart }),
  },
  /** Saves the original of the newest version as it was imported, where the host’s dialog says. */
  saveOriginal: { input: z.object({ statement: z.string() }), output: Exported },
  /** Begins to check every file of the library against its SHA-256, or gives how far that is. `fixity` events say how it goes. */
  checkFixity: { input: Nothing, output: FixityCheck },
  /** How far the last check is, or what it has found. */
  readFixity: { input: Nothing, output: FixityCheck },
  cancelFixity: { input: Nothing, output: Nothing },
  /** Writes the report of the last check, as text, where the host’s dialog says. */
  saveFixityReport: { input: Nothing, output: Exported },
  /** Writes the catalogue of these statements, or of all, where the host’s dialog says. */
  exportCatalogue: {
    input: z.object({ format: z.enum(['csv', 'csl-json']), statements: z.array(z.string()).nullable() }),
    output: Exported,
  },
  /**
   * Takes what a catalogue as CSV or CSL-JSON says of statements that are in the library, in one step that can be undone. `lines` say what
   * of it was not taken; the bundled statements stay as they are. The file is chosen as for `readImport`.
   */
  importCatalogue: {
    input: z.object({ upload: z.string().max(200).nullable() }),
    output: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('taken'),
        fileName: z.string(),
        /** `null` where nothing was different. */
        changed: Changed.nullable(),
        statements: z.int().nonnegative(),
        unchanged: z.int().nonnegative(),
        lines: z.array(ReportLine),
      }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  },
  /** Changes what the catalogue says of imported statements: each field that is given, of all of them. */
  editCatalogue: {
    input: z.object({ statements: z.array(z.string()).min(1), fields: CatalogueFields.partial() }),
    output: Changed,
  },
  /** Replaces what its user has put right in the structure of an imported statement. */
  correctStructure: {
    input: z.object({ statement: z.string(), corrections: z.array(StructureHint) }),
    output: Changed,
  },
  /** Removes imported statements with their highlights. Their files stay, so that it can be undone and backups are whole. */
  removeStatements: { input: z.object({ statements: z.array(z.string()).min(1) }), output: Changed },
  createSet: { input: z.object({ name: z.string(), statements: z.array(z.string()) }), output: Changed },
  renameSet: { input: z.object({ set: z.string(), name: z.string() }), output: Changed },
  changeSet: {
    input: z.object({ set: z.string(), add: z.array(z.string()), remove: z.array(z.string()) }),
    output: Changed,
  },
  deleteSet: { input: z.object({ set: z.string() }), output: Changed },
} as const;
