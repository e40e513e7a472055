import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { inEnglish, type Sentence, say } from '../../core/sentence.ts';
import { checkWorkspace } from '../../core/workspace/check-workspace.ts';
import { migrate } from '../../core/workspace/migrations.ts';
import { type RepairedWorkspace, repairWorkspace } from '../../core/workspace/repair-workspace.ts';
import { initialSettings } from '../../core/workspace/settings.ts';
import { Workspace, workspaceVersion } from '../../core/workspace/workspace.ts';
import type { Files } from './files.ts';
import type { JournalPosition } from './journal-record.ts';
import { replaceFileDurably } from './write-file-durably.ts';

/** The file is there, but it is not a workspace: damaged, cut short, or something else. `sentence` says what is wrong. */
export class DamagedWorkspaceError extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(inEnglish(sentence));
    this.sentence = sentence;
  }
}

/** The file was written by a later version of the program. `partial` is what of it this one understands. */
export class NewerWorkspaceError extends Error {
  readonly version: number;
  readonly partial: PartialWorkspace;

  constructor(version: number, partial: PartialWorkspace) {
    super(`version ${version}, where this program knows ${workspaceVersion}`);
    this.version = version;
    this.partial = partial;
  }
}

/** What can be understood of a workspace of a later version, and how many of its records cannot. */
export interface PartialWorkspace {
  readonly workspace: Workspace;
  readonly left: number;
}

/** A workspace as its file holds it. */
export interface Snapshot extends RepairedWorkspace {
  /** The last change in it. */
  readonly position: JournalPosition;
  /** The version of the file, before migrations. */
  readonly version: number;
  /**
   * Whether these are the bytes that Attest wrote: `null` where the file does not say, as those of version 1 or one that
   * its user has edited and taken the checksum out of.
   */
  readonly isAsWritten: boolean | null;
}

/** What a file of any version begins with. */
export const SnapshotHead = z.looseObject({
  format: z.literal('attest-workspace'),
  version: z.int().positive(),
  journal: z.object({ sequence: z.int().nonnegative(), chain: z.string() }).optional(),
});

/**
 * The position of a file from before there was a journal: it counts as a first change, so that the journal that began
 * with it is never taken for whole without it.
 */
const beforeJournal: JournalPosition = { sequence: 1, chain: '0'.repeat(32) };

/** Bytes of JSON between two turns of the event loop: about a millisecond's worth. */
const sliceBytes = 128 * 1024;

/**
 * Bytes between two fsyncs. Without them the journal's next fsync would wait until the system has written the whole
 * snapshot (ext4 writes the data of all files in one transaction).
 */
const syncEveryBytes = 2 * 1024 * 1024;

/** The list that stands last in the file; the checksum follows it. */
const lastKey = 'highlights';

const checksumKey = '\n "sha256": "';

const checksumTail = /^[0-9a-f]{64}"\n\}\s*$/u;

/** What of a changing workspace a file needs: everything as it was at one moment, and the last change before it. */
export interface Moment {
  readonly position: JournalPosition;
  readonly heads: Readonly<Record<string, unknown>>;
  readonly records: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

/** Records are replaced and never changed, and each is kept under its own id: the lists of them are the moment. */
export function takeMoment(workspace: Workspace, position: JournalPosition): Moment {
  const { format, version, id, settings, searches, tags, dossiers, sets, statements, traces, people, highlights } =
    workspace;
  return {
    position,
    heads: { format, version, id, journal: position, settings },
    records: {
      searches: Object.values(searches),
      tags: Object.values(tags),
      dossiers: Object.values(dossiers),
      sets: Object.values(sets),
      statements: Object.values(statements),
      people: Object.values(people),
      traces: Object.values(traces),
      highlights: Object.values(highlights),
    },
  };
}

/** The parts of a workspace file, in order: each record a line of its own. */
function* partsOf({ heads, records }: Moment): Generator<string> {
  yield `{\n${Object.entries(heads)
    .map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
    .join('')}`;
  for (const [key, list] of Object.entries(records)) {
    yield ` ${JSON.stringify(key)}: {`;
    let comma = '\n';
    for (const record of list) {
      yield `${comma}  ${JSON.stringify(record.id)}: ${JSON.stringify(record)}`;
      comma = ',\n';
    }
    yield key === lastKey ? '\n },' : '\n },\n';
  }
}

/**
 * Writes a workspace as it was at `moment` to the file at `path`, durably, while the workspace may go on changing and
 * without keeping the event loop for longer than a slice. Rejects with the system's error, nothing half-written.
 */
export async function writeSnapshot(path: string, moment: Moment, files: Files): Promise<void> {
  const hash = createHash('sha256');
  await replaceFileDurably(
    path,
    async (file) => {
      let unsynced = 0;
      let waiting: string[] = [];
      let length = 0;
      const flush = async (): Promise<void> => {
        const slice = Buffer.from(waiting.join(''));
        hash.update(slice);
        await file.write(slice);
        [waiting, length] = [[], 0];
        unsynced += slice.length;
        if (unsynced < syncEveryBytes) return;
        await file.sync();
        unsynced = 0;
      };
      for (const part of partsOf(moment)) {
        waiting.push(part);
        length += part.length;
        if (length < sliceBytes) continue;
        await flush();
        await nextTurn();
      }
      await flush();
      await file.write(Buffer.from(`${checksumKey}${hash.digest('hex')}"\n}\n`));
    },
    { files },
  );
}

/** Whether `bytes` are those that were written: `null` where they do not say. */
export function isAsWritten(bytes: Buffer): boolean | null {
  const at = bytes.lastIndexOf(checksumKey);
  if (at === -1) return null;
  const tail = bytes.toString('latin1', at + checksumKey.length);
  if (!checksumTail.test(tail)) return false;
  return createHash('sha256').update(bytes.subarray(0, at)).digest('hex') === tail.slice(0, 64);
}

function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new DamagedWorkspaceError(say(/*i18n*/ 'it is not UTF-8 text'));
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DamagedWorkspaceError(
      bytes.length === 0 ? say(/*i18n*/ 'it is empty') : say(/*i18n*/ 'it is not complete JSON'),
    );
  }
}

