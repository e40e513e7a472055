import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { compareWork, isDisagreed, type MergeItem } from '../../../core/exchange/compare-work.ts';
import { createItemDescriber } from '../../../core/exchange/describe-item.ts';
import { type ImportItem, type ImportSummary, importItemsAtATime } from '../../../core/exchange/exchange-shapes.ts';
import { writeImportReport } from '../../../core/exchange/import-report.ts';
import type { Incoming, ReportLine } from '../../../core/exchange/incoming.ts';
import { keepReadable, versionsIn } from '../../../core/exchange/keep-readable.ts';
import { mergeChange } from '../../../core/exchange/merge-change.ts';
import type { MergeChoice } from '../../../core/exchange/merge-work.ts';
import { ownRecord } from '../../../core/exchange/own-record.ts';
import { sayKept } from '../../../core/exchange/say-kept.ts';
import { isSoundWork } from '../../../core/exchange/sound-history.ts';
import { unfoldWork, wholeWork } from '../../../core/exchange/unfold-work.ts';
import type { Work } from '../../../core/exchange/work.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type Sentence, say } from '../../../core/sentence.ts';
import type { AttestEvent } from '../../../core/session.ts';
import { versionField } from '../../../core/workspace/traced-fields.ts';
import type { VersionNames } from '../../store/statement-files.ts';
import type { Annotations } from '../annotations.ts';
import type { Library } from '../library/library.ts';
import type { OpenOptions, PickFile } from '../ports.ts';
import { type Bringing, bringStatements } from './bring-statements.ts';
import { knownSources } from './known-sources.ts';
import { readImport } from './read-import.ts';
import { readInThread } from './read-in-thread.ts';
import { Taking } from './taking.ts';

/** How many imports wait to be applied at once: whoever opens one more loses the oldest. */
const waitingLimit = 4;

interface Waiting {
  readonly incoming: Incoming;
  readonly fileName: string;
  /** Where the files that came along are; `null` where none did. */
  readonly source: string | Buffer | null;
  /** What was changed or refused first. */
  readonly lines: readonly ReportLine[];
}

/** What an import would change in the workspace as it was at `revision`. */
interface Comparison {
  readonly token: string;
  readonly revision: number;
  /** What is disagreed on first. */
  readonly items: readonly MergeItem[];
  readonly describe: (item: MergeItem) => ImportItem;
}

/** What the calls stand on. */
export interface ImportCallOptions extends Pick<OpenOptions, 'saveFile' | 'pickFile' | 'importThread'> {
  readonly library: Library;
  readonly files: Bringing['files'];
  readonly readOnlyReason: Sentence | null;
  readonly revision: () => number;
  readonly now: () => string;
  readonly announce: (event: AttestEvent) => void;
}

const orderOfOutcomes = { refused: 0, changed: 1, taken: 2 } as const;

function countItems(items: readonly MergeItem[]): ImportSummary['counts'] {
  const counts: ImportSummary['counts'] = {
    new: { highlights: 0, all: 0 },
    changed: { highlights: 0, all: 0 },
    deleted: { highlights: 0, all: 0 },
    'both-changed': { highlights: 0, all: 0 },
    'deleted-there': { highlights: 0, all: 0 },
    'deleted-here': { highlights: 0, all: 0 },
  };
  for (const { kind, difference } of items) {
    counts[difference].all += 1;
    if (kind === 'highlights') counts[difference].highlights += 1;
  }
  return counts;
}

/**
 * The calls about work that comes in: reads a file and says what in it is new, changed, deleted or disagreed on; takes it, as one
 * change; and writes the report of it as text. Nothing is changed before it is applied.
 */
export class ImportCalls {
  readonly #options: ImportCallOptions;
  readonly #annotations: Annotations;
  readonly #waiting = new Map<string, Waiting>();
  /** Of the import that was looked at last: comparing anew for every page would take its time again. */
  #compared: Comparison | null = null;
  #reading: AbortController | null = null;
  #taking: { readonly taking: Taking; readonly over: Promise<unknown> } | null = null;

  constructor(options: ImportCallOptions, annotations: Annotations) {
    this.#options = options;
    this.#annotations = annotations;
  }

  readonly readImport = async ({ upload }: CallInput<'readImport'>): Promise<Result<CallOutput<'readImport'>>> => {
    const { pickFile } = this.#options;
    if (!pickFile) return fail('invalid', say(/*i18n*/ 'Files cannot be imported here: do it in the reader.'));
    return this.#read((signal) => pickFile(upload, signal));
  };

