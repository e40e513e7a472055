/** What the standard has for the bytes 0x80 to 0x9f of windows-1252; a code of its own number stands for none. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Where Node’s TextDecoder differs from the standard, what it gives and what is meant. Versions 20.18.3 and later take windows-1252
 * for Latin 1, without its curly quotes and dashes (nodejs/node#56542); ICU’s KOI8-U has no Belarusian ў. Nothing else of
 * the encoding is decoded to the same characters, so that putting them right is exact.
 */
const corrections: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['windows-1252', new Map([...windows1252].map((meant, at) => [String.fromCharCode(0x80 + at), meant]))],
  [
    'koi8-u',
    new Map([
      ['╝', 'ў'],
      ['╬', 'Ў'],
    ]),
  ],
]);

/** The name that the WHATWG Encoding Standard has for an encoding called `label` (“latin1”, “cp1251”); `null` where it has none. */
export function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    // The decoder tells by throwing that it knows no such encoding.
    return null;
  }
}

/** `text` as it should have been decoded from `encoding`, where it comes from Node’s TextDecoder. */
export function correctDecoded(text: string, encoding: string): string {
  const meant = corrections.get(encoding);
  if (!meant) return text;
  return text.replace(/[\u0080-\u009f╝╬]/gu, (character) => meant.get(character) ?? character);
}

/**
 * The text of `bytes` in an encoding that the standard names, without a byte order mark; U+FFFD stands for what is no character in
 * it. `null` where there is no such encoding.
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string | null {
  const name = encodingNamed(encoding);
  if (name === null) return null;
  return correctDecoded(new TextDecoder(name).decode(bytes), name);
}
