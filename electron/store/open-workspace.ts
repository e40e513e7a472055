import { join } from 'node:path';
import { type Sentence, say, sayInTurn } from '../../core/sentence.ts';
import { type Notice, notice } from '../../core/session.ts';
import { type Workspace, workspaceVersion } from '../../core/workspace/workspace.ts';
import { journalFolder, type KeptSegment } from './journal.ts';
import { type JournalPosition, journalStart } from './journal-record.ts';
import { gapNotice, judgeJournal, keptAs, leftAsItIs, listRepairs, setAsideAs } from './judge-journal.ts';
import type { OpeningOptions } from './opening-options.ts';
import { continueFrom, listSegments, readJournal } from './read-journal.ts';
import { type Listing, readSnapshot } from './read-snapshot.ts';
import { afterBackups, continueSnapshot, type Rebuilt, type RebuiltWithout, rebuild } from './rebuild-workspace.ts';
import { keepCopy, setAside, stampOf } from './set-aside.ts';
import { DamagedWorkspaceError, NewerWorkspaceError, type Snapshot } from './snapshot.ts';
import { isSystemError } from './system-error.ts';

/** What a workspace folder held. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  /** The last change in it, and the newest file of the journal. */
  readonly position: JournalPosition;
  readonly newestSegment: number;
  /** Bytes of the journal that had to be read. */
  readonly journalBytes: number;
  /** The segments that are needed beside the file, as they were found. */
  readonly followed: readonly KeptSegment[];
  readonly notices: readonly Notice[];
  /** Where writing would destroy what this version does not know, or what could not be set aside. */
  readonly isReadOnly: boolean;
  /** `none`: there is nothing yet. `kept`: the file is good. `lost`: it is missing, damaged or put right, so write it anew. */
  readonly file: 'none' | 'kept' | 'lost';
  /** Whether somebody has edited the file: no journal and no backup has what it holds. */
  readonly isEdited: boolean;
  /** The version of the file where it was an older one. */
  readonly migratedFrom: number | null;
}

const noFile: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** The path of the snapshot in a workspace folder. */
export const snapshotPath = (folder: string): string => join(folder, 'workspace.json');

type ReadFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly reason: Sentence }
  | { readonly kind: 'newer'; readonly error: NewerWorkspaceError }
  | { readonly kind: 'read'; readonly snapshot: Snapshot };

/** Whether the journal has nothing to add to the file, and belongs to it. */
async function isLatest({ workspace, position }: Listing, { folder, files }: OpeningOptions): Promise<boolean> {
  const segments = await readJournal(journalFolder(folder), files, position.sequence);
  const { kind, records, missing } = continueFrom(position, workspace.id, segments);
  return kind === 'continues' && records.length === 0 && missing === 0;
}

async function readSnapshotFile(path: string, options: OpeningOptions): Promise<ReadFile> {
  const { files, onSure, onListed } = options;
  const listen = async (listing: Listing): Promise<void> => {
    if (await isLatest(listing, options)) await onListed?.(listing);
  };
  try {
    const bytes = await files.readFile(path);
    const snapshot = await readSnapshot(bytes, {
      ...(onSure && { onSure }),
      // Whatever is wrong with the journal is met again, and told, when the file has been read.
      ...(onListed && { onListed: (listing: Listing) => listen(listing).catch(() => undefined) }),
    });
    return { kind: 'read', snapshot };
  } catch (error) {
    if (error instanceof NewerWorkspaceError) return { kind: 'newer', error };
    if (error instanceof DamagedWorkspaceError) return { kind: 'damaged', reason: error.sentence };
    if (isSystemError(error) && noFile.has(error.code)) return { kind: 'missing' };
    throw error;
  }
}

/** Where the state came from when the file did not give it, and what of it is missing, as sentences. */
function tellRebuilt({ from, position, missing, kind }: RebuiltWithout): Sentence[] {
  const hasJournal = kind === 'continues' && position.sequence > 0;
  if (from === null && !hasJournal) {
    return [say(/*i18n*/ 'There is no good backup; you start with an empty workspace.')];
  }
  const told: Sentence[] = [];
  if (from !== null) {
    told.push(say(/*i18n*/ 'The newest good backup, {from}, has been opened in its place.', { from }));
  }
  if (hasJournal) told.push(say(/*i18n*/ 'The journal has been followed to the last change that was saved.'));
  if (missing > 0) {
    told.push(
      say(/*i18n*/ '{missing, plural, one {# change} other {# changes}} could not be found again.', { missing }),
    );
  }
  return told;
}