  /** Reads the file at an absolute path, as a command does that found this workspace open. */
  readImportAt(path: string): Promise<Result<CallOutput<'readImport'>>> {
    return this.#read(async () => succeed({ source: path, name: basename(path) }));
  }

  readonly readImportItems = async ({
    token,
    from,
  }: CallInput<'readImportItems'>): Promise<Result<CallOutput<'readImportItems'>>> => {
    const waiting = this.#waiting.get(token);
    if (!waiting) return this.#gone();
    const { items, describe } = this.#compare(token, waiting.incoming.work);
    const to = from + importItemsAtATime;
    return succeed({ items: items.slice(from, to).map(describe), lines: waiting.lines.slice(from, to) });
  };

  readonly applyImport = async ({
    token,
    rule,
    choices,
  }: CallInput<'applyImport'>): Promise<Result<CallOutput<'applyImport'>>> => {
    const waiting = this.#waiting.get(token);
    if (!waiting) return this.#gone();
    if (this.#taking)
      return fail('invalid', say(/*i18n*/ 'Another import is being taken: wait until it is done, or cancel it.'));
    const taking = new Taking(token, this.#options.announce);
    const over = this.#take(waiting, taking, { rule, choices });
    this.#taking = { taking, over };
    try {
      return await over;
    } finally {
      this.#taking = null;
    }
  };

  readonly dropImport = async ({
    token,
    staysOpen,
  }: CallInput<'dropImport'>): Promise<Result<CallOutput<'dropImport'>>> => {
    if (token === null) this.#reading?.abort();
    else if (staysOpen) {
      if (this.#taking?.taking.token === token) this.#taking.taking.giveUp();
    } else {
      this.#waiting.delete(token);
      if (this.#compared?.token === token) this.#compared = null;
    }
    return succeed({});
  };

  readonly saveImportReport = async ({
    token,
  }: CallInput<'saveImportReport'>): Promise<Result<CallOutput<'saveImportReport'>>> => {
    const waiting = this.#waiting.get(token);
    if (!waiting) return this.#gone();
    const { fileName, incoming, lines } = waiting;
    const content = Buffer.from(writeImportReport({ fileName, format: incoming.format, lines }, this.#options.now()));
    return this.#options.saveFile(
      {
        suggestedName: 'attest-import.txt',
        mimeType: 'text/plain;charset=utf-8',
        content,
        count: lines.length,
        beside: null,
      },
      new AbortController().signal,
    );
  };

  /** Gives up what is being read or taken: what is not changed yet is not changed by it any more. */
  giveUp(): void {
    this.#reading?.abort();
    this.#taking?.taking.giveUp();
  }

  /** Gives up what is being read or taken, and forgets what was read. Resolves when nothing more is written. */
  async close(): Promise<void> {
    this.giveUp();
    this.#waiting.clear();
    this.#compared = null;
    await this.#taking?.over.catch(() => undefined);
  }

  #gone(): ReturnType<typeof fail> {
    return fail('not-found', say(/*i18n*/ 'This import is not open any more: choose the file again.'));
  }

  async #read(pick: (signal: AbortSignal) => ReturnType<PickFile>): Promise<Result<CallOutput<'readImport'>>> {
    if (this.#reading)
      return fail('invalid', say(/*i18n*/ 'Another file is being read: wait until it is done, or cancel it.'));
    const reading = new AbortController();
    this.#reading = reading;
    try {
      const picked = await pick(reading.signal);
      if (!picked.ok) return picked;
      if (picked.value === null) return succeed({ outcome: 'cancelled' });
      const { source, name } = picked.value;
      const { tags } = this.#annotations.lists;
      const { importThread, library } = this.#options;
      const incoming =
        importThread === undefined
          ? await readImport(source, knownSources(library), reading.signal, tags)
          : await readInThread(importThread, { source, library: library.parts, tags }, reading.signal);
      // Whoever gave up while the last of it was read is not shown it any more.
      if (reading.signal.aborted) return succeed({ outcome: 'cancelled' });
      if (!incoming.ok) return incoming;
      if (!isSoundWork(incoming.value.work)) {
        return fail(
          'invalid',
          say(
            /*i18n*/ 'The file has times that cannot be: export it again where it was made, and look at the clock there.',
          ),
        );
      }
      const { work, lines } = incoming.value;
      const readable = keepReadable(work, this.#mine(), this.#canHave(incoming.value));
      const kept = { ...incoming.value, work: readable.work, lines: [...readable.lines, ...lines] };
      return succeed({ outcome: 'read', ...this.#keep(kept, name, source) });
    } catch (error) {
      if (reading.signal.aborted) return succeed({ outcome: 'cancelled' });
      throw error;
    } finally {
      this.#reading = null;
    }
  }

  async #take(
    waiting: Waiting,
    taking: Taking,
    { rule, choices }: Pick<MergeChoice, 'rule' | 'choices'>,
  ): Promise<Result<CallOutput<'applyImport'>>> {
    const { work } = waiting.incoming;
    const brought = await this.#bring(waiting, taking, { rule, choices, now: this.#options.now() });
    if (!brought.ok) return brought;
    if (brought.value === 'cancelled') return succeed({ outcome: 'cancelled' });
    const merged = await this.#annotations.merge((workspace, now) =>
      mergeChange(workspace, work, { rule, choices, now }),
    );
    return merged.ok ? succeed({ outcome: 'taken', ...merged.value }) : merged;
  }

  /** Puts the files into the workspace that the import needs: before the workspace says that they are there. */
  async #bring({ incoming, source }: Waiting, taking: Taking, choice: MergeChoice): ReturnType<typeof bringStatements> {
    const { library, files, readOnlyReason } = this.#options;
    const { workspace } = this.#annotations;
    const { folder } = library.place;
    // Who may not write is told so by the merge itself.
    if (source === null || readOnlyReason !== null) return succeed('brought');
    const has = versionsIn(workspace);
    const wanted = new Set(
      mergeChange(workspace, incoming.work, choice).patches.flatMap((patch) =>
        patch.of === 'statement' ? (patch.after?.versions ?? []).map(versionField) : [],
      ),
    );
    const versions = (incoming.versions ?? []).filter((version) => wanted.has(versionField(version)) && !has(version));
    return bringStatements(source, versions, {
      folder,
      files,
      signal: taking.signal,
      onProgress: (done, total) => taking.tell(done, total),
      needed: () => Object.values(this.#annotations.workspace.statements).flatMap((statement) => statement.versions),
    });
  }

  #compare(token: string, work: Work): Comparison {
    const revision = this.#options.revision();
    if (this.#compared?.token === token && this.#compared.revision === revision) return this.#compared;
    const mine = this.#mine();
    const found = compareWork(mine, work);
    const items = [...found.filter(isDisagreed), ...found.filter((item) => !isDisagreed(item))];
    this.#compared = { token, revision, items, describe: createItemDescriber(mine, work) };
    return this.#compared;
  }

  /** Whether the files of a version are here, or came along. */
  #canHave({ versions = [] }: Incoming): (version: VersionNames) => boolean {
    const came = new Set(versions.map(versionField));
    const has = versionsIn(this.#annotations.workspace);
    return (version) => came.has(versionField(version)) || has(version);
  }

  #mine(): Work {
    return unfoldWork(this.#annotations.workspace, [], { ...wholeWork, hasPrivateNotes: true });
  }

  #keep(incoming: Incoming, fileName: string, source: string | Buffer): ImportSummary {
    const token = randomUUID();
    const { work, format } = incoming;
    const { items, describe } = this.#compare(token, work);
    const lines = [...incoming.lines, ...sayKept(this.#mine(), incoming, items)].sort(
      (a, b) => orderOfOutcomes[a.outcome] - orderOfOutcomes[b.outcome],
    );
    // Bytes are kept only where they are needed again.
    this.#waiting.set(token, { incoming, fileName, lines, source: incoming.versions ? source : null });
    for (const oldest of [...this.#waiting.keys()].slice(0, -waitingLimit)) this.#waiting.delete(oldest);
    const count = (outcome: string): number => lines.filter((line) => line.outcome === outcome).length;
    return {
      token,
      fileName,
      format,
      from: ownRecord(work.people, work.writer)?.name ?? '',
      counts: countItems(items),
      lineCounts: { taken: count('taken'), changed: count('changed'), refused: count('refused') },
      items: items.slice(0, importItemsAtATime).map(describe),
      itemCount: items.length,
      lines: lines.slice(0, importItemsAtATime),
    };
  }
}
