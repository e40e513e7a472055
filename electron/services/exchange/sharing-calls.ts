import { isAbsolute } from 'node:path';
import { compareWork, isDisagreed } from '../../../core/exchange/compare-work.ts';
import type { Incoming, ReportLine } from '../../../core/exchange/incoming.ts';
import { keepReadable, versionsIn } from '../../../core/exchange/keep-readable.ts';
import { mergeChange } from '../../../core/exchange/merge-change.ts';
import { ownRecord } from '../../../core/exchange/own-record.ts';
import type { SharedState } from '../../../core/exchange/sharing-shapes.ts';
import { unfoldWork, wholeWork } from '../../../core/exchange/unfold-work.ts';
import type { Work } from '../../../core/exchange/work.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type Sentence, say } from '../../../core/sentence.ts';
import type { AttestEvent } from '../../../core/session.ts';
import { isSameData } from '../../../core/workspace/is-same-data.ts';
import type { Annotations } from '../annotations.ts';
import type { Library } from '../library/library.ts';
import { knownSources } from './known-sources.ts';
import type { FolderReading } from './shared-folder/folder-reader.ts';
import { SharedFolder } from './shared-folder/shared-folder.ts';

/** How long after a change one's own file is written, in milliseconds. */
const writeAfterMs = 3_000;

/** How often the others' files are looked at, in milliseconds. */
const lookEveryMs = 30_000;

/** Nothing hinders. */
const noTroubles = { reading: null, writing: null };

/** How many lines of the last reading are kept. */
const linesKept = 200;

/** Where the name of the folder is kept on this computer. */
export const sharedFolderKey = 'attest.shared-folder';

/** What sharing stands on. */
export interface SharingOptions {
  readonly annotations: Annotations;
  readonly library: Library;
  readonly announce: (event: AttestEvent) => void;
  /** Counts the changes of the workspace. */
  readonly revision: () => number;
  /** Keeps the folder's path for the next start; `false` where there is no room. */
  readonly keep: (folder: string | null) => boolean;
  readonly mayWrite: boolean;
  readonly now: () => string;
  /** In milliseconds; the tests wait for less. */
  readonly writeAfterMs?: number;
  readonly lookEveryMs?: number;
}

/** Something made of the workspace as it was at a revision. */
interface Made<Value> {
  readonly revision: number;
  readonly value: Value;
}

/**
 * Shares the workspace through a folder that a synchroniser keeps in step: writes one's own file a moment after each change,
 * looks at the others' now and then, and says what in them is new. It is merged when its user says so.
 */
export class SharingCalls {
  readonly #options: SharingOptions;
  #shared: SharedFolder | null = null;
  #path: string | null = null;
  #troubles: { readonly reading: Sentence | null; readonly writing: Sentence | null } = noTroubles;
  #writtenAt: string | null = null;
  /** What each of the others wrote last; what in it is new is told by comparing, so that an undone merge can be done again. */
  #others: Incoming[] = [];
  #lines: ReportLine[] = [];
  #isUnwritten = false;
  #writing: NodeJS.Timeout | null = null;
  #looking: NodeJS.Timeout | null = null;
  #own: Made<Work> | null = null;
  #waiting: Made<SharedState['waiting']> | null = null;
  #told: SharedState | null = null;

  constructor(options: SharingOptions) {
    this.#options = options;
  }

