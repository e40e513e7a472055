import { join } from 'node:path';
import { type Sentence, say, sayInTurn } from '../../../core/sentence.ts';
import { type Notice, notice } from '../../../core/session.ts';
import type { Files } from '../files.ts';
import { writeFileDurably } from '../write-file-durably.ts';
import { findPlaintext, listFolder } from './folder-files.ts';
import type { VaultKey } from './frames.ts';
import type { SealedFileError } from './sealed-file-error.ts';
import { sealedFiles } from './sealed-files.ts';
import { pathWithin, stateFileName } from './sealed-name.ts';
import { compareWithState, isBegunUnder, lookAtSealed, readState, type StateFault, stateOf } from './vault-state.ts';

/** What a session in an encrypted workspace needs. `files` are those of the system. */
export interface VaultSessionOptions extends VaultKey {
  readonly folder: string;
  readonly files: Files;
  /** The version of `vault.json`; 0 where it is not known. */
  readonly vaultRevision?: number;
}

/** How many files are told one by one. */
const filesShown = 5;

const namesOf = (names: readonly string[]): string =>
  names.length > filesShown ? `${names.slice(0, filesShown).join(', ')}, …` : names.join(', ');

function tell(faults: readonly StateFault[], kind: StateFault['kind']): Sentence[] {
  const files = faults.filter((fault) => fault.kind === kind).map(({ file }) => file);
  if (files.length === 0) return [];
  const [count, names] = [files.length, namesOf(files)];
  switch (kind) {
    case 'older':
      return [
        say(
          /*i18n*/ '{count, plural, one {A file is} other {# files are}} older than when this encrypted workspace was closed: {names}.',
          { count, names },
        ),
      ];
    case 'state':
      return [
        say(
          /*i18n*/ 'The file {file} of this encrypted workspace is older than other files in it ({names}), so it cannot be seen whether files were put back or taken away.',
          { file: stateFileName, names },
        ),
      ];
    case 'changed':
      return [
        say(
          /*i18n*/ '{count, plural, one {A file is} other {# files are}} not as when this encrypted workspace was closed: {names}.',
          { count, names },
        ),
      ];
    case 'removed':
      return [
        say(
          /*i18n*/ '{count, plural, one {A file has} other {# files have}} been removed since this encrypted workspace was closed: {names}.',
          { count, names },
        ),
      ];
  }
}

const advice = say(
  /*i18n*/ 'If it was not you who put files back or took them away, somebody else has had this folder: compare what matters with a copy of yours.',
);

/**
 * One opening of an encrypted workspace. Give `files` to everything that reads or writes in the folder. When the first
 * file is asked for, with the lock taken, it is looked whether everything is as it was left; `notices` says then what is
 * not. Before anything is written, it is written down that this session is open; `end` is for a clean end.
 */
export class VaultSession {
  readonly files: Files;
  readonly #options: VaultSessionOptions;
  /** What reads the state itself, before the session has begun. */
  readonly #plainly: Files;
  #generation = 0;
  #vaultRevision: number;
  /** Whether there was anything in the folder. */
  #wasThere = false;
  #notices: Notice[] = [];
  readonly #damaged = new Set<string>();

