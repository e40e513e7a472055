import { randomUUID } from 'node:crypto';
import { extentOf } from '../../core/insight/coverage.ts';
import type { CallInput, CallOutput, WorkspaceCallName } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type Sentence, say } from '../../core/sentence.ts';
import type { AttestEvent, Notice, SaveState } from '../../core/session.ts';
import type { Statement } from '../../core/statements/statement.ts';
import type { DeviceFile } from '../store/device-file.ts';
import type { Files } from '../store/files.ts';
import type { VaultKey } from '../store/vault/frames.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import { Annotations } from './annotations.ts';
import { composeSession, type SessionParts } from './compose-session.ts';
import { createExportWork } from './exchange/export-work-calls.ts';
import { ImportCalls } from './exchange/import-calls.ts';
import { createPacker } from './exchange/pack-work.ts';
import { createPeopleCalls } from './exchange/people-calls.ts';
import { SharingCalls, sharedFolderKey } from './exchange/sharing-calls.ts';
import { ExportCalls } from './export/export-calls.ts';
import { PassageCiter } from './export/passage-citer.ts';
import type { Glimpse } from './glimpse.ts';
import { AddingCalls } from './library/adding-calls.ts';
import { type CatalogueCalls, createCatalogueCalls } from './library/catalogue-calls.ts';
import { createConverter } from './library/convert/converter.ts';
import { addEarlierTexts } from './library/earlier-texts.ts';
import { FixityCalls } from './library/fixity-calls.ts';
import { isReadable } from './library/is-readable.ts';
import { Library } from './library/library.ts';
import { createLibraryCalls } from './library/library-calls.ts';
import { StatementGoneError } from './library/statement-gone-error.ts';
import { VersionCalls } from './library/version-calls.ts';
import type { Collection } from './open-collection.ts';
import { Past } from './past.ts';
import type { OpenOptions } from './ports.ts';
import { QuietMemory } from './quiet-memory.ts';
import { createExcerptCall } from './read-excerpts.ts';
import { SearchCalls } from './search/search-calls.ts';
import type { SearchFileSeal } from './search/searcher.ts';
import { checkRelease } from './update/check-release.ts';
import { searchFilePath } from './workspace-folder.ts';

/** How long after the first reader is served the check of the library’s files begins, in milliseconds: it has enough to read till then. */
const usualFixityDelayMs = 5_000;

/** Fewer statements and highlights leave nothing behind, when they have been read, that is worth a pause. */
const largeWorkspace = 5_000;

/** What belongs to an encrypted workspace. */
export interface SealedParts {
  /** What is known of its files beside what the store knows. */
  readonly notices: () => readonly Notice[];
  readonly searchSeal: SearchFileSeal;
  /** Opens the files of the statements. */
  readonly statementKey: VaultKey;
}

/** The services over one opening of a workspace. */
export interface WorkspaceService {
  readonly call: <Name extends WorkspaceCallName>(
    name: Name,
    input: CallInput<Name>,
  ) => Promise<Result<CallOutput<Name>>>;
  /** The calls of these names, of what is at absolute paths: for commands of this account alone, never for a reader. */
  readonly readImportAt: (path: string) => Promise<Result<CallOutput<'readImport'>>>;
  readonly importCatalogueAt: CatalogueCalls['importCatalogueAt'];
  readonly beginAddingAt: AddingCalls['beginAddingAt'];
  readonly subscribe: (listener: (event: AttestEvent) => void) => () => void;
  /** Gives up what is long and changes nothing then: before it is waited for, as by whoever closes. */
  readonly giveUp: () => void;
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
  parts: SessionParts,
  search: SearchCalls,
  exports: ExportCalls,
  imports: ImportCalls,
  sharing: SharingCalls,
  ofStatements: VersionCalls['calls'] & CatalogueCalls['calls'],
  tellPlaces: (statement: string) => void,
): Handlers {
  const { options, library, store, annotations, adding, fixity, device } = parts;
  const passages = new PassageCiter(options.resources);
  const past = new Past(store, annotations, options.saveFile);
  const told = new WeakSet<Statement>();
  const find = (id: string): Result<Statement> => {
    // What is found of its text is said of it too.
    library.tryToRead(id);
    const statement = library.statements.get(id);
    return statement
      ? succeed(statement)
      : fail('not-found', say(/*i18n*/ 'There is no statement {id} that can be read.', { id }));
  };
  const readExcerpts = createExcerptCall(library, annotations, () => store.revision);

  return {
    openSession: async ({ mostHighlights = Number.POSITIVE_INFINITY, isPacked = false, hasStatements = false }) => {
      fixity.start();
      search.delay();
      return succeed(composeSession(parts, { mostHighlights, isPacked, hasStatements }));
    },
    readHighlights: async ({ statements }) => succeed(annotations.places.among(statements)),
    readStatement: async ({ statement }) => {
      const wasPresumed = library.isPresumed(statement);
      const found = find(statement);
      if (!found.ok) return found;
      const read = { ...found.value };
      // Whoever else has read the text since it changed, to place one highlight for instance, has told nobody.
      if (wasPresumed || (library.own(statement) && !told.has(found.value))) tellPlaces(statement);
      told.add(found.value);
      return succeed(read);
    },
    readExtents: async () => succeed([...library.statements.values()].filter(isReadable).map(extentOf)),
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
    ...createLibraryCalls(annotations),
    ...ofStatements,
    beginAdding: adding.beginAdding,
    sendFile: adding.sendFile,
    endSending: adding.endSending,
    readAdding: async () => succeed({ adding: adding.adding }),
    cancelAdding: adding.cancelAdding,
    readAddedLines: adding.readAddedLines,
    saveAddingReport: adding.saveAddingReport,
    dropAdding: adding.dropAdding,
    ...fixity.calls,
    ...createPeopleCalls(library.statements, annotations),
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
      library,
      pack: createPacker(options.resources, options.version, library),
      now: () => new Date().toISOString(),
    }),
    checkRelease: ({ manifest, files }) => checkRelease(manifest, files, options),
  };
}

