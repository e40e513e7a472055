import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CollectionSearch } from '../../../core/search/collection-search.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { type Files, systemFiles } from '../../store/files.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { readSearchFile, writeSearchFile } from '../../store/search-file.ts';
import { isSystemError } from '../../store/system-error.ts';
import { sealedFiles } from '../../store/vault/sealed-files.ts';
import type { AnnotationNews, Searcher, SearchFile, SearchFileSeal } from './searcher.ts';

/** Milliseconds of indexing between two turns of the event loop. */
const sliceMs = 8;

/** Fewer texts are indexed faster than a file is read. */
const worthSaving = 50;

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

/**
 * Searches in this very thread. The index is made, or read where it was saved, from the first moment on; while it is being
 * made, what is in it already can be searched.
 */
export class LocalSearcher implements Searcher {
  readonly hasFailed = false;
  readonly #statements: readonly Statement[];
  readonly #file: SearchFile | null;
  readonly #key: Buffer;
  readonly #files: Files;
  #index = new CollectionSearch();
  /** The news so far, for an index that comes later. */
  readonly #highlights = new Map<string, AnnotationNews['put'][number]>();
  #tags: AnnotationNews['tags'] = null;
  #done = 0;
  #isClosed = false;
  readonly #building: Promise<void>;

  constructor(statements: readonly Statement[], file: SearchFile | null) {
    this.#statements = statements;
    this.#file = statements.length >= worthSaving ? file : null;
    this.#key = holdKey(file?.seal);
    this.#files = filesFor(file?.seal, this.#key);
    this.#building = this.#build();
  }

  readonly search: Searcher['search'] = async ({ query, ...options }) => {
    const total = this.#statements.length;
    // A small collection is there before anybody has typed a word.
    if (total < worthSaving) await this.#building;
    const building = this.#done < total ? { done: this.#done, total } : null;
    return { ...this.#index.search(query, options), building };
  };

  readonly findInStatement: Searcher['findInStatement'] = async ({ statement, query, ...options }) => {
    if (this.#statements.length < worthSaving) await this.#building;
    return this.#index.findIn(statement, query, options);
  };

  readonly tell: Searcher['tell'] = ({ put, removed, tags }) => {
    for (const id of removed) this.#highlights.delete(id);
    for (const highlight of put) this.#highlights.set(highlight.id, highlight);
    if (tags) this.#tags = tags;
    this.#index.removeHighlights(removed);
    this.#index.putHighlights(put);
    if (tags) this.#index.setTags(tags);
  };

  readonly close: Searcher['close'] = async () => {
    this.#isClosed = true;
    await this.#building;
    this.#key.fill(0);
  };

  async #build(): Promise<void> {
    const isSaved = await this.#restore();
    let sinceMs = performance.now();
    for (const statement of this.#statements.slice(isSaved ? this.#statements.length : 0)) {
      if (this.#isClosed) return;
      this.#index.add(statement);
      this.#done += 1;
      if (performance.now() - sinceMs < sliceMs) continue;
      await nextTurn();
      sinceMs = performance.now();
    }
    this.#done = this.#statements.length;
    await nextTurn();
    // Any word will do: the groups of forms and spellings are made now, and not when somebody waits for them.
    this.#index.search('a', { limit: 1, typing: false, spellings: true });
    if (!isSaved) await this.#save();
  }

  /** Takes the saved index where it fits, with what has come or gone since. `false` where all is to be made anew. */
  async #restore(): Promise<boolean> {
    const saved = this.#file && (await readSearchFile(this.#file.path, this.#files));
    if (!saved) return false;
    const wanted = new Map(this.#statements.map((statement) => [statement.summary.id, statement]));
    const known = new Map(saved.sources.map(({ id, sha256 }) => [id, sha256]));
    const index = new CollectionSearch(saved.corpus);
    const fresh: Statement[] = [];
    for (const [id, statement] of wanted) {
      if (known.get(id) === statement.sha256) index.restore(statement);
      else fresh.push(statement);
    }
    for (const id of known.keys()) if (!wanted.has(id)) index.remove(id);
    // What is removed leaves holes: beyond some, it is better made anew.
    if (fresh.length > this.#statements.length / 4) return false;
    index.putHighlights([...this.#highlights.values()]);
    if (this.#tags) index.setTags(this.#tags);
    this.#index = index;
    for (const statement of fresh) {
      index.add(statement);
      await nextTurn();
    }
    this.#done = this.#statements.length;
    if (fresh.length > 0 || known.size !== wanted.size) await this.#save();
    return true;
  }

  async #save(): Promise<void> {
    if (!this.#file?.mayWrite) return;
    const { path } = this.#file;
    const sources = this.#statements.map(({ summary: { id }, sha256 }) => ({ id, sha256 }));
    try {
      await makeFolder(dirname(path));
      await writeSearchFile(path, { corpus: this.#index.save(), sources }, this.#files);
    } catch (error) {
      // The index is a cache: without it the next start takes longer, and nothing is lost.
      if (!isSystemError(error)) throw error;
    }
  }
}
