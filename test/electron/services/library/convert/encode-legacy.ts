import { decodeBytes } from '../../../../../electron/services/library/convert/decode-bytes.ts';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

const manyBytes = /^(?:shift_jis|euc-|gb18030|big5)/u;

/** The bytes of every character of an encoding, found by decoding all bytes there are. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decodeBytes(Uint8Array.from(bytes), encoding) ?? '';
    if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add([byte]);
  if (manyBytes.test(encoding)) {
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail]);
  }
  tables.set(encoding, table);
  return table;
}

/** `text` in an encoding of one or two bytes a character. Characters that it does not have are left out. */
export function encodeLegacy(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? []));
}

/** `text` in UTF-16. */
export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
