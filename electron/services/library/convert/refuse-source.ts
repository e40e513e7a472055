import { fail } from '../../../../core/result.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import { largestSource } from '../../../../core/statements/adding.ts';
import { longestText } from './conversion.ts';

const mebibyte = 1024 * 1024;

/** Why a file of so many bytes is not read; `null` where it is not too large. */
export function refuseSize(bytes: number): Sentence | null {
  if (bytes <= largestSource) return null;
  return say(/*i18n*/ 'The file is too large to be read: it has {size} MiB, at most {limit} are taken.', {
    size: Math.ceil(bytes / mebibyte),
    limit: largestSource / mebibyte,
  });
}

/** Why a text is not taken that is longer than `longestText`. */
export const tooLong: Sentence = say(
  /*i18n*/ 'The text is too long to be read, with more than {limit} million characters: divide it, and import the parts.',
  { limit: Math.floor(longestText / 1_000_000) },
);

/** Why a text that a file came to is not taken: there is none, or too much of it; `null` where it is right. */
export function refuseText(text: string): Sentence | null {
  if (!/[^\s\p{Cc}]/u.test(text)) return say(/*i18n*/ 'There is no text in the file: choose another one.');
  if (text.length <= longestText) return null;
  return tooLong;
}

/** Why bytes that are no text in any encoding, and no document that is known, are not read. */
export const notText: Sentence = say(
  /*i18n*/ 'The file is no text, and none of the documents that Attest reads: it is made for another program, or damaged.',
);

/** Why bytes are not read in an encoding that somebody chose and nobody knows. */
export function unknownEncoding(encoding: string): Sentence {
  return say(/*i18n*/ 'Attest knows no encoding called “{encoding}”: choose another one.', { encoding });
}

/** What is to be said of a text in which U+FFFD stands for what could not be decoded; `null` where there is none. */
export function remarkOnDamage(text: string): Sentence | null {
  const count = text.split('\ufffd').length - 1;
  if (count === 0) return null;
  return say(
    /*i18n*/ '{count, plural, one {# character of the file could not be read and is shown as �.} other {# characters of the file could not be read and are shown as �.}} Choose another encoding if the text looks wrong.',
    { count },
  );
}

/** Why a file is not read at which reading failed in a way that nobody foresaw. */
export function refuseUnforeseen(): ReturnType<typeof fail> {
  return fail(
    'invalid',
    say(/*i18n*/ 'The file could not be read: it needs more memory than there is, or is damaged.'),
  );
}
