import { randomUUID } from 'node:crypto';
import { extentOf } from '../../core/insight/coverage.ts';
import type { CallInput, CallOutput, WorkspaceCallName } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type Sentence, say } from '../../core/sentence.ts';
import type { AttestEvent, Notice, SaveState, Session } from '../../core/session.ts';
import type { Statement } from '../../core/statements/statement.ts';
import type { DeviceFile } from '../store/device-file.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import { Annotations } from './annotations.ts';
import { createExportWork } from './exchange/export-work-calls.ts';
import { ImportCalls, knownSources } from './exchange/import-calls.ts';
import { createPacker } from './exchange/pack-work.ts';
import { createPeopleCalls } from './exchange/people-calls.ts';
import { SharingCalls, sharedFolderKey } from './exchange/sharing-calls.ts';
import { ExportCalls } from './export/export-calls.ts';
import { PassageCiter } from './export/passage-citer.ts';
import type { Collection } from './open-collection.ts';
import { Past } from './past.ts';
import type { OpenOptions } from './ports.ts';
import { createExcerptCall } from './read-excerpts.ts';
import { SearchCalls } from './search/search-calls.ts';
import type { SearchFileSeal } from './search/searcher.ts';
import { checkRelease } from './update/check-release.ts';
import { searchFilePath } from './workspace-folder.ts';

/** What belongs to an encrypted workspace. */
export interface SealedParts {
  /** What is known of its files beside what the store knows. */
  readonly notices: () => readonly Notice[];
  readonly searchSeal: SearchFileSeal;
}

/** The services over one opening of a workspace. */
export interface WorkspaceService {
  readonly call: <Name extends WorkspaceCallName>(
    name: Name,
    input: CallInput<Name>,
  ) => Promise<Result<CallOutput<Name>>>;
  /** `readImport` of the file at an absolute path: for commands of this account alone, never for a reader. */
  readonly readImportAt: (path: string) => Promise<Result<CallOutput<'readImport'>>>;
  readonly subscribe: (listener: (event: AttestEvent) => void) => () => void;
  /** Waits for the last write. `true` when everything is on the disk; then nothing of it is used any more. */
  readonly close: () => Promise<boolean>;
  /** Ends without writing, and gives the lock back. */
  readonly abandon: () => Promise<void>;
  readonly saveState: () => SaveState;
  /** Why nothing may be changed; `null` where everything may. */
  readonly readOnlyReason: Sentence | null;
  /** What the reader keeps under `key`. */
  readonly keptOnDevice: (key: string) => unknown;
}

type Handlers = {
  readonly [Name in WorkspaceCallName]: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
};

function handlersFor(
  options: OpenOptions,
  collection: Collection,
  store: WorkspaceStore,
  annotations: Annotations,
  search: SearchCalls,
  exports: ExportCalls,
  imports: ImportCalls,
  sharing: SharingCalls,
  device: DeviceFile,
  sealed: SealedParts | null,
): Handlers {
  const passages = new PassageCiter(options.resources);
  const past = new Past(store, annotations, options.saveFile);

  const session = (): Session => ({
    host: options.host,
    version: options.version,
    workspaceFolder: options.workspaceFolder,
    isPortable: options.isPortable ?? false,
    statements: [...collection.summaries],
    tags: annotations.tags,
    highlights: annotations.highlights,
    settings: store.workspace.settings,
    searches: annotations.searches,
    dossiers: annotations.dossiers,
    notices: [...collection.notices, ...store.notices, ...(sealed?.notices() ?? [])],
    save: store.saveState,
    undo: annotations.undoState,
    revision: store.revision,
    device: device.kept,
  });
  const find = (id: string): Result<Statement> => {
    const statement = collection.statements.get(id);
    return statement
      ? succeed(statement)
      : fail('not-found', say(/*i18n*/ 'There is no statement {id} that can be read.', { id }));
  };
  const readExcerpts = createExcerptCall(collection, annotations, () => store.revision);

  return {
    openSession: async () => succeed(session()),
    readStatement: async ({ statement }) => find(statement),
    readExtents: async () => succeed([...collection.statements.values()].map(extentOf)),
    search: search.search,
    findInStatement: search.findInStatement,
    findElsewhere: search.findElsewhere,
    findSingleSources: search.findSingleSources,
    previewTagHits: search.previewTagHits,
    tagHits: search.tagHits,
    saveSearch: (input) => annotations.saveSearch(input),
    forgetSearch: (input) => annotations.forgetSearch(input),
    addHighlight: (input) => annotations.add(input),
    toggleTag: (input) => annotations.toggleTag(input),
    editHighlight: (input) => annotations.edit(input),
    reanchorHighlight: (input) => annotations.reanchor(input),
    keepOrphan: (input) => annotations.keepOrphan(input),
    deleteHighlights: (input) => annotations.delete(input),
    changeTag: (input) => annotations.changeTag(input),
    previewTagChange: async (input) => annotations.previewTagChange(input),
    undo: (input) => annotations.undo(input),
    redo: () => annotations.redo(),
    changeSettings: (input) => annotations.changeSettings(input),
    readHistory: past.readHistory,
    exportHistory: past.exportHistory,
    listBackups: past.listBackups,
    compareBackup: past.compareBackup,
    restoreBackup: past.restoreBackup,
    keepOnDevice: async ({ key, value }) =>
      device.keep(key, value)
        ? succeed({})
        : fail('invalid', say(/*i18n*/ 'There is no room to keep {key}: too much is kept already.', { key })),
    retrySave: async () => succeed(await store.flush()),
    citePassage: async ({ statement: id, passage }) => {
      const statement = find(id);
      if (!statement.ok) return statement;
      return passages.cite(statement.value, passage, store.workspace.settings.citationStyle);
    },
    readExcerpts: async (input) => succeed(readExcerpts(input)),
    createDossier: (input) => annotations.createDossier(input),
    changeDossier: (input) => annotations.changeDossier(input),
    deleteDossier: (input) => annotations.deleteDossier(input),
    previewReport: exports.previewReport,
    exportReport: exports.exportReport,
    cancelExport: exports.cancelExport,
    ...createPeopleCalls(collection.statements, annotations),
    readShared: sharing.readShared,
    shareFolder: sharing.shareFolder,
    lookIntoShared: sharing.lookIntoShared,
    mergeShared: sharing.mergeShared,
    readOffered: async () => succeed({ name: options.offered?.name ?? null }),
    readImport: imports.readImport,
    readImportItems: imports.readImportItems,
    applyImport: imports.applyImport,
    dropImport: imports.dropImport,
    saveImportReport: imports.saveImportReport,
    exportWork: createExportWork({
      saveFile: options.saveFile,
      workspace: () => store.workspace,
      summaries: collection.summaries,
      known: () => knownSources(collection.statements),
      pack: createPacker(options.resources, options.version),
      now: () => new Date().toISOString(),
    }),
    checkRelease: ({ manifest, files }) => checkRelease(manifest, files, options),
  };
}