/** The services over an opened collection and store, as every host carries them; after a `glimpse` of them, where there was one. */
export function createAttestService(
  options: OpenOptions,
  collection: Collection,
  store: WorkspaceStore,
  device: DeviceFile,
  files: Files,
  sealed: SealedParts | null = null,
  glimpse: Glimpse | null = null,
): WorkspaceService {
  const place = { folder: options.workspaceFolder, key: sealed?.statementKey ?? null };
  // What has been put right since, is not what was seen.
  const isSame = glimpse?.isOf(store.workspace) ?? false;
  const library = glimpse && isSame ? glimpse.library : new Library(collection, store.workspace.statements, place);
  const listeners = new Set<(event: AttestEvent) => void>();
  const announce = (event: AttestEvent): void => {
    for (const listener of listeners) listener(event);
  };
  store.onSave((save) => announce({ type: 'save', save }));
  const context = () => ({ now: new Date().toISOString(), newId: randomUUID });
  const annotations = new Annotations(library, store, announce, context);
  const search = new SearchCalls(
    {
      library,
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
      summaries: library.summaries,
      statements: [...library.statements.values()],
      tags: annotations.lists.tags,
      highlights: annotations.highlights,
      dossiers: annotations.lists.dossiers,
      settings: store.workspace.settings,
    }),
    earlier: (highlights) => addEarlierTexts(library, highlights, new Map()),
  });
  const imports = new ImportCalls(
    {
      ...options,
      library,
      files,
      readOnlyReason: store.readOnlyReason,
      revision: () => store.revision,
      now: () => new Date().toISOString(),
      announce,
    },
    annotations,
  );
  const sharing = new SharingCalls({
    annotations,
    library,
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
  const now = (): string => new Date().toISOString();
  const converter = createConverter(options.convertThread);
  const adding = new AddingCalls({
    ...options,
    folder: options.workspaceFolder,
    files,
    library,
    annotations,
    converter,
    announce,
    readOnlyReason: store.readOnlyReason,
    now,
  });
  // A command adds only what its user tells it to.
  const goOn = (): void => {
    if (options.host !== 'command line') void adding.resume();
  };
  goOn();
  const fixity = new FixityCalls({
    ...options,
    library,
    announce,
    now,
    delayMs: options.host === 'command line' ? null : (options.fixityDelayMs ?? usualFixityDelayMs),
  });
  const versions = new VersionCalls({
    saveFile: options.saveFile,
    library,
    annotations,
    files,
    convert: converter.convert,
    readOnlyReason: store.readOnlyReason,
  });
  const catalogue = createCatalogueCalls({ ...options, library, annotations, now });
  const noteFault = library.onFault;
  library.onFault = (id) => {
    noteFault(id);
    // Whoever asked for the text is in the middle of it: what follows from this comes after.
    queueMicrotask(() => {
      const summary = library.summary(id);
      if (summary) announce({ type: 'library', statements: [summary], highlights: annotations.highlightsIn(id) });
    });
  };
  const handlers = handlersFor(
    {
      options,
      library,
      store,
      annotations,
      device,
      adding,
      fixity,
      glimpse,
      notices: sealed?.notices ?? (() => []),
    },
    search,
    exports,
    imports,
    sharing,
    { ...versions.calls, ...catalogue.calls },
    (id) =>
      queueMicrotask(() => announce({ type: 'library', statements: [], highlights: annotations.highlightsIn(id) })),
  );
  const memory = new QuietMemory();
  const noteReading = (): void => {
    const { highlights, statements } = store.workspace;
    const isLarge = Object.keys(highlights).length + Object.keys(statements).length >= largeWorkspace;
    if (isLarge && options.host !== 'command line') memory.noteWork();
  };
  noteReading();
  return {
    call: async (name, input) => {
      if (name === 'openSession') noteReading();
      // Called again and again, and of a large workspace only: there is nothing to be counted.
      else if (name === 'readHighlights') memory.noteWork();
      else memory.noteUse();
      try {
        return await handlers[name](input);
      } catch (error) {
        if (error instanceof StatementGoneError) return { ok: false, fault: error.fault };
        throw error;
      }
    },
    readImportAt: (path) => imports.readImportAt(path),
    importCatalogueAt: catalogue.importCatalogueAt,
    beginAddingAt: (picked, how) => adding.beginAddingAt(picked, how),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    giveUp: () => imports.giveUp(),
    close: async () => {
      await Promise.all([imports.close(), adding.close(), versions.close(), fixity.close()]);
      await sharing.close();
      await device.flush();
      const isSaved = await store.close();
      if (isSaved) {
        memory.close();
        stopHearing?.();
        await Promise.all([search.close(), exports.close(), converter.close()]);
      } else {
        share();
        goOn();
      }
      return isSaved;
    },
    abandon: async () => {
      memory.close();
      stopHearing?.();
      await Promise.all([imports.close(), adding.abandon(), versions.close(), fixity.close()]);
      sharing.abandon();
      await Promise.all([search.close(), exports.close(), converter.close()]);
      await store.release();
    },
    saveState: () => store.saveState,
    readOnlyReason: store.readOnlyReason,
    keptOnDevice: (key) => (Object.hasOwn(device.kept, key) ? device.kept[key] : undefined),
  };
}
