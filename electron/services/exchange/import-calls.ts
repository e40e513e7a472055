import { randomUUID } from 'node:crypto';
import { createItemDescriber } from '../../../core/exchange/describe-item.ts';
import { type ImportItem, type ImportSummary, importItemsAtATime } from '../../../core/exchange/exchange-shapes.ts';
import type { Incoming, KnownSource } from '../../../core/exchange/incoming.ts';
import { mergeChange } from '../../../core/exchange/merge-change.ts';
import { compareWork, isDisagreed, type MergeItem } from '../../../core/exchange/merge-work.ts';
import { unfoldWork, wholeWork } from '../../../core/exchange/unfold-work.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { inEnglish, say } from '../../../core/sentence.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { titleOf } from '../../../core/statements/statement.ts';
import type { Annotations } from '../annotations.ts';
import type { OpenOptions } from '../ports.ts';
import { readImport } from './read-import.ts';

/** How many imports wait to be applied at once: whoever opens one more loses the oldest. */
const waitingLimit = 4;

interface Waiting {
  readonly incoming: Incoming;
  readonly fileName: string;
}

/** What the calls stand on. */
export interface ImportCallOptions extends Pick<OpenOptions, 'saveFile' | 'pickFile'> {
  readonly statements: ReadonlyMap<string, Statement>;
  readonly now: () => string;
}

/** The statements that incoming highlights are anchored in. */
export function knownSources(statements: ReadonlyMap<string, Statement>): KnownSource[] {
  return [...statements.values()].map(({ summary, sha256, text }) => ({
    id: summary.id,
    sha256,
    title: titleOf(summary),
    text,
  }));
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
  #reading: AbortController | null = null;

  constructor(options: ImportCallOptions, annotations: Annotations) {
    this.#options = options;
    this.#annotations = annotations;
  }

  readonly readImport = async ({ upload }: CallInput<'readImport'>): Promise<Result<CallOutput<'readImport'>>> => {
    if (this.#reading)
      return fail('invalid', say(/*i18n*/ 'Another file is being read: wait until it is done, or cancel it.'));
    const reading = new AbortController();
    this.#reading = reading;
    try {
      const { pickFile } = this.#options;
      if (!pickFile) return fail('invalid', say(/*i18n*/ 'Files cannot be imported here: do it in the reader.'));
      const picked = await pickFile(upload, reading.signal);
      if (!picked.ok) return picked;
      if (picked.value === null) return succeed({ outcome: 'cancelled' });
      const { source, name } = picked.value;
      const incoming = await readImport(
        source,
        knownSources(this.#options.statements),
        reading.signal,
        this.#annotations.tags,
      );
      if (!incoming.ok) return incoming;
      return succeed({ outcome: 'read', ...this.#keep({ incoming: incoming.value, fileName: name }) });
    } catch (error) {
      if (reading.signal.aborted) return succeed({ outcome: 'cancelled' });
      throw error;
    } finally {
      this.#reading = null;
    }
  };

  readonly readImportItems = async ({
    token,
    from,
  }: CallInput<'readImportItems'>): Promise<Result<CallOutput<'readImportItems'>>> => {
    const waiting = this.#waiting.get(token);
    if (!waiting) return this.#gone();
    return succeed({ items: this.#describe(waiting.incoming).items.slice(from, from + importItemsAtATime) });
  };

  readonly applyImport = async ({
    token,
    rule,
    choices,
  }: CallInput<'applyImport'>): Promise<Result<CallOutput<'applyImport'>>> => {
    const waiting = this.#waiting.get(token);
    if (!waiting) return this.#gone();
    const { work } = waiting.incoming;
    const now = this.#options.now();
    return this.#annotations.merge((workspace) => mergeChange(workspace, work, { rule, choices, now }));
  };

  readonly dropImport = async ({ token }: CallInput<'dropImport'>): Promise<Result<CallOutput<'dropImport'>>> => {
    if (token === null) this.#reading?.abort();
    else this.#waiting.delete(token);
    return succeed({});
  };

  readonly saveImportReport = async ({
    token,
  }: CallInput<'saveImportReport'>): Promise<Result<CallOutput<'saveImportReport'>>> => {
    const waiting = this.#waiting.get(token);
    if (!waiting) return this.#gone();
    const { fileName, incoming } = waiting;
    const lines = incoming.lines.map(({ outcome, item, sentence }) => `${outcome}: ${item}: ${inEnglish(sentence)}`);
    const head = [`Import of ${fileName} (${incoming.format})`, this.#options.now(), ''];
    const content = Buffer.from(`${[...head, ...lines].join('\n')}\n`);
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

  /** Gives up what is being read, and forgets what was. */
  close(): void {
    this.#reading?.abort();
    this.#waiting.clear();
  }

  #gone(): ReturnType<typeof fail> {
    return fail('not-found', say(/*i18n*/ 'This import is not open any more: choose the file again.'));
  }

  #describe({ work }: Incoming): { readonly items: ImportItem[]; readonly found: readonly MergeItem[] } {
    const mine = unfoldWork(this.#annotations.workspace, [], { ...wholeWork, hasPrivateNotes: true });
    const found = compareWork(mine, work);
    const ordered = [...found.filter(isDisagreed), ...found.filter((item) => !isDisagreed(item))];
    const describe = createItemDescriber(mine, work);
    return { items: ordered.map(describe), found };
  }

  #keep(waiting: Waiting): ImportSummary {
    const token = randomUUID();
    this.#waiting.set(token, waiting);
    for (const oldest of [...this.#waiting.keys()].slice(0, -waitingLimit)) this.#waiting.delete(oldest);
    const { incoming, fileName } = waiting;
    const { items, found } = this.#describe(incoming);
    const lines = [...incoming.lines].sort((a, b) => orderOfOutcomes[a.outcome] - orderOfOutcomes[b.outcome]);
    const count = (outcome: string): number => lines.filter((line) => line.outcome === outcome).length;
    return {
      token,
      fileName,
      format: incoming.format,
      from: incoming.work.people[incoming.work.writer]?.name ?? '',
      counts: countItems(found),
      lineCounts: { taken: count('taken'), changed: count('changed'), refused: count('refused') },
      items: items.slice(0, importItemsAtATime),
      itemCount: items.length,
      lines: lines.slice(0, importItemsAtATime),
    };
  }
}
