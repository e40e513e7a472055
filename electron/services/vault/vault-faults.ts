import { fail } from '../../../core/result.ts';
import { say, sayInTurn } from '../../../core/sentence.ts';
import { shortestPassphrase } from '../../../core/vault-state.ts';
import { describeSystemError } from '../../store/system-error.ts';
import { logicalName, pathWithin } from '../../store/vault/sealed-name.ts';
import type { UnsealedFolder } from '../../store/vault/unseal-folder.ts';
import type { FoundVault } from '../../store/vault/vault-file.ts';

type Failure = ReturnType<typeof fail>;

/** Why a folder whose vault cannot be used is not opened. */
export function cannotOpen(folder: string, found: Extract<FoundVault, 'missing' | 'damaged' | 'newer'>): Failure {
  switch (found) {
    case 'missing':
      return fail(
        'unreadable',
        say(
          /*i18n*/ 'The workspace {folder} is encrypted, and the file with its key, vault.json, is gone: put back a copy of it. If the key was destroyed on purpose, nobody can open it again.',
          { folder },
        ),
      );
    case 'damaged':
      return fail(
        'unreadable',
        say(
          /*i18n*/ 'The workspace {folder} is encrypted, and the file with its key, vault.json, is damaged, and so is its copy: put back a copy of your own.',
          { folder },
        ),
      );
    case 'newer':
      return fail(
        'unreadable',
        say(/*i18n*/ 'The workspace {folder} was encrypted by a later version of Attest: open it with that.', {
          folder,
        }),
      );
  }
}

/** The key was destroyed here. */
export const keyDestroyed = (): Failure =>
  fail('unreadable', say(/*i18n*/ 'The key of this workspace was destroyed: nobody can open it again.'));

/** Something that only an encrypted workspace can do. */
export const notEncrypted = (): Failure => fail('invalid', say(/*i18n*/ 'The workspace is not encrypted.'));

/** Something that only a workspace in clear can do. */
export const alreadyEncrypted = (): Failure =>
  fail('invalid', say(/*i18n*/ 'The workspace is encrypted already: change its passphrase.'));

/** A passphrase that is too short to be set. */
export const tooShort = (): Failure =>
  fail(
    'invalid',
    say(/*i18n*/ 'A passphrase has at least {count} characters: choose a longer one.', { count: shortestPassphrase }),
  );

/** A passphrase with what cannot be typed again. */
export const strangePassphrase = (): Failure =>
  fail(
    'invalid',
    say(
      /*i18n*/ 'There is a control character or a damaged one in this passphrase, which could not be typed again: choose another.',
    ),
  );

/** The path of the file that the system was asked about, within `folder`; `null` where it says none. */
function fileOf(folder: string, error: Error): string | null {
  const path: unknown = (error as NodeJS.ErrnoException).path;
  const within = typeof path === 'string' ? pathWithin(folder, path) : null;
  return within === null ? null : logicalName(within);
}

/** The disk failed while files were encrypted or decrypted, or the key was written. */
export function diskFailed(folder: string, error: Error): Failure {
  const file = fileOf(folder, error);
  const why = describeSystemError(error);
  return fail(
    'not-saved',
    file === null
      ? say(/*i18n*/ 'The workspace {folder} could not be written: {why}', { folder, why })
      : say(/*i18n*/ 'The file {file} in the workspace’s folder {folder} could not be read or written: {why}', {
          file,
          folder,
          why,
        }),
  );
}

/** Encrypting or decrypting was ended before its end. */
export const brokenOff = (): Failure =>
  fail(
    'not-saved',
    say(/*i18n*/ 'This was broken off: the workspace is encrypted to the end when it is unlocked the next time.'),
  );

/** Another process has changed the encryption meanwhile. */
export const changedByAnother = (workspaceFolder: string): Failure =>
  fail(
    'unreadable',
    say(
      /*i18n*/ 'The workspace in {workspaceFolder} was encrypted or decrypted by another Attest just now: start Attest again.',
      { workspaceFolder },
    ),
  );

const namesOf = (files: readonly string[]): string =>
  files.length > 5 ? `${files.slice(0, 5).join(', ')}, …` : files.join(', ');

/** Files that cannot be decrypted, or not whole. Nothing was changed. */
export function cannotDecrypt({ left, incomplete }: UnsealedFolder): Failure {
  const told = [
    ...(left.length > 0
      ? [
          say(/*i18n*/ '{count, plural, one {A file} other {# files}} cannot be decrypted: {names}.', {
            count: left.length,
            names: namesOf(left),
          }),
        ]
      : []),
    ...(incomplete.length > 0
      ? [
          say(
            /*i18n*/ '{count, plural, one {A file is damaged, and a part of it} other {# files are damaged, and parts of them}} would be missing: {names}.',
            { count: incomplete.length, names: namesOf(incomplete) },
          ),
        ]
      : []),
    say(
      /*i18n*/ 'The workspace stays encrypted, and nothing has been changed: put back good copies of these files, or say that they are to be left out.',
    ),
  ];
  return fail('unreadable', sayInTurn(told));
}