/** The services over an opened collection and store, as every host carries them. */
export function createAttestService(
  options: OpenOptions,
  collection: Collection,
  store: WorkspaceStore,
  device: DeviceFile,
  sealed: SealedParts | null = null,
): WorkspaceService {
  const listeners = new Set<(event: AttestEvent) => void>();
  const announce = (event: AttestEvent): void => {
    for (const listener of listeners) listener(event);
  };
  store.onSave((save) => announce({ type: 'save', save }));
  const context = () => ({ now: new Date().toISOString(), newId: randomUUID });
  const annotations = new Annotations(collection, store, announce, context);
  const search = new SearchCalls(
    {
      statements: collection.statements,
      file: {
        path: searchFilePath(options.workspaceFolder),
        mayWrite: store.readOnlyReason === null,
        ...(sealed ? { seal: sealed.searchSeal } : {}),
      },
      thread: options.searchThread ?? null,
    },
    annotations,
  );
  listeners.add((event) => search.follow(event));
  if (options.searchThread !== undefined) search.prepare();
  const exports = new ExportCalls({
    ...options,
    announce,
    now: () => new Date().toISOString(),
    revision: () => store.revision,
    read: () => ({
      summaries: collection.summaries,
      statements: [...collection.statements.values()],
      tags: annotations.tags,
      highlights: annotations.highlights,
      dossiers: annotations.dossiers,
      settings: store.workspace.settings,
    }),
  });
  const imports = new ImportCalls(
    {
      ...options,
      statements: collection.statements,
      revision: () => store.revision,
      now: () => new Date().toISOString(),
    },
    annotations,
  );
  const sharing = new SharingCalls({
    annotations,
    summaries: collection.summaries,
    known: () => knownSources(collection.statements),
    announce,
    revision: () => store.revision,
    keep: (folder) => device.keep(sharedFolderKey, folder),
    mayWrite: store.readOnlyReason === null,
    now: () => new Date().toISOString(),
  });
  listeners.add((event) => sharing.follow(event));
  const stopHearing = options.offered?.onOffer(() => {
    const name = options.offered?.name ?? null;
    if (name !== null) announce({ type: 'file-offered', name });
  });
  const share = (): void => {
    // A command writes into the folder only what its user tells it to.
    if (options.host !== 'command line') void sharing.resume(device.kept[sharedFolderKey]);
  };
  share();
  const handlers = handlersFor(
    options,
    collection,
    store,
    annotations,
    search,
    exports,
    imports,
    sharing,
    device,
    sealed,
  );
  return {
    call: (name, input) => handlers[name](input),
    readImportAt: (path) => imports.readImportAt(path),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      imports.close();
      await sharing.close();
      await device.flush();
      const isSaved = await store.close();
      if (isSaved) {
        stopHearing?.();
        await Promise.all([search.close(), exports.close()]);
      } else share();
      return isSaved;
    },
    abandon: async () => {
      stopHearing?.();
      imports.close();
      sharing.abandon();
      await Promise.all([search.close(), exports.close()]);
      await store.release();
    },
    saveState: () => store.saveState,
    readOnlyReason: store.readOnlyReason,
    keptOnDevice: (key) => (Object.hasOwn(device.kept, key) ? device.kept[key] : undefined),
  };
}
