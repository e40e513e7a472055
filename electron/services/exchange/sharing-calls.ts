import { compareWork, isDisagreed } from '../../../core/exchange/compare-work.ts';
import type { Incoming, KnownSource, ReportLine } from '../../../core/exchange/incoming.ts';
import { mergeChange } from '../../../core/exchange/merge-change.ts';
import type { SharedState } from '../../../core/exchange/sharing-shapes.ts';
import { unfoldWork, wholeWork } from '../../../core/exchange/unfold-work.ts';
import type { Work } from '../../../core/exchange/work.ts';
import type { AttestEvent, CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type Sentence, say } from '../../../core/sentence.ts';
import type { StatementSummary } from '../../../core/statements/statement.ts';
import type { Annotations } from '../annotations.ts';
import { SharedFolder } from './shared-folder/shared-folder.ts';

/** How long after a change one's own file is written, in milliseconds. */
const writeAfterMs = 3_000;

/** How often the others' files are looked at, in milliseconds. */
const lookEveryMs = 30_000;

/** How many lines of the last reading are kept. */
const linesKept = 200;

/** Where the name of the folder is kept on this computer. */
export const sharedFolderKey = 'attest.shared-folder';

/** What sharing stands on. */
export interface SharingOptions {
  readonly annotations: Annotations;
  readonly summaries: readonly StatementSummary[];
  readonly known: () => readonly KnownSource[];
  readonly announce: (event: AttestEvent) => void;
  /** Keeps the folder's path for the next start; `false` where there is no room. */
  readonly keep: (folder: string | null) => boolean;
  readonly mayWrite: boolean;
  readonly now: () => string;
}

/**
 * Shares the workspace through a folder that a synchroniser keeps in step: writes one's own file a moment after each change,
 * looks at the others' now and then, and says what in them is new. It is merged when its user says so.
 */
export class SharingCalls {
  readonly #options: SharingOptions;
  #shared: SharedFolder | null = null;
  #path: string | null = null;
  #trouble: Sentence | null = null;
  #writtenAt: string | null = null;
  #waiting: Incoming[] = [];
  #lines: ReportLine[] = [];
  #writing: NodeJS.Timeout | null = null;
  #looking: NodeJS.Timeout | null = null;

  constructor(options: SharingOptions) {
    this.#options = options;
  }

