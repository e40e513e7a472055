import { type Sentence, say } from '../../core/sentence.ts';

/** A file or a folder that the reader was given and that was passed over, and why. */
export interface UnreadFile {
  readonly name: string;
  readonly sentence: Sentence;
}

/** Why a file or a folder cannot be read, by what the browser says. */
export function whyUnread({ name }: DOMException): Sentence {
  return name === 'NotFoundError'
    ? say(/*i18n*/ 'It is not there any more: it was moved, renamed or deleted.')
    : say(/*i18n*/ 'The system does not let it be read: change its permissions, and add it again.');
}
