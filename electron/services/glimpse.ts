import type { CallInput, CallName, CallOutput } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import type { Session } from '../../core/session.ts';
import { type PackedSummaries, packSummaries } from '../../core/statements/packed-summaries.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { listsInOrder } from '../../core/workspace/lists-in-order.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import type { DeviceFile } from '../store/device-file.ts';
import type { Listing } from '../store/read-snapshot.ts';
import { FixityCalls } from './library/fixity-calls.ts';
import type { Library } from './library/library.ts';
import { StatementGoneError } from './library/statement-gone-error.ts';
import type { EarlyAnswers, OpenOptions } from './ports.ts';

/** How long the highlights wait for the first statement to be on the screen, in milliseconds: both at once would make that later. */
const patienceMs = 2_500;

/** How long a window takes to show a statement that it was given, in milliseconds. */
const showingMs = 300;

/**
 * What a reader can be shown of a large workspace that is not encrypted before its highlights have been read: the list of its
 * statements, and the text of each. Nothing can be changed by it.
 */
export class Glimpse implements EarlyAnswers {
  readonly library: Library;
  /** Settled when the first statement is on the screen, or nobody seems to ask for any. */
  readonly seen: Promise<void>;
  readonly #options: OpenOptions;
  readonly #listing: Listing;
  readonly #device: DeviceFile;
  readonly #packed: PackedSummaries;
  readonly #answers = {
    readVault: () => succeed({ state: 'none', done: 0, total: 0 }),
    openSession: () => succeed(this.#session),
    readStatement: (input: CallInput<'readStatement'>) => {
      setTimeout(this.#noteSeen, showingMs);
      return this.#readStatement(input);
    },
  };
  #noteSeen: () => void = () => undefined;
  #isAsGiven = true;

  constructor(options: OpenOptions, listing: Listing, library: Library, device: DeviceFile) {
    this.#options = options;
    this.#listing = listing;
    this.library = library;
    this.#device = device;
    this.seen = new Promise((resolve) => {
      this.#noteSeen = resolve;
    });
    // Before anybody asks: a window takes longer to load.
    this.#packed = packSummaries(library.summaries);
    setTimeout(this.#noteSeen, patienceMs);
    library.onFault = () => {
      this.#isAsGiven = false;
    };
  }

  /** Whether nothing was found since of which a reader that has been given it must be told. */
  get isAsGiven(): boolean {
    return this.#isAsGiven;
  }

  /** Whether these are the statements of `workspace`. */
  isOf(workspace: Pick<Workspace, 'statements'>): boolean {
    return workspace.statements === this.#listing.workspace.statements;
  }

  has<Name extends CallName>(name: Name, input: CallInput<Name>): boolean {
    return Object.hasOwn(this.#answers, name) && (name !== 'openSession' || 'mayBeGlimpse' in input);
  }

  async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>> {
    const answers: Readonly<Record<string, (input: never) => Result<unknown>>> = this.#answers;
    const answer = answers[name];
    if (!answer) throw new Error(`A glimpse does not answer “${name}”`);
    // Answers belong to their names; TypeScript cannot follow that through the union.
    return answer(input as never) as Result<CallOutput<Name>>;
  }

  get #session(): Session {
    const { host, version, workspaceFolder, isPortable = false } = this.#options;
    const { workspace, highlights } = this.#listing;
    return {
      isGlimpse: true,
      host,
      version,
      workspaceFolder,
      isPortable,
      statements: [],
      packed: this.#packed,
      ...listsInOrder(workspace),
      highlights: [],
      ...(highlights > 0 && { unread: highlights }),
      settings: workspace.settings,
      notices: [...this.library.notices],
      save: { state: 'saved', at: null },
      undo: { undo: null, redo: null, history: [] },
      revision: 0,
      device: this.#device.kept,
      adding: null,
      fixity: FixityCalls.never,
    };
  }

  #readStatement({ statement: id }: CallInput<'readStatement'>): Result<Statement> {
    try {
      const statement = this.library.statements.get(id);
      if (statement) return succeed({ ...statement });
    } catch (error) {
      if (error instanceof StatementGoneError) return { ok: false, fault: error.fault };
      throw error;
    }
    return fail('not-found', say(/*i18n*/ 'There is no statement {id} that can be read.', { id }));
  }
}
