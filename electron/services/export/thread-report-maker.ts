import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import type { Result } from '../../../core/result.ts';
import { type Sentence, say, sayInTurn } from '../../../core/sentence.ts';
import { isReadable } from '../library/is-readable.ts';
import type { ExportAnswerMessage, ExportRequestMessage, ExportThreadData } from './messages.ts';
import {
  MakerEndedError,
  type OnProgress,
  type ReportMaker,
  type ReportMaterial,
  type WriteOrder,
  type WrittenReport,
} from './report-maker.ts';

/** How many highlights are sent at a time: copying more would be felt in the interface. */
const highlightsAtATime = 500;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: OnProgress;
}

function reasonOf(error: unknown): Sentence {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return say(/*i18n*/ 'it needed more memory than there is');
  return sayInTurn([error instanceof Error ? error.message : String(error)]);
}

/** Makes reports in a thread of its own, whose program is the file at `script`, so that nothing else ever waits for it. */
export class ThreadReportMaker implements ReportMaker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #toldStatements = new Set<string>();
  #toldKey: string | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #nextId = 1;
  #failure: MakerEndedError | null = null;

  constructor(script: string | URL, resources: string) {
    const workerData: ExportThreadData = { resources };
    this.#worker = new Worker(script, { workerData });
    this.#worker.unref();
    this.#worker.on('message', (message: ExportAnswerMessage) => this.#receive(message));
    this.#worker.on('error', (error) => this.#fail(new MakerEndedError(reasonOf(error), { cause: error })));
    this.#worker.on('exit', () => this.#fail(new MakerEndedError(say(/*i18n*/ 'it has ended'))));
  }

  preview(material: ReportMaterial, input: CallInput<'previewReport'>): Promise<Result<CallOutput<'previewReport'>>> {
    return this.#ask(material, (id) => ({ kind: 'preview', id, input }));
  }

  write(material: ReportMaterial, order: WriteOrder, onProgress: OnProgress): Promise<Result<WrittenReport>> {
    return this.#ask(material, (id) => ({ kind: 'write', id, order }), onProgress);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #post(message: ExportRequestMessage): void {
    this.#worker.postMessage(message);
  }

  /** Tells the thread what it does not know yet of `material`, in small pieces: the interface goes on between them. */
  async #tell({ key, read }: ReportMaterial): Promise<void> {
    if (this.#toldKey === key) return;
    // Where this breaks off, the next one must begin anew.
    this.#toldKey = null;
    const unread = read();
    const concerned = new Set(unread.highlights.map(({ statement }) => statement));
    for (const statement of unread.statements) {
      const { id } = statement.summary;
      if (!concerned.has(id) || !isReadable(statement)) continue;
      // By its bytes too: they alone make one text different from another.
      const identity = `${id} ${statement.sha256}`;
      if (this.#toldStatements.has(identity)) continue;
      this.#toldStatements.add(identity);
      this.#post({ kind: 'statement', statement });
      await nextTurn();
    }
    const { statements: _, highlights, ...sources } = read();
    this.#post({ kind: 'sources', key, sources });
    for (let from = 0; from < highlights.length; from += highlightsAtATime) {
      this.#post({ kind: 'highlights', highlights: highlights.slice(from, from + highlightsAtATime) });
      await nextTurn();
    }
    this.#toldKey = key;
  }

  #ask<Answer>(
    material: ReportMaterial,
    make: (id: number) => ExportRequestMessage,
    onProgress: OnProgress = () => undefined,
  ): Promise<Answer> {
    // One after the other: what is told for one must not come between what is told for another and its question.
    const asked = this.#queue.then(async () => {
      await this.#tell(material);
      return this.#await<Answer>(make, onProgress);
    });
    const answered = asked.then((answer) => answer.value);
    this.#queue = asked.catch(() => undefined);
    return answered;
  }

  /** Asks, and gives the answer in a box, so that whoever waits for the asking does not wait for the answer. */
  #await<Answer>(
    make: (id: number) => ExportRequestMessage,
    onProgress: OnProgress,
  ): { readonly value: Promise<Answer> } {
    if (this.#failure) throw this.#failure;
    const id = this.#nextId;
    this.#nextId += 1;
    // While somebody waits for an answer, the thread keeps the program running.
    this.#worker.ref();
    const value = new Promise<Answer>((resolve, reject) => {
      // The thread answers a question of a kind with what belongs to it.
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      this.#post(make(id));
    });
    return { value };
  }

  #receive(message: ExportAnswerMessage): void {
    const waiting = this.#waiting.get(message.id);
    if ('progress' in message) {
      waiting?.onProgress(message.progress.done, message.progress.total);
      return;
    }
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('failure' in message) waiting?.reject(new Error(message.failure));
    else waiting?.resolve(message.answer as never);
  }

  #fail(error: MakerEndedError): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}