  readonly readShared = async (): Promise<Result<CallOutput<'readShared'>>> => succeed(this.#state());

  readonly shareFolder = async ({ folder }: CallInput<'shareFolder'>): Promise<Result<CallOutput<'shareFolder'>>> => {
    if (folder === null) {
      this.#stop();
      this.#options.keep(null);
      return succeed(this.#state());
    }
    const opened = await SharedFolder.open(folder);
    if (!opened.ok) return opened;
    if (!this.#options.keep(opened.value.folder)) {
      return fail(
        'invalid',
        say(/*i18n*/ 'There is no room to keep {key}: too much is kept already.', { key: sharedFolderKey }),
      );
    }
    this.#stop();
    await this.#begin(opened.value);
    return succeed(this.#state());
  };

  readonly lookIntoShared = async (): Promise<Result<CallOutput<'lookIntoShared'>>> => {
    await this.#look();
    return succeed(this.#state());
  };

  /** Each person's work is a step of its own. */
  readonly mergeShared = async ({ rule }: CallInput<'mergeShared'>): Promise<Result<CallOutput<'mergeShared'>>> => {
    const { annotations, now } = this.#options;
    let last: Result<CallOutput<'mergeShared'>> = fail(
      'not-found',
      say(/*i18n*/ 'There is nothing new in the shared folder.'),
    );
    for (const incoming of this.#waiting) {
      const at = now();
      last = await annotations.merge((workspace) =>
        mergeChange(workspace, incoming.work, { rule, choices: {}, now: at }),
      );
      if (!last.ok) break;
      this.#waiting = this.#waiting.filter((one) => one !== incoming);
    }
    this.#tell();
    return last;
  };

  /** Takes up what was shared before. */
  async resume(folder: unknown): Promise<void> {
    if (typeof folder !== 'string' || folder === '') return;
    this.#path = folder;
    const opened = await SharedFolder.open(folder);
    if (opened.ok) await this.#begin(opened.value);
    else {
      this.#trouble = opened.fault.sentence ?? null;
      this.#looking = setInterval(() => void this.#retry(folder), lookEveryMs).unref();
      this.#tell();
    }
  }

  /** After a change: one's own file is written in a moment. */
  follow(event: AttestEvent): void {
    if (event.type !== 'changed' || !this.#shared) return;
    this.#writing ??= setTimeout(() => void this.#write(), writeAfterMs);
  }

  /** Writes what is left to be written, and ends. */
  async close(): Promise<void> {
    const isDue = this.#writing !== null;
    const shared = this.#shared;
    if (this.#looking) clearInterval(this.#looking);
    if (isDue && shared) await this.#write();
    this.#stop();
  }

  async #retry(folder: string): Promise<void> {
    const opened = await SharedFolder.open(folder);
    if (!opened.ok || this.#path !== folder || this.#shared) return;
    if (this.#looking) clearInterval(this.#looking);
    await this.#begin(opened.value);
  }

  async #begin(shared: SharedFolder): Promise<void> {
    this.#shared = shared;
    this.#path = shared.folder;
    this.#trouble = null;
    this.#looking = setInterval(() => void this.#look(), lookEveryMs).unref();
    await this.#look();
    await this.#write();
  }

  #stop(): void {
    if (this.#writing) clearTimeout(this.#writing);
    if (this.#looking) clearInterval(this.#looking);
    this.#shared = null;
    this.#path = null;
    this.#trouble = null;
    this.#writtenAt = null;
    this.#waiting = [];
    this.#lines = [];
    this.#writing = null;
    this.#looking = null;
  }

  #ownWork(): Work {
    return unfoldWork(this.#options.annotations.workspace, this.#options.summaries, wholeWork);
  }

  async #write(): Promise<void> {
    const shared = this.#shared;
    if (this.#writing) clearTimeout(this.#writing);
    this.#writing = null;
    if (!shared || !this.#options.mayWrite) return;
    const written = await shared.writeOwn(this.#ownWork(), this.#options.known());
    if (this.#shared !== shared) return;
    this.#trouble = written.ok ? null : (written.fault.sentence ?? null);
    if (written.ok) {
      const { outcome, lines } = written.value;
      if (outcome !== 'held-back') this.#writtenAt = this.#options.now();
      this.#lines = [...lines, ...this.#lines].slice(0, linesKept);
    }
    this.#tell();
  }

  async #look(): Promise<void> {
    const shared = this.#shared;
    if (!shared) return;
    const found = await shared.readOthers(this.#ownWork(), this.#options.known());
    if (this.#shared !== shared) return;
    if (!found.ok) this.#trouble = found.fault.sentence ?? null;
    else {
      this.#trouble = null;
      this.#lines = [...found.value.lines, ...this.#lines].slice(0, linesKept);
      const fresh = found.value.incoming;
      const writers = new Set(fresh.map(({ work }) => work.writer));
      this.#waiting = [...this.#waiting.filter(({ work }) => !writers.has(work.writer)), ...fresh];
    }
    this.#tell();
    if (found.ok && found.value.hasMore) await this.#look();
  }

  #state(): SharedState {
    const mine = unfoldWork(this.#options.annotations.workspace, [], { ...wholeWork, hasPrivateNotes: true });
    const waiting = this.#waiting.flatMap(({ work }) => {
      const items = compareWork(mine, work);
      if (items.length === 0) return [];
      const name = work.people[work.writer]?.name || work.writer.slice(0, 8);
      return [{ name, items: items.length, disagreed: items.filter(isDisagreed).length }];
    });
    return { folder: this.#path, trouble: this.#trouble, writtenAt: this.#writtenAt, waiting, lines: this.#lines };
  }

  #tell(): void {
    this.#options.announce({ type: 'shared', shared: this.#state() });
  }
}
