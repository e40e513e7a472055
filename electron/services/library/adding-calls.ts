import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type Sentence, say } from '../../../core/sentence.ts';
import type { AttestEvent } from '../../../core/session.ts';
import { type Adding, addedLinesAtATime, isLookedAt } from '../../../core/statements/adding.ts';
import { writeAddingReport } from '../../../core/statements/adding-report.ts';
import type { Files } from '../../store/files.ts';
import { isSystemError } from '../../store/system-error.ts';
import type { Annotations } from '../annotations.ts';
import type { OpenOptions, PickedPaths } from '../ports.ts';
import { AddingJob, type JobSources } from './adding-job.ts';
import type { Converter } from './convert/converter.ts';
import { encodingNamed } from './convert/decode-bytes.ts';
import { unknownEncoding } from './convert/refuse-source.ts';
import { clearHalfWritten, readJobFile, removeJobFile } from './job-file.ts';
import type { Library } from './library.ts';
import { SentFiles } from './sent-files.ts';

/** What the calls stand on. */
export interface AddingOptions extends Pick<OpenOptions, 'saveFile' | 'pickPaths'> {
  /** The workspace folder, and how files are written in it. */
  readonly folder: string;
  readonly files: Files;
  readonly library: Pick<Library, 'own'>;
  readonly annotations: Annotations;
  readonly converter: Pick<Converter, 'convert'>;
  readonly announce: (event: AttestEvent) => void;
  /** Why nothing may be changed; `null` where everything may. */
  readonly readOnlyReason: Sentence | null;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
}

type BeginInput = CallInput<'beginAdding'>;
type Begun = Result<CallOutput<'beginAdding'>>;

const busy = (): ReturnType<typeof fail> =>
  fail('invalid', say(/*i18n*/ 'Files are being added already: wait until that is done, or cancel it.'));

const gone = (): ReturnType<typeof fail> =>
  fail('not-found', say(/*i18n*/ 'These files are not being added any more: add them again.'));

const oneOnly = (): ReturnType<typeof fail> =>
  fail('invalid', say(/*i18n*/ 'A new version of a statement is one file: choose one.'));

/** Whether `paths` name one file; of what is not there, or cannot be looked at, the job says what is wrong. */
async function isOneFile([path, ...others]: readonly string[]): Promise<boolean> {
  if (path === undefined || others.length > 0) return false;
  try {
    return !(await stat(path)).isDirectory();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return true;
  }
}

/** The calls that add files as statements, one job at a time. */
export class AddingCalls {
  readonly #options: AddingOptions;
  #job: AddingJob | null = null;
  /** Somebody is choosing files, or it is looked whether something goes on. */
  #isBeginning = false;
  #isClosed = false;

  constructor(options: AddingOptions) {
    this.#options = options;
  }

  get adding(): Adding | null {
    return this.#job?.adding ?? null;
  }

