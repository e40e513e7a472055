import { shortestPassphrase } from '../../core/vault-state.ts';
import { commonPassphrases } from './common-passphrases.ts';

/** How long guessing would take; `common` and `short` say what is wrong with one that is no use at all. */
export type Strength = 'short' | 'common' | 'weak' | 'fair' | 'strong';

/** Rows of keyboards and alphabets: whoever walks along them has chosen little. */
const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'йцукенгшщзхъ',
  'йцукенгшўзх',
  'фывапролджэ',
  'ячсмитьбю',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  '01234567890',
  '1234567890',
];

/** In bits: a word that somebody thought of, a letter on top of it, a digit, a sign, and what is hardly a choice. */
const bits = {
  word: 10,
  further: 2,
  letter: 4.7,
  digit: 3.3,
  sign: 4,
  capital: 1,
  year: 6,
  row: 3,
  repeat: 1,
} as const;

/** The letters of a word of common length. */
const wordLength = 6;

function reverse(text: string): string {
  return [...text].reverse().join('');
}

function isAlongRow(run: string): boolean {
  if (run.length < 3) return false;
  const isOneSign = [...run].every((sign) => run.startsWith(sign));
  return isOneSign || rows.some((row) => row.includes(run) || row.includes(reverse(run)));
}

/** What a run of letters, digits or signs adds, in bits. */
function weigh(run: string): number {
  const plain = run.toLowerCase();
  if (isAlongRow(plain)) return bits.row;
  const { length } = [...run];
  if (/^\p{Nd}+$/u.test(run)) return /^(?:19|20)\d\d$/u.test(run) ? bits.year : length * bits.digit;
  if (!/\p{L}/u.test(run)) return length * bits.sign;
  const asWord = bits.word + Math.max(0, length - wordLength) * bits.further;
  const isMixed = /\p{Lu}/u.test(run.slice(1)) && /\p{Ll}/u.test(run);
  return Math.min(length * bits.letter, asWord) + (isMixed ? bits.capital : 0);
}

/** How many guesses it takes, as the power of two, by what is written in it: words, digits, signs, rows, repetitions. */
export function guessBits(passphrase: string): number {
  const seen = new Set<string>();
  let sum = 0;
  for (const [run] of passphrase.normalize('NFKC').matchAll(/[\p{L}\p{M}]+|\p{Nd}+|[^\p{L}\p{M}\p{Nd}\s]+/gu)) {
    const plain = run.toLowerCase();
    sum += seen.has(plain) ? bits.repeat : weigh(run);
    seen.add(plain);
  }
  return sum;
}

/** A guess costs about a second of a computer: this many take one a thousand years, and many together a few months. */
const fairBits = 35;
const strongBits = 52;

function isCommon(passphrase: string): boolean {
  const plain = passphrase.normalize('NFKC').toLowerCase();
  const core = plain
    .replaceAll(/[\s_.-]/gu, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}]+$/u, '');
  return core === '' ? isAlongRow(plain) : commonPassphrases.has(core) || isAlongRow(core);
}

/**
 * How well a passphrase withstands guessing: an estimate of our own, by length and variety, cautious with words. It knows no
 * language and no person: a sentence out of a book, or a name and a date, is weaker than it says. This is the one place where
 * passphrases are judged; a library that knows more goes in here.
 */
export function estimateStrength(passphrase: string): Strength {
  if (passphrase.length < shortestPassphrase) return 'short';
  if (isCommon(passphrase)) return 'common';
  const sum = guessBits(passphrase);
  if (sum < fairBits) return 'weak';
  return sum < strongBits ? 'fair' : 'strong';
}
