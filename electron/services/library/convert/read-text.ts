import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import type { Conversion, ConversionOptions, SourceFile } from './conversion.ts';
import { decodeBytes, encodingNamed } from './decode-bytes.ts';
import { detectEncoding } from './detect-encoding.ts';
import { notText, refuseSize, refuseText, remarkOnDamage, unknownEncoding } from './refuse-source.ts';

/** What a text file says, with LF at its line ends, and how it was decoded. */
export interface ReadText {
  readonly text: string;
  readonly encoding: NonNullable<Conversion['encoding']>;
  readonly remarks: readonly Sentence[];
}

/** From which share of its characters on what is no character of a text makes a file no text. */
const mostNoise = 0.02;

/** How many characters are control characters, unassigned for good, or stand for bytes that are none. */
export function countNoise(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isControl = code < 0x20 ? code !== 0x1b && (code < 0x09 || code > 0x0d) : code >= 0x7f && code <= 0x9f;
    if (isControl || code >= 0xfffd) count += 1;
  }
  return count;
}

function refuseNoise(chosen: string | undefined): Sentence {
  if (chosen === undefined) return notText;
  return say(/*i18n*/ 'The file is no text in the encoding {encoding}: choose another encoding.', { encoding: chosen });
}

/**
 * The text of a file that is nothing but text, in the encoding that its user chose or that was found out. Refuses with one sentence
 * what is too large, empty, or no text; what could not be decoded stands as U+FFFD, and a remark says so.
 */
export function readText({ bytes }: SourceFile, options: ConversionOptions): Result<ReadText> {
  const tooLarge = refuseSize(bytes.length);
  if (tooLarge !== null) return fail('invalid', tooLarge);
  const chosen = options.encoding === undefined ? null : encodingNamed(options.encoding);
  const encoding = chosen === null ? detectEncoding(bytes) : { name: chosen, basis: 'stated' as const };
  const decoded = decodeBytes(bytes, encoding.name);
  if (decoded === null || (options.encoding !== undefined && chosen === null)) {
    return fail('invalid', unknownEncoding(options.encoding ?? encoding.name));
  }
  const text = decoded.replace(/\r\n?/gu, '\n');
  if (countNoise(text) > Math.max(2, mostNoise * text.length)) return fail('unreadable', refuseNoise(options.encoding));
  const refusal = refuseText(text);
  if (refusal !== null) return fail('invalid', refusal);
  const damage = remarkOnDamage(text);
  return succeed({ text, encoding, remarks: damage === null ? [] : [damage] });
}
