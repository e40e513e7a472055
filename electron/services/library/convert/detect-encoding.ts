import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { scoreCyrillic } from './score-cyrillic.ts';

/** In which encoding bytes are: said by a byte order mark, or found out. The name is that of the WHATWG Encoding Standard. */
export interface DetectedEncoding {
  readonly name: string;
  readonly basis: 'stated' | 'inferred';
}

/**
 * The encodings that chardet may answer, and what each is called. Left out are those that nobody writes files in any longer
 * (ISO-2022-KR, ISO-2022-CN), UTF-32, which the standard does not know, and those that are part of another one here. Cyrillic
 * is not asked of it: `scoreCyrillic` is right more often.
 */
const names: ReadonlyMap<string, string> = new Map([
  ['ISO-8859-1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['ISO-8859-2', 'iso-8859-2'],
  ['windows-1250', 'windows-1250'],
  ['ISO-8859-7', 'iso-8859-7'],
  ['windows-1253', 'windows-1253'],
  ['ISO-8859-8', 'windows-1255'],
  ['windows-1255', 'windows-1255'],
  ['ISO-8859-9', 'windows-1254'],
  ['windows-1254', 'windows-1254'],
  ['windows-1256', 'windows-1256'],
  ['windows-1257', 'windows-1257'],
  ['windows-1258', 'windows-1258'],
  ['windows-874', 'windows-874'],
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['EUC-KR', 'euc-kr'],
  ['Big5', 'big5'],
  ['GB18030', 'gb18030'],
]);

/** How much of a file is looked at, from shortly before its first byte above ASCII. */
const sampleLength = 64 * 1024;

/** From which score on a text is Cyrillic, whatever else it might be; and down to which it is where nothing else is likelier. */
const surelyCyrillic = -3.87;
const perhapsCyrillic = -4.5;

/** From which confidence, of 100, chardet is believed of a text that might be Cyrillic. */
const sureOfIt = 30;

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function isValidUtf16(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The decoder tells by throwing that half a character stands alone.
    return false;
  }
}

/** UTF-16 without its mark: nearly every zero byte is the upper half of a character, as in the spaces and line ends of any text. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, sampleLength); at += 1) if (bytes[at] === 0) zeros[at % 2 ? 1 : 0] += 1;
  const [even, odd] = zeros;
  if (even === 0 && odd === 0) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  if (Math.min(even, odd) * 4 > even + odd || !isValidUtf16(bytes, encoding)) return null;
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, sampleLength));
  return /(?![\t-\r])\p{Cc}|\p{Cn}/u.test(text) ? null : encoding;
}

/** Whether there is Japanese in bytes that are all ASCII: it stands between escapes, as in old mail. */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, sampleLength));
  return start.includes('\u001b$B') || start.includes('\u001b$@');
}

/** Whether nearly all of what is not ASCII is UTF-8, and the rest damage, as where a file was cut within a character. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  const damaged = text.match(/\ufffd/gu)?.length ?? 0;
  const others = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0;
  return others > 0 && damaged * 10 <= others;
}

/**
 * Whether the bytes above ASCII are letters between those of ASCII, as in a Latin text: many stand beside one, where in others
 * next to none do, or there are never three different ones together.
 */
function isLatinText(sample: Uint8Array): boolean {
  const isLetter = (byte: number | undefined): boolean => {
    const small = (byte ?? 0) | 0x20;
    return small >= 0x61 && small <= 0x7a;
  };
  let [high, beside, together, mostTogether] = [0, 0, 0, 0];
  for (const [at, byte] of sample.entries()) {
    // Non-breaking spaces and lines of dashes come many together and make no word.
    if (byte < 0x80) together = 0;
    else if (byte !== sample[at - 1]) together += 1;
    mostTogether = Math.max(mostTogether, together);
    if (byte < 0x80) continue;
    high += 1;
    if (isLetter(sample[at - 1]) || isLetter(sample[at + 1])) beside += 1;
  }
  return mostTogether < 3 || beside > 0.4 * high;
}

/**
 * What a text is in that chardet takes for ISO-8859-2, as it does with all that has no byte from 0x80 to 0x9f: Polish in
 * windows-1250 has none either where ś and ź do not come. Its ą is 0xb9, beside ł, and nothing has the places of ą, ś and ź in
 * ISO-8859-2.
 */
function centralEuropean(sample: Uint8Array): string {
  const isPolishOfWindows = sample.includes(0xb9) && sample.includes(0xb3);
  return isPolishOfWindows && ![0xb1, 0xb6, 0xbc].some((byte) => sample.includes(byte)) ? 'windows-1250' : 'iso-8859-2';
}

/** Up to which score as Cyrillic a text may be Hebrew, that has its letters only where windows-1251 has most of its small ones. */
const perhapsHebrew = -3.6;
const hasHebrewPlacesOnly = (sample: Uint8Array): boolean =>
  sample.every((byte) => byte <= 0xa0 || (byte >= 0xe0 && byte <= 0xfa));

function legacyEncoding(sample: Uint8Array): string {
  const isLatin = isLatinText(sample);
  const cyrillic = scoreCyrillic(sample);
  const guess = analyse(sample).find(({ name }) => names.has(name));
  const name = names.get(guess?.name ?? '') ?? 'windows-1252';
  const isHebrew = name === 'windows-1255' && cyrillic.score < perhapsHebrew && hasHebrewPlacesOnly(sample);
  const isUnlikely = name === 'windows-1252' || (guess?.confidence ?? 0) < sureOfIt;
  const fewest = isUnlikely ? perhapsCyrillic : surelyCyrillic;
  if (!isLatin && !isHebrew && cyrillic.score >= fewest) return cyrillic.encoding;
  return name === 'iso-8859-2' ? centralEuropean(sample) : name;
}

/**
 * Finds out in which encoding the text in `bytes` is: Unicode by its mark or its strict rules, otherwise the likeliest of the
 * older ones. Always gives an answer; whether what it leads to is a text at all is another question.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const marked = markOf(bytes);
  if (marked !== null) return { name: marked, basis: 'stated' };
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return { name: unmarked, basis: 'inferred' };
  if (isUtf8(bytes)) return { name: hasJapaneseEscapes(bytes) ? 'iso-2022-jp' : 'utf-8', basis: 'inferred' };
  const firstHigh = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, firstHigh - 1_000);
  const sample = bytes.subarray(from, from + sampleLength);
  return { name: isDamagedUtf8(sample) ? 'utf-8' : legacyEncoding(sample), basis: 'inferred' };
}
