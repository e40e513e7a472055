import { say, sayInTurn } from '../../../core/sentence.ts';
import { type Notice, notice } from '../../../core/session.ts';

const namesOf = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')}, …` : names.join(', ');

const whoseAreThey = say(
  /*i18n*/ 'If it was not you who put files there, somebody else has had this folder: compare what matters with a copy of yours.',
);

/** Encrypting, or decrypting, was broken off, and all is encrypted now; with `taken`, what lay in clear till then. */
export function encryptedToTheEnd(phase: 'sealing' | 'unsealing', taken: readonly string[]): Notice {
  const what =
    phase === 'sealing'
      ? say(/*i18n*/ 'Encrypting this workspace had been broken off, and has been done to the end now.')
      : say(
          /*i18n*/ 'Decrypting this workspace had been broken off, so it has been encrypted again: turn encryption off once more if you want to.',
        );
  const lay = say(
    /*i18n*/ '{count, plural, one {A file} other {# files}} lay in clear till then, and {count, plural, one {is} other {are}} taken for your own: {names}.',
    { count: taken.length, names: namesOf(taken) },
  );
  return taken.length === 0
    ? notice('workspace-repaired', what)
    : notice('files-in-clear', sayInTurn([what, lay, whoseAreThey]));
}

/** `vault.json` is an older one. */
export const vaultPutBack = (): Notice =>
  notice(
    'files-put-back',
    say(
      /*i18n*/ 'The file vault.json of this encrypted workspace is older than when it was last used. If it was not you who put it back, somebody else has had this folder, and may know an old passphrase: turn encryption off and on again.',
    ),
  );

/** Files with the wrapped keys were damaged or gone, and were written anew from the other. */
export const vaultMended = (names: readonly string[]): Notice =>
  notice(
    'workspace-repaired',
    say(
      /*i18n*/ 'The file {names} with the key of this encrypted workspace was damaged or missing, and has been written anew from its other copy.',
      { names: namesOf(names) },
    ),
  );

/** Nobody has said that the recovery key is kept. */
export const recoveryKeyNotKept = (): Notice =>
  notice(
    'recovery-key',
    say(
      /*i18n*/ 'Nobody has kept a recovery key of this encrypted workspace: make a new one now, or whoever forgets the passphrase loses everything.',
    ),
  );