  readonly readShared = async (): Promise<Result<CallOutput<'readShared'>>> => succeed(this.#state());

  readonly shareFolder = async ({ folder }: CallInput<'shareFolder'>): Promise<Result<CallOutput<'shareFolder'>>> => {
    if (folder === null) {
      this.#stop();
      this.#options.keep(null);
      this.#tell();
      return succeed(this.#state());
    }
    if (!isAbsolute(folder)) {
      return fail(
        'invalid',
        say(/*i18n*/ '“{folder}” is no whole path: type all of it, from the beginning, as the file manager shows it.', {
          folder,
        }),
      );
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
    if (this.#shared) await this.#look();
    else if (this.#path !== null) await this.#open(this.#path);
    return succeed(this.#state());
  };

  /** Each person's work is a step of its own; the answer is the last of them. */
  readonly mergeShared = async ({ rule }: CallInput<'mergeShared'>): Promise<Result<CallOutput<'mergeShared'>>> => {
    const { annotations, revision } = this.#options;
    if (this.#findWaiting().length === 0) {
      return fail('not-found', say(/*i18n*/ 'There is nothing new in the shared folder.'));
    }
    let last: Result<CallOutput<'mergeShared'>> | null = null;
    for (const { work } of this.#readable()) {
      const before = revision();
      const merged = await annotations.merge((workspace, now) =>
        mergeChange(workspace, work, { rule, choices: {}, now }),
      );
      if (!merged.ok || last === null || revision() !== before) last = merged;
      if (!merged.ok) break;
    }
    this.#tell();
    return last ?? fail('not-found', say(/*i18n*/ 'There is nothing new in the shared folder.'));
  };

  /** Takes up what was shared before. */
  async resume(folder: unknown): Promise<void> {
    if (typeof folder !== 'string' || folder === '') return;
    this.#path = folder;
    await this.#open(folder);
  }

  /** After a change: one's own file is written in a moment. */
  follow(event: AttestEvent): void {
    if (event.type !== 'changed' || !this.#shared) return;
    // What was merged is not waiting any more, and what was undone is again.
    if (event.summary.kind === 'merge-work') this.#tell();
    this.#isUnwritten = true;
    this.#writing ??= setTimeout(() => void this.#write(), this.#options.writeAfterMs ?? writeAfterMs);
  }

  /** Writes what is left to be written, and ends. */
  async close(): Promise<void> {
    if (this.#shared && this.#isUnwritten) await this.#write();
    this.#stop();
  }

  /** Ends without writing. */
  abandon(): void {
    this.#stop();
  }

  /** Opens a folder that was chosen before; where it is not there, that is tried again until it is. */
  async #open(folder: string): Promise<void> {
    const opened = await SharedFolder.open(folder);
    // Something else may have been chosen meanwhile.
    if (this.#path !== folder || this.#shared) return;
    if (opened.ok) {
      await this.#begin(opened.value);
      return;
    }
    this.#troubles = { ...noTroubles, reading: opened.fault.sentence ?? null };
    this.#lookAgain(() => this.#open(folder));
    this.#tell();
  }

  #lookAgain(look: () => Promise<void>): void {
    if (this.#looking) clearTimeout(this.#looking);
    this.#looking = setTimeout(() => void look(), this.#options.lookEveryMs ?? lookEveryMs).unref();
  }

  async #begin(shared: SharedFolder): Promise<void> {
    this.#shared = shared;
    this.#path = shared.folder;
    this.#troubles = noTroubles;
    this.#isUnwritten = true;
    await this.#look();
  }

  #stop(): void {
    if (this.#writing) clearTimeout(this.#writing);
    if (this.#looking) clearTimeout(this.#looking);
    this.#shared = null;
    this.#path = null;
    this.#troubles = noTroubles;
    this.#writtenAt = null;
    this.#others = [];
    this.#lines = [];
    this.#isUnwritten = false;
    this.#writing = null;
    this.#looking = null;
    this.#own = null;
    this.#waiting = null;
  }

  /** Everything, with private notes: these are left out where it is written. */
  #ownWork(): Work {
    const { annotations, library, revision } = this.#options;
    if (this.#own?.revision !== revision()) {
      const value = unfoldWork(annotations.workspace, library.summaries, { ...wholeWork, hasPrivateNotes: true });
      this.#own = { revision: revision(), value };
    }
    return this.#own.value;
  }

  async #write(): Promise<void> {
    const shared = this.#shared;
    if (this.#writing) clearTimeout(this.#writing);
    this.#writing = null;
    if (!shared || !this.#options.mayWrite) return;
    this.#isUnwritten = false;
    const written = await shared.writeOwn(this.#ownWork(), knownSources(this.#options.library));
    if (this.#shared !== shared) return;
    if (!written.ok) {
      this.#isUnwritten = true;
      this.#troubles = { ...this.#troubles, writing: written.fault.sentence ?? null };
    } else if (written.value.outcome === 'held-back') {
      this.#isUnwritten = true;
      this.#troubles = { ...this.#troubles, writing: written.value.lines[0]?.sentence ?? null };
    } else {
      this.#troubles = { ...this.#troubles, writing: null };
      this.#writtenAt = this.#options.now();
    }
    this.#tell();
  }

  async #look(): Promise<void> {
    const shared = this.#shared;
    if (!shared) return;
    this.#lookAgain(() => this.#look());
    for (let hasMore = true; hasMore; ) {
      const found = await shared.readOthers(this.#ownWork(), knownSources(this.#options.library));
      if (this.#shared !== shared) return;
      this.#troubles = { ...this.#troubles, reading: found.ok ? null : (found.fault.sentence ?? null) };
      if (found.ok) this.#take(found.value);
      hasMore = found.ok && found.value.hasMore;
    }
    // What could not be written, because the folder was gone or full, is when it is there again.
    if (this.#isUnwritten && this.#troubles.reading === null) await this.#write();
    this.#tell();
  }

  #take({ incoming, lines }: FolderReading): void {
    const missing = this.#readable(incoming)
      .flatMap((readable) => readable.lines)
      .filter((line) => line.outcome === 'refused');
    this.#lines = [...missing, ...lines, ...this.#lines].slice(0, linesKept);
    if (incoming.length === 0) return;
    const writers = new Set(incoming.map(({ work }) => work.writer));
    this.#others = [...this.#others.filter(({ work }) => !writers.has(work.writer)), ...incoming];
    this.#waiting = null;
  }

  /** What the others have written, without statements whose files are not here: the folder holds none. */
  #readable(others: readonly Incoming[] = this.#others): ReturnType<typeof keepReadable>[] {
    const has = versionsIn(this.#options.annotations.workspace);
    return others.map(({ work }) => keepReadable(work, this.#ownWork(), has));
  }

  #findWaiting(): SharedState['waiting'] {
    const { revision } = this.#options;
    if (this.#others.length === 0) return [];
    if (this.#waiting?.revision !== revision()) {
      const value = this.#readable().flatMap(({ work }) => {
        const items = compareWork(this.#ownWork(), work);
        if (items.length === 0) return [];
        const name = ownRecord(work.people, work.writer)?.name || work.writer.slice(0, 8);
        return [{ name, items: items.length, disagreed: items.filter(isDisagreed).length }];
      });
      this.#waiting = { revision: revision(), value };
    }
    return this.#waiting.value;
  }

  #state(): SharedState {
    const { reading, writing } = this.#troubles;
    return {
      folder: this.#path,
      trouble: reading ?? writing,
      writtenAt: this.#writtenAt,
      waiting: this.#findWaiting(),
      lines: this.#lines,
    };
  }

  #tell(): void {
    const shared = this.#state();
    if (this.#told && isSameData(this.#told, shared)) return;
    this.#told = shared;
    this.#options.announce({ type: 'shared', shared });
  }
}
