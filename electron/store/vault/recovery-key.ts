import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U, which are read as other signs or make words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes of chance in a recovery key: 160 bits. */
const keyBytes = 20;

/** Signs of the key and of its check, and how they are grouped. */
const keySigns = 32;
const checkSigns = 3;
const groupSigns = 5;

/** The first `count` groups of five bits in `bytes`, as signs. */
function encode(bytes: Uint8Array, count: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: count }, (_, at) =>
    alphabet.charAt(Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)),
  ).join('');
}

function decode(signs: string): Buffer {
  const bits = [...signs].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from(Array.from({ length: keyBytes }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)));
}

/** Three signs by which a slip in copying shows: all but one of 32768. */
function checkOf(key: Uint8Array): string {
  return encode(createHash('sha256').update('attest recovery key').update(key).digest(), checkSigns);
}

/** A recovery key as it is printed: seven groups of five signs. */
export function printRecoveryKey(key: Uint8Array): string {
  const signs = encode(key, keySigns) + checkOf(key);
  return (signs.match(new RegExp(`.{${groupSigns}}`, 'gu')) ?? []).join('-');
}

/** A new recovery key of 20 bytes. */
export function newRecoveryKey(): Buffer {
  return randomBytes(keyBytes);
}

/**
 * The recovery key that somebody has typed: in capitals or not, grouped anyhow, O for zero and I or L for one. `null`
 * where it is none, or was mistyped.
 */
export function readRecoveryKey(typed: string): Buffer | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212.,_]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  if (signs.length !== keySigns + checkSigns || [...signs].some((sign) => !alphabet.includes(sign))) return null;
  const key = decode(signs.slice(0, keySigns));
  return checkOf(key) === signs.slice(keySigns) ? key : null;
}
