import { type Sentence, say, sayInTurn } from '../../core/sentence.ts';

/** Whether `error` came from the operating system, with a code such as `ENOSPC`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}

const reasons: Readonly<Record<string, Sentence>> = {
  ENOSPC: say(/*i18n*/ 'the disk is full: free some space and try again.'),
  EDQUOT: say(/*i18n*/ 'your disk quota is used up: free some space and try again.'),
  EACCES: say(/*i18n*/ 'the system does not permit it: change the permissions or choose another place.'),
  EPERM: say(/*i18n*/ 'the system does not permit it: change the permissions or choose another place.'),
  EROFS: say(/*i18n*/ 'the disk is read-only: choose another place.'),
  ENOENT: say(/*i18n*/ 'the folder is not there: bring it back or choose another place.'),
  EEXIST: say(/*i18n*/ 'there is a file where the folder should be: choose another place.'),
  ENOTDIR: say(/*i18n*/ 'a part of the path is a file, not a folder: choose another place.'),
  EISDIR: say(/*i18n*/ 'it is a folder: choose a file name.'),
  EIO: say(/*i18n*/ 'the disk reported an error: check it, and save elsewhere meanwhile.'),
  EBADMSG: say(/*i18n*/ 'a file there is damaged: bring back a good copy of it.'),
  ENAMETOOLONG: say(/*i18n*/ 'the name is too long for this disk: choose a shorter one.'),
};

/** The reason for a failed file operation as the end of a sentence: what is wrong and what to do. */
export function describeSystemError(error: Error): Sentence {
  if (!isSystemError(error)) return sayInTurn([error.message, '.'], '');
  return reasons[error.code] ?? say(/*i18n*/ 'the system reported {code}.', { code: error.code });
}
