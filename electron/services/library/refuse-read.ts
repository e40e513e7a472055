import { type Sentence, say } from '../../../core/sentence.ts';
import { describeSystemError } from '../../store/system-error.ts';

/** Why a file or a folder that is to be added cannot be read, by what the system says. */
export function refuseRead(error: NodeJS.ErrnoException): Sentence {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return say(/*i18n*/ 'It is not there any more: it was moved, renamed or deleted.');
    case 'EACCES':
    case 'EPERM':
      return say(/*i18n*/ 'The system does not let it be read: change its permissions, and add it again.');
    default:
      return say(/*i18n*/ 'The file cannot be read: {why}', { why: describeSystemError(error) });
  }
}