/** The entries of `records` that `schema` takes, and how many it does not. */
function understand<Item>(schema: z.ZodType<Item>, records: unknown): { items: Record<string, Item>; left: number } {
  const entries = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(records));
  const known = entries.flatMap(([id, record]) => {
    const parsed = schema.safeParse(record);
    return parsed.success ? [[id, parsed.data] as const] : [];
  });
  return { items: Object.fromEntries(known), left: entries.length - known.length };
}

function understandNewer(json: Readonly<Record<string, unknown>>): PartialWorkspace {
  const { shape } = Workspace;
  const tags = understand(shape.tags.valueType, json['tags']);
  const highlights = understand(shape.highlights.valueType, json['highlights']);
  const searches = understand(shape.searches.valueType, json['searches']);
  const settings = shape.settings.catch(initialSettings).parse(json['settings']);
  const dossiers = understand(shape.dossiers.valueType, json['dossiers']);
  const traces = understand(shape.traces.valueType, json['traces']);
  const people = understand(shape.people.valueType, json['people']);
  const statements = understand(shape.statements.valueType, json['statements']);
  const sets = understand(shape.sets.valueType, json['sets']);
  const id = z.string().min(1).catch('newer').parse(json['id']);
  const { workspace } = repairWorkspace({
    format: 'attest-workspace',
    version: workspaceVersion,
    id,
    tags: tags.items,
    highlights: highlights.items,
    settings,
    searches: searches.items,
    dossiers: dossiers.items,
    traces: traces.items,
    people: people.items,
    statements: statements.items,
    sets: sets.items,
  });
  return { workspace, left: tags.left + highlights.left + searches.left + dossiers.left + statements.left + sets.left };
}

/**
 * A workspace from the bytes of its file, of any version up to ours, with what could be put right in it put right.
 * Throws `DamagedWorkspaceError` where something is left that could not, and `NewerWorkspaceError`.
 */
export function parseSnapshot(bytes: Buffer): Snapshot {
  const json = parseJson(bytes);
  const head = SnapshotHead.safeParse(json);
  if (!head.success) throw new DamagedWorkspaceError(say(/*i18n*/ 'it is not an Attest workspace'));
  const { version, journal } = head.data;
  if (version > workspaceVersion) {
    throw new NewerWorkspaceError(version, understandNewer(head.data));
  }
  const workspace = Workspace.safeParse(migrate(head.data, version));
  if (!workspace.success) {
    const place = workspace.error.issues[0]?.path.join('.');
    throw new DamagedWorkspaceError(
      place ? say(/*i18n*/ '{place} is not valid', { place }) : say(/*i18n*/ 'its content is not valid'),
    );
  }
  return soundSnapshot(workspace.data, {
    position: journal ?? beforeJournal,
    version,
    isAsWritten: isAsWritten(bytes),
  });
}

/**
 * A workspace as its file holds it, with what could be put right in it put right. Throws `DamagedWorkspaceError` where something is left
 * that could not.
 */
export function soundSnapshot(
  workspace: Workspace,
  file: Pick<Snapshot, 'position' | 'version' | 'isAsWritten'>,
): Snapshot {
  const isSound = checkWorkspace(workspace).length === 0;
  const repaired = isSound ? { workspace, repairs: [] } : repairWorkspace(workspace);
  const [problem] = isSound ? [] : checkWorkspace(repaired.workspace);
  if (problem)
    throw new DamagedWorkspaceError(
      say(
        /*i18n*/ '{of, select, highlight {the highlight} tag {the tag} other {the dossier}} {id} contradicts the rest ({kind})',
        { of: problem.of, id: problem.id, kind: problem.kind },
      ),
    );
  return { ...repaired, ...file };
}
