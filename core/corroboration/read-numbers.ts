import { magnitudes, numberWords, ordinalWords } from './number-words.ts';

/** What a number is: how many, which in order, which part in a hundred, or which article of a law. */
export type NumberKind = 'amount' | 'ordinal' | 'percent' | 'article';

/** A number of a text; `start` and `end` are UTF-16 units. */
export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly kind: NumberKind;
  readonly value: number;
}

const before = '(?<![\\p{L}\\p{N}]|[\\p{N}\\p{L}][.,:/-])';
const after = '(?![\\p{L}\\p{N}]|[.,:/]\\p{N})';
const space = '[\\s\\u00A0\\u202F\\u2009]';
const grouped = "\\d{1,3}(?:[, \\u00A0\\u202F\\u2009'’]\\d{3})+(?!\\d)";
const spelt = [...numberWords.keys()].join('|');
const magnitude = magnitudes.map(([beginning]) => beginning).join('|');
const suffix =
  '(?:(?<ordinal>(?:st|nd|rd|th)(?!\\p{L})|-(?:й|я|е|го|му|га|ы|ю|ой|ый|ій)(?!\\p{L}))' +
  `|(?<percent>${space}?(?:%|per${space}?cent|процент\\p{L}*|адсот\\p{L}*|працэнт\\p{L}*|відсот\\p{L}*))` +
  `|${space}(?<magnitude>(?:${magnitude})\\p{L}{0,4}\\.?)(?!\\p{L}))`;
const anyNumber = new RegExp(
  `${before}(?<article>(?:Article|Art\\.|Articles|Стат\\p{L}{1,3}|Ст\\.|Арт\\p{L}{1,5})${space})?` +
    `(?:(?<digits>${grouped}|\\d+)(?<decimals>[.,]\\d{1,2}(?!\\d))?|(?<spelt>${spelt})(?:[ -](?<ones>${spelt}))?(?!\\p{L}))` +
    `(?:${suffix}|${after})`,
  'giu',
);
const anyOrdinal = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${[...ordinalWords.keys()].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const magnitudeOf = magnitudes.map(([beginning, value]) => ({ begins: new RegExp(`^(?:${beginning})`, 'iu'), value }));

type Groups = Readonly<Record<string, string | undefined>>;

function amountOf({ digits, decimals, spelt: word = '', ones, magnitude: times }: Groups): number {
  const whole = digits === undefined ? (numberWords.get(word.toLowerCase()) ?? 0) : Number(digits.replace(/\D/gu, ''));
  const rest = decimals === undefined ? 0 : Number(`0.${decimals.slice(1)}`);
  const unit = ones === undefined ? 0 : (numberWords.get(ones.toLowerCase()) ?? 0);
  const power = times === undefined ? 1 : (magnitudeOf.find(({ begins }) => begins.test(times))?.value ?? 1);
  // 1.1 million is no whole number to a computer otherwise.
  return Math.round((whole + rest + unit) * power * 100) / 100;
}

function kindOf({ article, ordinal, percent }: Groups): NumberKind {
  if (article !== undefined) return 'article';
  if (percent !== undefined) return 'percent';
  return ordinal === undefined ? 'amount' : 'ordinal';
}

const mayHoldNumber = new RegExp(`\\d|(?:${spelt}|${[...ordinalWords.keys()].join('|')})`, 'iu');

/**
 * The numbers of `text` in their order: `1,486` and `1 486`, `1.5 million`, `twenty-five`, `80 %`, `21st` and `sixth`,
 * `Article 342`. Digits inside a word, of a clock or with slashes, and `1.500`, which may be one and a half, are none.
 * Dates are for the caller to leave out.
 */
export function readNumbers(text: string): WrittenNumber[] {
  if (!mayHoldNumber.test(text)) return [];
  const numbers = [...text.matchAll(anyNumber)].map((match): WrittenNumber => {
    const groups = match.groups ?? {};
    return {
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      kind: kindOf(groups),
      value: amountOf(groups),
    };
  });
  const ordinals = [...text.matchAll(anyOrdinal)].map((match): WrittenNumber => {
    const value = ordinalWords.get(match[0].toLowerCase()) ?? 0;
    return { start: match.index, end: match.index + match[0].length, kind: 'ordinal', value };
  });
  return [...numbers, ...ordinals].sort((a, b) => a.start - b.start);
}
