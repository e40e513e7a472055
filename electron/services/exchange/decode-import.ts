import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';

/** The encoding that the first bytes say; UTF-8 where they say none. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * The text of a file that is to be imported: UTF-8, or UTF-16 with its byte order mark; the mark itself stays, as it tells our own tables.
 * Fails with one sentence where it is in another encoding: what is guessed wrong would falsify names in silence.
 */
export function decodeImport(bytes: Uint8Array): Result<string> {
  try {
    return succeed(new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The file is no text in UTF-8, or a part of it is missing: save it as UTF-8 where it was made and try again.',
      ),
    );
  }
}