  /** Goes on with what was being added when the program ended, where there is something. */
  async resume(): Promise<void> {
    const { readOnlyReason, now } = this.#options;
    this.#isClosed = false;
    if (readOnlyReason !== null || this.#isRunning || this.#isBeginning) return;
    this.#isBeginning = true;
    if (this.#job?.adding.state === 'running') this.#forget();
    try {
      const kept = await readJobFile(this.#options);
      if (!kept || this.#isClosed) return;
      const { job, paths, isRecursive, encoding, begun } = kept;
      if (paths.length > 0) {
        // Where the clock was put back, what was added is not taken for known.
        const since = begun < now() ? begun : now();
        this.#start({ kind: 'paths', paths, isRecursive }, { job, begun: since, encoding, versionOf: null }, true);
      } else {
        await clearHalfWritten(this.#options);
        await removeJobFile(this.#options);
      }
    } finally {
      this.#isBeginning = false;
    }
  }

  readonly beginAdding = async ({ from, versionOf, encoding }: BeginInput): Promise<Begun> => {
    if (from.kind !== 'reader') {
      const { pickPaths } = this.#options;
      if (!pickPaths) return fail('invalid', say(/*i18n*/ 'Files cannot be imported here: do it in the reader.'));
      const kind = versionOf !== null && from.kind === 'files' ? 'file' : from.kind;
      return this.#begin(versionOf, encoding, () => pickPaths(kind));
    }
    if (versionOf !== null && from.total !== 1) return oneOnly();
    return this.#begin(versionOf, encoding, async () => {
      const files = new SentFiles(() => this.#job?.cancel());
      return { kind: 'sent', files, total: from.total };
    });
  };

  /** Begins to add what is at absolute paths, as a command does that found this workspace open. */
  beginAddingAt(picked: PickedPaths, { versionOf, encoding }: Omit<BeginInput, 'from'>): Promise<Begun> {
    return this.#begin(versionOf, encoding, async () => picked);
  }

  readonly sendFile = async ({
    job,
    name,
    part,
    isLast,
  }: CallInput<'sendFile'>): Promise<Result<CallOutput<'sendFile'>>> => {
    const sent = this.#find(job)?.sent;
    return sent && (await sent.take(name, part, isLast)) ? succeed({}) : gone();
  };

  readonly endSending = async ({ job }: CallInput<'endSending'>): Promise<Result<CallOutput<'endSending'>>> => {
    this.#find(job)?.endSending();
    return succeed({});
  };

  readonly cancelAdding = async ({ job }: CallInput<'cancelAdding'>): Promise<Result<CallOutput<'cancelAdding'>>> => {
    this.#find(job)?.cancel();
    return succeed({});
  };

  readonly readAddedLines = async ({
    job: id,
    outcome,
    from,
  }: CallInput<'readAddedLines'>): Promise<Result<CallOutput<'readAddedLines'>>> => {
    const job = this.#find(id);
    if (!job) return gone();
    const lines = outcome === null ? job.lines : job.lines.filter((line) => isLookedAt(line, outcome));
    return succeed({ lines: lines.slice(from, from + addedLinesAtATime), count: lines.length });
  };

  readonly saveAddingReport = async ({
    job: id,
  }: CallInput<'saveAddingReport'>): Promise<Result<CallOutput<'saveAddingReport'>>> => {
    const job = this.#find(id);
    if (!job) return gone();
    const { lines, adding } = job;
    return this.#options.saveFile(
      {
        suggestedName: 'attest-added.txt',
        mimeType: 'text/plain;charset=utf-8',
        content: Buffer.from(writeAddingReport(adding, lines, this.#options.now())),
        count: lines.length,
        beside: null,
      },
      new AbortController().signal,
    );
  };

  readonly dropAdding = async ({ job: id }: CallInput<'dropAdding'>): Promise<Result<CallOutput<'dropAdding'>>> => {
    const job = this.#find(id);
    if (!job) return succeed({});
    if (job.adding.state === 'running') return busy();
    this.#forget();
    return succeed({});
  };

  /** Ends what is under way, so that it goes on at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#job?.close();
    await this.#job?.over;
  }

  /** Ends what is under way, and writes nothing more. */
  async abandon(): Promise<void> {
    this.#isClosed = true;
    this.#job?.abandon();
    await this.#job?.over;
  }

  get #isRunning(): boolean {
    return this.#job?.isOver === false;
  }

  #forget(): void {
    this.#job = null;
    this.#options.announce({ type: 'adding', adding: null });
  }

  #find(id: string): AddingJob | null {
    return this.#job?.id === id ? this.#job : null;
  }

  async #begin(
    versionOf: string | null,
    encoding: string | null,
    choose: () => Promise<PickedPaths | JobSources | null>,
  ): Promise<Begun> {
    const { readOnlyReason, library, now } = this.#options;
    if (readOnlyReason !== null) return fail('read-only', readOnlyReason);
    if (this.#isRunning || this.#isBeginning) return busy();
    const name = encoding === null ? null : encodingNamed(encoding);
    if (encoding !== null && name === null) return fail('invalid', unknownEncoding(encoding));
    if (versionOf !== null && library.own(versionOf) === null) {
      return fail(
        'not-found',
        say(/*i18n*/ 'There is no imported statement {id}: it may have been removed.', { id: versionOf }),
      );
    }
    this.#isBeginning = true;
    try {
      const chosen = await choose();
      if (chosen === null || this.#isClosed) return succeed({ outcome: 'cancelled' });
      const from: JobSources = 'kind' in chosen ? chosen : { kind: 'paths', ...chosen };
      if (from.kind === 'paths' && versionOf !== null && !(await isOneFile(from.paths))) return oneOnly();
      const job = randomUUID();
      this.#start(from, { job, begun: now(), encoding: name, versionOf }, false);
      return succeed({ outcome: 'begun', job });
    } finally {
      this.#isBeginning = false;
    }
  }

  #start(
    from: JobSources,
    { job, ...request }: { job: string; begun: string; encoding: string | null; versionOf: string | null },
    isContinued: boolean,
  ): void {
    const { folder, files, annotations, announce, now, converter } = this.#options;
    const ground = { folder, files, annotations, announce, now, convert: converter.convert };
    this.#job = new AddingJob({ id: job, from, isContinued, ...request }, ground);
  }
}
