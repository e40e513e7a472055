import { fail } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { Notice } from '../../../core/session.ts';
import { currentVersion, type OwnStatement } from '../../../core/statements/own-statement.ts';
import type { PageStart } from '../../../core/statements/page-start.ts';
import type { Fixity, Statement, StatementSummary } from '../../../core/statements/statement.ts';
import { structureOf } from '../../../core/statements/structure.ts';
import type { Patch } from '../../../core/workspace/change.ts';
import { type FoundText, readText, StatementFileError, type StatementPlace } from '../../store/statement-files.ts';
import type { Collection } from '../open-collection.ts';
import { StatementGoneError, textFault } from './statement-gone-error.ts';
import { summaryOf } from './summary-of.ts';

/** The texts that are kept in memory, in UTF-16 units: what was read last. */
const mostKept = 24 * 1024 * 1024;

/** A library that can be given to a thread, which reads texts for itself. */
export interface LibraryParts {
  /** Those whose texts go along. */
  readonly statements: readonly Statement[];
  readonly own: readonly OwnStatement[];
  readonly place: StatementPlace;
}

interface Loaded {
  readonly text: string;
  readonly sha256: string;
  readonly blocks: Statement['blocks'];
  readonly pages: PageStart[];
}

/**
 * Every statement there is: the bundled ones, whose texts are in memory, and those of the workspace, whose texts are read when somebody asks
 * for them. `statements` and `summaries` are always those of now.
 */
export class Library {
  readonly notices: readonly Notice[];
  /** Those that can be read. Reading `text` or `blocks` of one may throw `StatementGoneError`. */
  readonly statements: ReadonlyMap<string, Statement>;
  readonly #place: StatementPlace;
  #bundled: Collection;
  readonly #own = new Map<string, OwnStatement>();
  readonly #live: Map<string, Statement>;
  /** What was found otherwise than the workspace says. */
  readonly #faults = new Map<string, { readonly fixity: Fixity; readonly sha256: string }>();
  /** By age: what was asked for last is last. */
  readonly #loaded = new Map<string, Loaded>();
  #kept = 0;
  #summaries: readonly StatementSummary[] | null = null;
  /** The summaries of its own statements as they are, so that each is made once. */
  readonly #summaryById = new Map<string, StatementSummary>();

  constructor(bundled: Collection, own: Readonly<Record<string, OwnStatement>>, place: StatementPlace) {
    this.#bundled = bundled;
    this.#place = place;
    this.notices = bundled.notices;
    this.#live = new Map(bundled.statements);
    this.statements = this.#live;
    for (const statement of Object.values(own)) this.#put(statement);
  }