async function newestNumber({ folder, files }: OpeningOptions): Promise<number> {
  return (await listSegments(journalFolder(folder), files)).at(-1)?.number ?? 0;
}

/** The segments that hold what was added to the file, with what tells them from others. */
async function identify({ segments, journalBytes }: Rebuilt, { files }: OpeningOptions): Promise<KeptSegment[]> {
  if (journalBytes === 0) return [];
  return Promise.all(segments.map(async ({ path }) => ({ path, identity: (await files.lookAt(path)).identity })));
}

/** The workspace, and what its journal goes on from: at the beginning of a new one where the old has been set aside. */
async function stateAfter(
  rebuilt: Rebuilt,
  isAside: boolean,
  options: OpeningOptions,
): Promise<Pick<OpenedWorkspace, 'workspace' | 'position' | 'newestSegment' | 'journalBytes' | 'followed'>> {
  const { workspace, position, journalBytes } = rebuilt;
  return {
    workspace,
    position: isAside ? await afterBackups(position, options) : position,
    newestSegment: isAside ? 0 : await newestNumber(options),
    journalBytes,
    followed: isAside ? [] : await identify(rebuilt, options),
  };
}

/** The good file with the journal's later changes. */
async function openGood(snapshot: Snapshot, options: OpeningOptions): Promise<OpenedWorkspace> {
  const { folder, mayWrite, now } = options;
  const path = snapshotPath(folder);
  const notices: Notice[] = [];
  let isUnsafe = false;
  if (snapshot.repairs.length > 0) {
    const copy = join(folder, `workspace.before-repair-${stampOf(now)}.json`);
    const isKept = await keepCopy(path, copy, options);
    isUnsafe = mayWrite && !isKept;
    const what = say(
      /*i18n*/ 'The workspace file {path} contradicted itself and has been put right; no highlight is lost.',
      { path },
    );
    const fate = isKept
      ? keptAs(copy)
      : mayWrite
        ? say(/*i18n*/ 'The file as it was could not be copied, so nothing can be changed here.')
        : say(/*i18n*/ 'The file has been left as it is.');
    notices.push(notice('workspace-repaired', sayInTurn([what, ...listRepairs(snapshot.repairs), fate])));
  }
  const rebuilt = await continueSnapshot(snapshot.workspace, snapshot.position, options);
  const journal = await judgeJournal(rebuilt, options);
  notices.push(...gapNotice(rebuilt, options), ...journal.notices);
  return {
    ...(await stateAfter(rebuilt, journal.isAside, options)),
    notices,
    isReadOnly: isUnsafe || journal.isReadOnly,
    file: notices.length > 0 ? 'lost' : 'kept',
    isEdited: snapshot.version === workspaceVersion && snapshot.isAsWritten !== true,
    migratedFrom: snapshot.version < workspaceVersion ? snapshot.version : null,
  };
}

/** What can be had without the file: from the newest backup and the journal. `what` begins the notice. */
async function openRebuilt(
  rebuilt: RebuiltWithout,
  what: readonly Sentence[],
  isUnsafe: boolean,
  options: OpeningOptions,
): Promise<OpenedWorkspace> {
  const journal = await judgeJournal(rebuilt, options);
  const told = sayInTurn([...what, ...tellRebuilt(rebuilt), ...listRepairs(rebuilt.repairs)]);
  return {
    ...(await stateAfter(rebuilt, journal.isAside, options)),
    notices: [notice('workspace-set-aside', told), ...journal.notices],
    isReadOnly: isUnsafe || journal.isReadOnly,
    file: 'lost',
    isEdited: false,
    migratedFrom: null,
  };
}

