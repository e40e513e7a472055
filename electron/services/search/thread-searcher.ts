import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { LibraryParts } from '../library/library.ts';
import type { SearchAnswerMessage, SearchRequestMessage, SearchThreadData } from './messages.ts';
import type { ElsewhereFinder, Searcher, SearchFile } from './searcher.ts';

/** How long the thread may take to end what it is doing, in milliseconds. */
const closeWithinMs = 1_000;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** A library whose texts are opened with `dataKey`, where they are sealed. */
function withKey(library: LibraryParts, dataKey: Uint8Array): LibraryParts {
  const { key } = library.place;
  if (!key) return library;
  return { ...library, place: { ...library.place, key: { ...key, dataKey: Buffer.from(dataKey.buffer) } } };
}

/** Searches in a thread of its own, whose program is the file at `script`, so that nothing else ever waits for it. */
export class ThreadSearcher implements Searcher, ElsewhereFinder {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  /** Shared with the thread, so that it can be wiped there, whatever the thread is doing. */
  readonly #dataKey: Uint8Array;
  #nextId = 1;
  #failure: Error | null = null;

  constructor(script: string | URL, library: LibraryParts, file: SearchFile | null) {
    const given = file?.seal?.dataKey ?? library.place.key?.dataKey ?? new Uint8Array();
    this.#dataKey = new Uint8Array(new SharedArrayBuffer(given.length));
    this.#dataKey.set(given);
    const workerData: SearchThreadData = {
      library: withKey(library, this.#dataKey),
      file: file?.seal ? { ...file, seal: { ...file.seal, dataKey: this.#dataKey } } : file,
    };
    this.#worker = new Worker(script, { workerData });
    this.#worker.unref();
    this.#worker.on('message', (message: SearchAnswerMessage) => this.#receive(message));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#fail(new Error('The search thread has ended.')));
  }

  get hasFailed(): boolean {
    return this.#failure !== null;
  }

  readonly search: Searcher['search'] = (request) => this.#ask((id) => ({ kind: 'search', id, request }));

  readonly findInStatement: Searcher['findInStatement'] = (request) =>
    this.#ask((id) => ({ kind: 'find', id, request }));

  readonly findElsewhere: ElsewhereFinder['findElsewhere'] = (request) =>
    this.#ask((id) => ({ kind: 'elsewhere', id, request }));

  readonly findSingleSources: ElsewhereFinder['findSingleSources'] = (request) =>
    this.#ask((id) => ({ kind: 'single-sources', id, request }));

  readonly tell: Searcher['tell'] = (news) => {
    this.#post({ kind: 'tell', news });
  };

  readonly close: Searcher['close'] = async () => {
    // A search that takes long must not keep the program from ending; the index it would have saved can be made anew.
    const isDone = this.#ask((id) => ({ kind: 'close', id })).catch(() => undefined);
    await Promise.race([isDone, wait(closeWithinMs)]);
    await this.#worker.terminate();
    // A thread that was too busy to end by itself has not wiped it, and before its end it could have sealed with zeros.
    this.#dataKey.fill(0);
  };

  #post(message: SearchRequestMessage): void {
    this.#worker.postMessage(message);
  }

  #ask<Answer>(make: (id: number) => SearchRequestMessage): Promise<Answer> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#nextId;
    this.#nextId += 1;
    // While somebody waits for an answer, the thread keeps the program running.
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      // The thread answers a request of a kind with what belongs to it.
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#post(make(id));
    });
  }

  #receive(message: SearchAnswerMessage): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('failure' in message) waiting?.reject(new Error(message.failure));
    else waiting?.resolve(message.answer as never);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