  /** In the order of the collection: the bundled ones first, then those of the workspace as they were added. */
  get summaries(): readonly StatementSummary[] {
    this.#summaries ??= [
      ...this.#bundled.summaries,
      ...[...this.#own.values()]
        .sort((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : a.id < b.id ? -1 : 1))
        .map((statement) => this.#summaryOf(statement)),
    ];
    return this.#summaries;
  }

  /** The summary of a statement as it is now. */
  summary(id: string): StatementSummary | null {
    const own = this.#own.get(id);
    if (own) return this.#summaryOf(own);
    return this.#bundled.summaries.find((summary) => summary.id === id) ?? null;
  }

  /** The library of a thread that was given `parts`. */
  static of({ statements, own, place }: LibraryParts): Library {
    const bundled = new Map(statements.map((statement) => [statement.summary.id, statement]));
    const records = Object.fromEntries(own.map((statement) => [statement.id, statement]));
    const { key } = place;
    // What comes to a thread as bytes is no `Buffer` there; memory that threads share stays shared.
    const dataKey = key && Buffer.from(key.dataKey.buffer, key.dataKey.byteOffset, key.dataKey.byteLength);
    const here = { ...place, key: key && dataKey && { ...key, dataKey } };
    return new Library({ summaries: [], statements: bundled, notices: [] }, records, here);
  }

  /** What a thread needs to have a library of its own. */
  get parts(): LibraryParts {
    return {
      statements: [...this.#bundled.statements.values()],
      own: [...this.#own.values()],
      place: this.#place,
    };
  }

  /** Whether the text of a statement is not in memory, and the workspace says how long it is. */
  isPresumed(id: string): boolean {
    return this.#own.has(id) && !this.#loaded.has(id) && !this.#faults.has(id);
  }

  /** Called with the id of a statement whose file is found otherwise than it was known to be. */
  onFault: (id: string) => void = () => undefined;

  /** Where the files of its own statements lie. */
  get place(): StatementPlace {
    return this.#place;
  }

  /**
   * Hears what a check has found of the newest text of a statement, or of a bundled statement’s file; `sha256` is `null` where nothing
   * could be read. A bundled statement stays as it was read when the program began, so that one that was not whole then is not now.
   */
  hear(id: string, fixity: Fixity, sha256: string | null): void {
    const own = this.#own.get(id);
    if (!own) {
      this.#hearOfBundled(id, fixity);
      return;
    }
    const kept = currentVersion(own).text.sha256;
    const known = this.#faults.get(id) ?? { fixity: 'verified', sha256: kept };
    if (known.fixity === fixity && known.sha256 === (sha256 ?? kept)) return;
    this.#forget(id);
    this.#judge(id, fixity, sha256 ?? kept);
  }

  /** Follows a change of the workspace. */
  follow(patches: readonly Patch[]): void {
    for (const patch of patches) {
      if (patch.of === 'statement') this.take(patch.id, patch.after);
    }
  }

  /** Takes a statement of the workspace as it is now; with `null`, it has gone. */
  take(id: string, statement: OwnStatement | null): void {
    const [was, is] = [this.#own.get(id), statement].map((own) => own && currentVersion(own));
    // What is known of a text stays as long as it is read in the same way.
    if (was !== is) this.#forget(id);
    if (was?.text.sha256 !== is?.text.sha256 || was?.original.sha256 !== is?.original.sha256) this.#faults.delete(id);
    if (statement) this.#put(statement);
    else {
      this.#own.delete(id);
      this.#live.delete(id);
    }
    this.#summaries = null;
  }

  /** Reads the text of a statement, where it is not in memory and can be had: after that it is known where things stand in it. */
  tryToRead(id: string): void {
    if (!this.isPresumed(id)) return;
    try {
      this.#load(id);
    } catch (error) {
      if (!(error instanceof StatementGoneError)) throw error;
    }
  }

  /** A statement of the workspace. */
  own(id: string): OwnStatement | null {
    return this.#own.get(id) ?? null;
  }

  #summaryOf(statement: OwnStatement): StatementSummary {
    const { id } = statement;
    const known = this.#summaryById.get(id);
    if (known) return known;
    const made = summaryOf(statement, currentVersion(statement), this.#faults.get(id)?.fixity ?? 'verified');
    this.#summaryById.set(id, made);
    return made;
  }

  #put(statement: OwnStatement): void {
    const { id } = statement;
    const library = this;
    const fixity = this.#faults.get(id)?.fixity ?? 'verified';
    this.#own.set(id, statement);
    this.#summaries = null;
    this.#summaryById.delete(id);
    if (fixity === 'missing' || fixity === 'unreadable') {
      this.#live.delete(id);
      return;
    }
    this.#live.set(id, {
      get summary() {
        return library.#summaryOf(library.#own.get(id) ?? statement);
      },
      get sha256() {
        return library.#faults.get(id)?.sha256 ?? currentVersion(library.#own.get(id) ?? statement).text.sha256;
      },
      get text() {
        return library.#load(id).text;
      },
      get blocks() {
        return library.#load(id).blocks;
      },
      get pages() {
        return library.#load(id).pages;
      },
      get corrections() {
        return currentVersion(library.#own.get(id) ?? statement).corrections;
      },
    });
  }

  #forget(id: string): void {
    this.#kept -= this.#loaded.get(id)?.text.length ?? 0;
    this.#loaded.delete(id);
  }

  #load(id: string): Loaded {
    const known = this.#loaded.get(id);
    if (known) {
      this.#loaded.delete(id);
      this.#loaded.set(id, known);
      return known;
    }
    const statement = this.#own.get(id);
    if (!statement) {
      throw new StatementGoneError(
        fail('not-found', say(/*i18n*/ 'There is no statement {id} that can be read.', { id })).fault,
      );
    }
    const version = currentVersion(statement);
    const found = this.#read(statement, () => readText(this.#place, version));
    const isSame = found.sha256 === version.text.sha256;
    // Line numbers and pages hold for the text that they were made for.
    const hints = isSame ? [...version.corrections, ...found.structure] : [];
    const pages = isSame ? [...(found.pages ?? [])] : [];
    const loaded = { text: found.text, sha256: found.sha256, blocks: structureOf(found.text, hints), pages };
    const judged = this.#faults.get(id)?.sha256 ?? version.text.sha256;
    if (judged !== found.sha256) this.#judge(id, isSame ? 'verified' : 'changed', found.sha256);
    this.#loaded.set(id, loaded);
    this.#kept += loaded.text.length;
    for (const [oldest] of this.#loaded) {
      if (this.#kept <= mostKept || oldest === id) break;
      this.#forget(oldest);
    }
    return loaded;
  }

  #read(statement: OwnStatement, read: () => FoundText): FoundText {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof StatementFileError)) throw error;
      this.#judge(statement.id, error.kind, currentVersion(statement).text.sha256);
      throw new StatementGoneError(textFault(currentVersion(statement).original.name, error));
    }
  }

  #judge(id: string, fixity: Fixity, sha256: string): void {
    if (fixity === 'verified') this.#faults.delete(id);
    else this.#faults.set(id, { fixity, sha256 });
    const statement = this.#own.get(id);
    // It is another object from now on: what was known of the one before holds no more.
    if (statement) this.#put(statement);
    this.onFault(id);
  }

  #hearOfBundled(id: string, fixity: Fixity): void {
    const before = this.#bundled.statements.get(id);
    const catalogued = before && before.sha256 === before.summary.sha256;
    if (!before || !catalogued || before.summary.fixity === fixity) return;
    const statement = { ...before, summary: { ...before.summary, fixity } };
    this.#bundled = {
      ...this.#bundled,
      summaries: this.#bundled.summaries.map((summary) => (summary.id === id ? statement.summary : summary)),
      statements: new Map([...this.#bundled.statements, [id, statement]]),
    };
    this.#live.set(id, statement);
    this.#summaries = null;
    this.onFault(id);
  }
}