async function openDamaged(
  reason: Sentence,
  rebuilt: RebuiltWithout,
  options: OpeningOptions,
): Promise<OpenedWorkspace> {
  const { folder, mayWrite, now } = options;
  const path = snapshotPath(folder);
  const aside = join(folder, `workspace.damaged-${stampOf(now)}.json`);
  const isAside = await setAside(path, aside, options);
  const fate = isAside
    ? setAsideAs(aside)
    : mayWrite
      ? say(/*i18n*/ 'It could not be set aside and stays as it is, so nothing can be changed here.')
      : leftAsItIs;
  const what = say(/*i18n*/ 'The workspace file {path} could not be read ({reason}).', { path, reason });
  return openRebuilt(rebuilt, [what, fate], mayWrite && !isAside, options);
}

/** A file that is valid, but not the bytes that were written: somebody has edited it, or the disk has. */
async function openTouched(snapshot: Snapshot, options: OpeningOptions): Promise<OpenedWorkspace> {
  const rebuilt = await rebuild(options);
  const isWhole = rebuilt.kind === 'continues' && rebuilt.missing === 0;
  if (isWhole && rebuilt.position.sequence >= snapshot.position.sequence) {
    const reason = say(
      /*i18n*/ 'its content is not what Attest wrote; if you edited it on purpose, take out its line “sha256” and put it back',
    );
    return openDamaged(reason, rebuilt, options);
  }
  const opened = await openGood(snapshot, options);
  const path = snapshotPath(options.folder);
  const touched = say(
    /*i18n*/ 'The workspace file {path} is not as Attest wrote it: it was edited, or the disk has damaged it. It can be read and has been taken as it is; look through what matters, and compare it with a backup.',
    { path },
  );
  return { ...opened, notices: [notice('workspace-repaired', touched), ...opened.notices], file: 'lost' };
}

async function openMissing(options: OpeningOptions): Promise<OpenedWorkspace> {
  const rebuilt = await rebuild(options);
  if (rebuilt.from === null && rebuilt.segments.length === 0) {
    return {
      workspace: rebuilt.workspace,
      position: journalStart,
      newestSegment: 0,
      journalBytes: 0,
      followed: [],
      notices: [],
      isReadOnly: false,
      file: 'none',
      isEdited: false,
      migratedFrom: null,
    };
  }
  const path = snapshotPath(options.folder);
  return openRebuilt(rebuilt, [say(/*i18n*/ 'The workspace file {path} is missing.', { path })], false, options);
}

function openNewer({ version, partial }: NewerWorkspaceError, path: string): OpenedWorkspace {
  const { workspace, left } = partial;
  const what = say(
    /*i18n*/ 'The workspace {path} was written by a later Attest (version {version}, where this program knows {known}): what this one understands is shown, and nothing can be changed here.',
    { path, version, known: workspaceVersion },
  );
  const rest = say(
    /*i18n*/ '{left, plural, one {# highlight or tag is} other {# highlights and tags are}} not shown, because this version does not understand them.',
    { left },
  );
  const advice = say(/*i18n*/ 'Open it with the later version.');
  return {
    workspace,
    position: journalStart,
    newestSegment: 0,
    journalBytes: 0,
    followed: [],
    notices: [notice('read-only', sayInTurn([what, ...(left === 0 ? [] : [rest]), advice]))],
    isReadOnly: true,
    file: 'kept',
    isEdited: false,
    migratedFrom: null,
  };
}

/**
 * Reads the workspace in a folder: its file, and the changes that the journal has after it. What can be put right is;
 * a damaged file is set aside under a new name (only with `mayWrite`) and the state made anew from the newest good backup
 * and the journal; a file of a later version is shown as far as it can be, and not touched. Rejects with the system's
 * error where something is there but cannot be read at all.
 */
export async function openWorkspace(options: OpeningOptions): Promise<OpenedWorkspace> {
  const path = snapshotPath(options.folder);
  const read = await readSnapshotFile(path, options);
  switch (read.kind) {
    case 'missing':
      return openMissing(options);
    case 'newer':
      return openNewer(read.error, path);
    case 'damaged':
      return openDamaged(read.reason, await rebuild(options), options);
    case 'read':
      return read.snapshot.isAsWritten === false
        ? openTouched(read.snapshot, options)
        : openGood(read.snapshot, options);
  }
}
