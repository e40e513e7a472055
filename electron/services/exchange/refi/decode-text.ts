import { fail, type Result, succeed } from '../../../../core/result.ts';
import { say } from '../../../../core/sentence.ts';

/** The encoding that the first bytes say: by their mark, or by how “<?” looks in them. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0x00) return 'utf-16le';
  if (first === 0x00 && second === 0x3c) return 'utf-16be';
  return 'utf-8';
}

/** The text of a file in UTF-8, or in UTF-16 where it says so with its first bytes, without the mark; `null` where it is neither. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    // The decoder tells by throwing that these bytes are no text.
    return null;
  }
}

/**
 * The text of an XML file. The bytes count, and not what the declaration says of them, where they are plainly Unicode: some
 * programs declare UTF-16 and write UTF-8. Another encoding, declared or not, is refused in one sentence.
 */
export function decodeXml(bytes: Uint8Array): Result<string> {
  const text = decodeText(bytes);
  if (text === null) {
    return fail('invalid', say(/*i18n*/ 'The XML of the file is not in UTF-8: export it in UTF-8 and try again.'));
  }
  const declared = /^\ufeff?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']{0,40})["']/u.exec(text.slice(0, 400))?.[1];
  if (declared !== undefined && !/^(?:utf-?(?:8|16(?:le|be)?)|us-ascii|unicode)$/iu.test(declared)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The XML of the file says that it is in {encoding}: export it in UTF-8 and try again.', {
        encoding: declared,
      }),
    );
  }
  return succeed(text);
}
