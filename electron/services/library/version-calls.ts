import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { filePartBytes } from '../../../core/library-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import {
  currentVersion,
  type OwnStatement,
  type SourceFormat,
  type StatementVersion,
} from '../../../core/statements/own-statement.ts';
import { lockedSentence } from '../../../core/vault-state.ts';
import type { OpenOptions } from '../ports.ts';
import { KeptOriginal } from './kept-original.ts';
import type { Library } from './library.ts';
import { type ReadAgainOptions, readOriginalAgain } from './read-again.ts';
import { findVersion, readVersionOf } from './read-version.ts';

/** What the calls stand on. */
export interface VersionOptions extends Pick<OpenOptions, 'saveFile'>, Omit<ReadAgainOptions, 'place'> {
  readonly library: Library;
}

const mimeTypes: Readonly<Record<SourceFormat, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  email: 'message/rfc822',
};

/** A name without what would lead into another folder. */
const plainName = (name: string): string => name.replace(/[\p{Cc}\p{Surrogate}/\\]/gu, '_');

/** The calls about the versions of a statement and their originals. */
export class VersionCalls {
  readonly #options: VersionOptions;
  readonly #originals: KeptOriginal;
  /** What is being read again. */
  readonly #underWay = new Set<Promise<unknown>>();
  #ending = new AbortController();

  constructor(options: VersionOptions) {
    this.#options = options;
    this.#originals = new KeptOriginal(options.library.place);
  }

  /** The calls as they are offered. */
  get calls() {
    const { readVersion, readPages, readOriginal, saveOriginal, readAgain } = this;
    return { readVersion, readPages, readOriginal, saveOriginal, readAgain };
  }

  readonly readVersion = async ({
    statement: id,
    text,
  }: CallInput<'readVersion'>): Promise<Result<CallOutput<'readVersion'>>> => {
    const { library } = this.#options;
    library.tryToRead(id);
    const current = library.statements.get(id);
    if (current?.sha256 === text) return succeed({ ...current });
    const own = this.#find(id);
    if (!own.ok) return own;
    const statement = readVersionOf(library.place, own.value, text);
    return statement ? succeed(statement) : this.#noVersion(own.value);
  };

  readonly readPages = async ({
    statement,
    text,
  }: CallInput<'readPages'>): Promise<Result<CallOutput<'readPages'>>> => {
    const own = this.#find(statement);
    if (!own.ok) return own;
    const { place } = this.#options.library;
    const known = findVersion(place, own.value, text ?? currentVersion(own.value).text.sha256);
    if (!known) return this.#noVersion(own.value);
    const { version, found } = known;
    // In a text that is not the one they were made for, pages begin elsewhere.
    const pages = found.sha256 === version.text.sha256 ? found.pages : null;
    return succeed({ bytes: version.original.bytes, pages: pages?.map((page) => ({ ...page })) ?? null });
  };

  readonly readOriginal = async ({
    statement,
    text,
    from,
  }: CallInput<'readOriginal'>): Promise<Result<CallOutput<'readOriginal'>>> => {
    const own = this.#find(statement);
    if (!own.ok) return own;
    const version = this.#versionOf(own.value, text);
    if (!version) return this.#noVersion(own.value);
    const read = await this.#originals.read(version);
    return read.ok ? succeed({ part: read.value.toString('base64', from, from + filePartBytes) }) : read;
  };

  readonly saveOriginal = async ({
    statement,
  }: CallInput<'saveOriginal'>): Promise<Result<CallOutput<'saveOriginal'>>> => {
    const own = this.#find(statement);
    if (!own.ok) return own;
    const version = currentVersion(own.value);
    const read = await this.#originals.read(version);
    if (!read.ok) return read;
    // A copy: whoever saves it may wipe it, and a part of it may be asked for at the same time.
    const content = new Uint8Array(read.value);
    const suggestedName = plainName(version.original.name);
    return this.#options.saveFile(
      { suggestedName, mimeType: mimeTypes[version.format], content, count: 1, beside: null },
      new AbortController().signal,
    );
  };

  readonly readAgain = async (input: CallInput<'readAgain'>): Promise<Result<CallOutput<'readAgain'>>> => {
    const { signal } = this.#ending;
    const reading = this.#readAgain(input, signal);
    this.#underWay.add(reading);
    try {
      return await reading;
    } catch (error) {
      if (signal.aborted) return fail('locked', lockedSentence);
      throw error;
    } finally {
      this.#underWay.delete(reading);
    }
  };

  /** Forgets what was read last, and gives up what is being read again; nothing of it is written afterwards. */
  async close(): Promise<void> {
    this.#ending.abort();
    this.#ending = new AbortController();
    await Promise.allSettled(this.#underWay);
    this.#originals.forget();
  }

  async #readAgain(
    { statement, encoding }: CallInput<'readAgain'>,
    signal: AbortSignal,
  ): Promise<Result<CallOutput<'readAgain'>>> {
    const own = this.#find(statement);
    if (!own.ok) return own;
    const original = await this.#originals.read(currentVersion(own.value));
    if (!original.ok) return original;
    const { place } = this.#options.library;
    return readOriginalAgain({ ...this.#options, place }, own.value, original.value, encoding, signal);
  }

  #find(id: string): Result<OwnStatement> {
    const own = this.#options.library.own(id);
    if (own) return succeed(own);
    return fail('not-found', say(/*i18n*/ 'There is no imported statement {id}: it may have been removed.', { id }));
  }

  #versionOf(own: OwnStatement, text: string | null): StatementVersion | null {
    if (text === null) return currentVersion(own);
    const known = own.versions.findLast((version) => version.text.sha256 === text);
    return known ?? findVersion(this.#options.library.place, own, text)?.version ?? null;
  }

  #noVersion({ versions }: OwnStatement): ReturnType<typeof fail> {
    return fail(
      'not-found',
      say(/*i18n*/ 'The statement {file} has no such version: open it again.', {
        file: currentVersion({ versions }).original.name,
      }),
    );
  }
}
