import { fail } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import { shortestPassphrase } from '../../../core/vault-state.ts';
import { describeSystemError } from '../../store/system-error.ts';
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

/** The disk failed while files were encrypted or decrypted, or the key was written. */
export const diskFailed = (folder: string, error: Error): Failure =>
  fail(
    'not-saved',
    say(/*i18n*/ 'The workspace {folder} could not be written: {why}', { folder, why: describeSystemError(error) }),
  );

/** Encrypting or decrypting was ended before its end. */
export const brokenOff = (): Failure =>
  fail('not-saved', say(/*i18n*/ 'This was broken off, and goes on when the workspace is unlocked the next time.'));

/** Files that could not be decrypted. */
export const cannotDecrypt = (files: readonly string[]): Failure =>
  fail(
    'unreadable',
    say(
      /*i18n*/ '{count, plural, one {A file} other {# files}} could not be decrypted: {names}. The workspace stays encrypted; move them elsewhere, and try again.',
      { count: files.length, names: files.slice(0, 5).join(', ') },
    ),
  );
