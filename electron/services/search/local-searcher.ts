import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CollectionSearch } from '../../../core/search/collection-search.ts';
import { StaleTextError } from '../../../core/search/index/stale-text-error.ts';
import { indexedState } from '../../../core/search/indexed-statement.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { type Files, systemFiles } from '../../store/files.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { readSearchFile, writeSearchFile } from '../../store/search-file.ts';
import { isSystemError } from '../../store/system-error.ts';
import { sealedFiles } from '../../store/vault/sealed-files.ts';
import { StatementGoneError } from '../library/statement-gone-error.ts';
import type { AnnotationNews, Searcher, SearchFile, SearchFileSeal } from './searcher.ts';

/** Milliseconds of indexing between two turns of the event loop. */
const sliceMs = 8;

/** Fewer texts than these are indexed faster than a file is read: their index is not saved. */
export const worthSaving = 50;

/**
 * The key, until this searcher has ended: a copy of its own, or, where the key lies in memory that threads share, the very
 * one, so that whoever started the thread can wipe it while the thread is busy.
 */
function holdKey(seal: SearchFileSeal | undefined): Buffer {
  const { buffer, byteOffset, byteLength } = seal?.dataKey ?? new Uint8Array();
  const isShared = buffer instanceof SharedArrayBuffer;
  return isShared ? Buffer.from(buffer, byteOffset, byteLength) : Buffer.from(seal?.dataKey ?? []);
}

function filesFor(seal: SearchFileSeal | undefined, dataKey: Buffer): Files {
  if (!seal) return systemFiles;
  const { vaultId, folder, generation } = seal;
  return sealedFiles(systemFiles, { dataKey, vaultId, folder, begin: async () => generation });
}

/** Milliseconds without news after which a changed index is saved. */
const saveAfterMs = 5_000;

/**
 * Searches in this very thread. The index is made, or read where it was saved, from the first moment on; while it is being
 * made, what is in it already can be searched. `statements` may come and go: whoever changes them tells of it.
 */
export class LocalSearcher implements Searcher {
  readonly hasFailed = false;
  readonly #statements: ReadonlyMap<string, Statement>;
  readonly #file: SearchFile | null;
  readonly #key: Buffer;
  readonly #files: Files;
  #index = new CollectionSearch();
  /** The news so far, for an index that comes later. */
  readonly #highlights = new Map<string, AnnotationNews['put'][number]>();
  #tags: AnnotationNews['tags'] = null;
  /** Ids of statements that are not as they are in the index. */
  readonly #waiting: Set<string>;
  #isClosed = false;
  #working: Promise<void>;
  #isSaved = false;
  #saving: NodeJS.Timeout | null = null;

  constructor(statements: ReadonlyMap<string, Statement>, file: SearchFile | null) {
    this.#statements = statements;
    this.#file = file;
    this.#key = holdKey(file?.seal);
    this.#files = filesFor(file?.seal, this.#key);
    this.#waiting = new Set(statements.keys());
    this.#working = this.#build();
  }

