import { join } from 'node:path';
import { type Notice, notice } from '../../../core/ipc-contract.ts';
import { type Sentence, say, sayInTurn } from '../../../core/sentence.ts';
import type { Files } from '../files.ts';
import { isSystemError } from '../system-error.ts';
import { writeFileDurably } from '../write-file-durably.ts';
import { findPlaintext, findSealed } from './folder-files.ts';
import { fileKeys, headBytes, openFrame, type VaultKey } from './frames.ts';
import { SealedFileError } from './sealed-file-error.ts';
import { sealedFiles } from './sealed-files.ts';
import { logicalName, stateFileName } from './sealed-name.ts';
import { compareWithState, lookAtSealed, type StateFault, stateOf, VaultState } from './vault-state.ts';

/** What a session in an encrypted workspace needs. `files` are those of the system. */
export interface VaultSessionOptions extends VaultKey {
  readonly folder: string;
  readonly files: Files;
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
 * not. `end` is for a clean end.
 */
export class VaultSession {
  readonly files: Files;
  readonly #options: VaultSessionOptions;
  /** What reads the state itself, before the session has begun. */
  readonly #plainly: Files;
  #generation = 0;
  #notices: Notice[] = [];
  readonly #damaged = new Set<string>();

  constructor(options: VaultSessionOptions) {
    const { files, folder, dataKey, vaultId } = options;
    this.#options = options;
    this.#plainly = sealedFiles(files, { dataKey, vaultId, folder, begin: async () => this.#generation });
    this.files = sealedFiles(files, {
      dataKey,
      vaultId,
      folder,
      begin: () => this.#begin(),
      onFault: (error) => this.#noteDamage(error),
    });
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
    const { folder } = this.#options;
    if (this.#generation === 0) return;
    const state = stateOf(this.#generation, await lookAtSealed(folder));
    await writeFileDurably(join(folder, stateFileName), JSON.stringify(state), { files: this.#plainly });
  }

  async #begin(): Promise<number> {
    const { folder } = this.#options;
    const found = await lookAtSealed(folder);
    const state = await this.#readState();
    let newest = typeof state === 'string' ? 0 : state.generation;
    for (const [within, { generation }] of found) {
      if (generation <= newest) continue;
      // Anybody can write a number into a head that nothing was sealed with.
      if (await this.#isBegunByUs(within)) newest = generation;
      else found.delete(within);
    }
    this.#generation = newest + 1;
    if (typeof state !== 'string') this.#compare(compareWithState(state, found));
    else if (state === 'damaged' || (await findSealed(folder)) !== null) this.#missState(state);
    const plain = await findPlaintext(folder);
    if (plain.length > 0) this.#warnOfPlaintext(plain);
    return this.#generation;
  }

  /** Whether at least the first frame of a file was sealed under this vault. */
  async #isBegunByUs(within: string): Promise<boolean> {
    const { folder, files, dataKey, vaultId } = this.#options;
    try {
      const bytes = await files.readFile(join(folder, within));
      const keys = fileKeys({ dataKey, vaultId }, bytes, logicalName(within));
      return openFrame(keys, 0, bytes, headBytes).kind === 'whole';
    } catch (error) {
      // Whoever only reads may come upon a backup that is just being dropped.
      if (isSystemError(error) && error.code === 'ENOENT') return false;
      throw error;
    }
  }

  async #readState(): Promise<VaultState | 'missing' | 'damaged'> {
    try {
      const bytes = await this.#plainly.readFile(join(this.#options.folder, stateFileName));
      // It is what this program sealed.
      return VaultState.parse(JSON.parse(bytes.toString('utf8')));
    } catch (error) {
      if (error instanceof SealedFileError) return 'damaged';
      if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return 'missing';
      throw error;
    }
  }

  #say(kind: Notice['kind'], sentence: Sentence): void {
    this.#notices = [...this.#notices, notice(kind, sentence)];
  }

  #compare(faults: readonly StateFault[]): void {
    const told = (['older', 'changed', 'removed'] as const).flatMap((kind) => tell(faults, kind));
    if (told.length > 0) this.#say('workspace-repaired', sayInTurn([...told, advice]));
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
    this.#say('workspace-repaired', sayInTurn([what, advice]));
  }

  #warnOfPlaintext(plain: readonly string[]): void {
    this.#say(
      'workspace-repaired',
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