  constructor(options: VaultSessionOptions) {
    const { files, folder, dataKey, vaultId, vaultRevision = 0 } = options;
    this.#options = options;
    this.#vaultRevision = vaultRevision;
    this.#plainly = sealedFiles(files, { dataKey, vaultId, folder, begin: async () => this.#generation });
    const sealed = sealedFiles(files, {
      dataKey,
      vaultId,
      folder,
      begin: () => this.#begin(),
      beginWriting: () => this.#writeState(true),
      onFault: (error) => this.#noteDamage(error),
    });
    this.files = { ...sealed, makeFolder: (path) => this.#makeFolder(path) };
  }

  /** What was found not to be as it was left, and what was damaged in files that are used all the same. */
  get notices(): readonly Notice[] {
    return this.#notices;
  }

  /** The number of this session; 0 before the first file has been asked for. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Writes down what lies in the folder now, so that the next opening sees whether it lies there still. To be called when
   * nothing more will be written, with the lock held still. Rejects with the system's error: then the next opening takes
   * this session for one that has crashed.
   */
  async end(): Promise<void> {
    if (this.#generation > 0) await this.#writeState(false);
  }

  async #writeState(isOpen: boolean): Promise<void> {
    const { folder } = this.#options;
    const moment = { generation: this.#generation, isOpen, vaultRevision: this.#vaultRevision };
    const state = JSON.stringify(stateOf(moment, await lookAtSealed(folder)));
    await writeFileDurably(join(folder, stateFileName), state, { files: this.#plainly });
  }

  /** Makes a folder, but none in place of the workspace's own, where that is gone, as with a stick that was pulled. */
  async #makeFolder(path: string): Promise<void> {
    const { folder, files } = this.#options;
    if (!this.#wasThere || pathWithin(folder, path) !== null) return files.makeFolder(path);
    await files.lookAt(path);
    throw Object.assign(new Error(`There is ${path}`), { code: 'EEXIST' });
  }

  async #begin(): Promise<number> {
    const { folder } = this.#options;
    const found = await lookAtSealed(folder);
    const state = await readState(folder, this.#plainly);
    let newest = 0;
    if (typeof state !== 'string') {
      newest = state.generation;
      this.#vaultRevision = Math.max(this.#vaultRevision, state.vaultRevision);
    }
    for (const [key, { generation, within }] of found) {
      if (generation <= newest) continue;
      // Anybody can write a number into a head that nothing was sealed with.
      if (await isBegunUnder(this.#options, folder, within, this.#options.files)) newest = generation;
      else found.delete(key);
    }
    this.#generation = newest + 1;
    this.#wasThere = typeof state !== 'string' || (await listFolder(folder)).files.length > 0;
    if (typeof state !== 'string') this.#compare(compareWithState(state, found));
    else if (state === 'damaged' || found.size > 0) this.#missState(state);
    const plain = await findPlaintext(folder);
    if (plain.length > 0) this.#warnOfPlaintext(plain);
    return this.#generation;
  }

  #say(kind: Notice['kind'], sentence: Sentence): void {
    this.#notices = [...this.#notices, notice(kind, sentence)];
  }

  #compare(faults: readonly StateFault[]): void {
    const told = (['state', 'older', 'changed', 'removed'] as const).flatMap((kind) => tell(faults, kind));
    if (told.length > 0) this.#say('files-put-back', sayInTurn([...told, advice]));
  }

  #missState(state: 'missing' | 'damaged'): void {
    const what =
      state === 'missing'
        ? say(
            /*i18n*/ 'The file {file} of this encrypted workspace is missing, so it cannot be seen whether older files were put in place of newer ones.',
            { file: stateFileName },
          )
        : say(
            /*i18n*/ 'The file {file} of this encrypted workspace is damaged, so it cannot be seen whether older files were put in place of newer ones.',
            { file: stateFileName },
          );
    this.#say('files-put-back', sayInTurn([what, advice]));
  }

  #warnOfPlaintext(plain: readonly string[]): void {
    this.#say(
      'files-in-clear',
      say(
        /*i18n*/ '{count, plural, one {A file} other {# files}} in this encrypted workspace can be read by anybody: {names}. Move elsewhere or delete what does not belong here.',
        { count: plain.length, names: namesOf(plain) },
      ),
    );
  }

  #noteDamage({ file }: SealedFileError): void {
    if (this.#damaged.has(file)) return;
    this.#damaged.add(file);
    this.#say(
      'journal-damaged',
      say(
        /*i18n*/ 'The file {file} of this encrypted workspace is damaged or was changed by somebody: what could be read has been kept, all else is left out.',
        { file },
      ),
    );
  }
}