  readonly search: Searcher['search'] = async ({ query, ...options }) => {
    const total = this.#statements.size;
    // A small collection is there before anybody has typed a word.
    if (this.#waiting.size > 0 && total < worthSaving) await this.#working;
    const building = this.#waiting.size > 0 ? { done: Math.max(0, total - this.#waiting.size), total } : null;
    return { ...this.#ask(() => this.#index.search(query, options)), building };
  };

  readonly findInStatement: Searcher['findInStatement'] = async ({ statement, query, ...options }) => {
    if (this.#waiting.has(statement) && this.#statements.size < worthSaving) await this.#working;
    return this.#ask(() => this.#index.findIn(statement, query, options));
  };

  /** When the index has been made or read for the first time. */
  get whenBuilt(): Promise<void> {
    return this.#working;
  }

  readonly tell: Searcher['tell'] = ({ put, removed, tags, statements }) => {
    for (const id of removed) this.#highlights.delete(id);
    for (const highlight of put) this.#highlights.set(highlight.id, highlight);
    if (tags) this.#tags = tags;
    this.#index.removeHighlights(removed);
    this.#index.putHighlights(put);
    if (tags) this.#index.setTags(tags);
    if (statements.length === 0) return;
    const isIdle = this.#waiting.size === 0;
    for (const { id } of statements) this.#waiting.add(id);
    this.#isSaved = false;
    if (isIdle) this.#working = this.#working.then(() => this.#catchUp());
  };

  readonly close: Searcher['close'] = async () => {
    this.#isClosed = true;
    await this.#working;
    await this.#save();
    this.#key.fill(0);
  };

  async #build(): Promise<void> {
    await this.#restore();
    const isRestored = this.#index.size > 0;
    await this.#catchUp();
    if (this.#waiting.size > 0) return;
    await nextTurn();
    const isLarge = this.#statements.size >= worthSaving;
    if (isLarge && !isRestored) this.#index.condense();
    // Any word will do: the groups of forms and spellings are made now, and not when somebody waits for them.
    this.#ask(() => this.#index.search('a', { limit: 1, typing: false, spellings: true }));
    await this.#save();
  }

  /** What the index answers; a text that was found otherwise than it was indexed is taken as it is now, and the index asked again. */
  #ask<Answer>(ask: () => Answer): Answer {
    for (;;) {
      try {
        return ask();
      } catch (error) {
        if (!(error instanceof StaleTextError)) throw error;
        this.#isSaved = false;
        this.#index.remove(error.id);
        this.#take(error.id);
      }
    }
  }

  /** Brings the index to what the statements are now. */
  async #catchUp(): Promise<void> {
    let sinceMs = performance.now();
    for (const id of this.#waiting) {
      if (this.#isClosed) return;
      this.#take(id);
      this.#waiting.delete(id);
      if (performance.now() - sinceMs < sliceMs) continue;
      await nextTurn();
      sinceMs = performance.now();
    }
    if (this.#saving) clearTimeout(this.#saving);
    if (!this.#isSaved) this.#saving = setTimeout(() => void this.#save(), saveAfterMs).unref();
  }

  #take(id: string): void {
    const statement = this.#statements.get(id);
    try {
      if (!statement) this.#index.remove(id);
      else if (!this.#index.retell(statement)) this.#index.add(statement);
    } catch (error) {
      // A text that cannot be read is found nowhere; whoever opens it is told why.
      if (!(error instanceof StatementGoneError)) throw error;
      this.#index.remove(id);
    }
  }

  /** Takes the saved index where it fits: what has come or gone since is left waiting. */
  async #restore(): Promise<void> {
    const total = this.#statements.size;
    const saved = this.#file && total >= worthSaving ? await readSearchFile(this.#file.path, this.#files) : null;
    if (!saved) return;
    const there = new Map(
      saved.statements.flatMap((kept) => {
        const statement = this.#statements.get(kept.id);
        return statement && indexedState(statement) === kept.state ? [[kept.id, { statement, kept }] as const] : [];
      }),
    );
    // What is removed leaves holes: beyond some, it is better made anew.
    if (total - there.size > total / 4) return;
    const index = new CollectionSearch(saved.corpus);
    for (const { statement, kept } of there.values()) index.restore(statement, kept);
    for (const { id } of saved.statements) if (!there.has(id)) index.remove(id);
    index.putHighlights([...this.#highlights.values()]);
    if (this.#tags) index.setTags(this.#tags);
    this.#index = index;
    for (const id of there.keys()) this.#waiting.delete(id);
    this.#isSaved = this.#waiting.size === 0 && saved.statements.length === there.size;
  }

  async #save(): Promise<void> {
    if (this.#saving) clearTimeout(this.#saving);
    this.#saving = null;
    if (this.#isSaved || this.#waiting.size > 0 || this.#statements.size < worthSaving) return;
    if (!this.#file?.mayWrite) return;
    const { path } = this.#file;
    try {
      const saved = this.#index.save();
      this.#isSaved = true;
      await makeFolder(dirname(path));
      await writeSearchFile(path, saved, this.#files);
    } catch (error) {
      // The index is a cache: without it the next start takes longer, and nothing is lost.
      if (!isSystemError(error)) throw error;
    }
  }
}
