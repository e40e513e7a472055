import { isUtf8 } from 'node:buffer';
import type { Conversion } from './conversion.ts';
import { correctDecoded, decodeBytes, encodingNamed } from './decode-bytes.ts';
import { detectEncoding } from './detect-encoding.ts';

/** A message as it is to be parsed. */
export interface MailBytes {
  readonly bytes: Uint8Array;
  /** Set where the message does not say in which encoding it is. */
  readonly encoding: Conversion['encoding'];
  /** Puts right what the decoder of the parts gets wrong, in the encodings that the message names. */
  readonly correct: (text: string) => string;
}

const utf8 = new TextEncoder();

/** Where the head ends: at the first empty line. */
function endOfHead(bytes: Uint8Array): number {
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0x0a) continue;
    if (bytes[at + 1] === 0x0a || (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a)) return at + 1;
  }
  return bytes.length;
}

/**
 * Prepares a message for a parser that takes what says nothing of its encoding for UTF-8: a message without any charset, as old
 * programs sent them, and a head of unencoded letters are made UTF-8. `chosen` counts where the message says nothing.
 */
export function prepareMail(bytes: Uint8Array, chosen: string | undefined): MailBytes {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const labels = new Set<string>();
  for (const [, parameter, word] of raw.matchAll(
    /charset\s*=\s*"?([\w.:+-]{1,40})|=\?([\w.:+-]{1,40})(?:\*[\w-]+)?\?[bq]\?/giu,
  )) {
    labels.add((parameter ?? word ?? '').toLowerCase());
  }
  // The parser decodes what it does not know as windows-1252.
  const named = new Set([...labels].map((label) => encodingNamed(label) ?? 'windows-1252'));
  const correct = (text: string): string => [...named].reduce(correctDecoded, text);
  const isSilent = !/^content-type:[^\n]*(?:\r?\n[ \t][^\n]*)*?charset\s*=/imu.test(raw);
  if (isSilent && (chosen !== undefined || !isUtf8(bytes))) {
    const name = chosen === undefined ? null : encodingNamed(chosen);
    const found = name === null ? detectEncoding(bytes) : { name, basis: 'stated' as const };
    const text = decodeBytes(bytes, found.name);
    if (text !== null) return { bytes: utf8.encode(text), encoding: found, correct };
  }
  const end = endOfHead(bytes);
  const head = bytes.subarray(0, end);
  if (isUtf8(head)) return { bytes, encoding: null, correct };
  const text = decodeBytes(head, detectEncoding(head).name) ?? '';
  return { bytes: Buffer.concat([utf8.encode(text), bytes.subarray(end)]), encoding: null, correct };
}
