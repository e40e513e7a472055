const small = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const teens = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const places = 'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** Numbers that are written as one English word, without “one”, which is a pronoun too. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...[...small, ...teens].map((word, at): [string, number] => [word, at + 2]),
  ...tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
]);

/** Ordinal numbers that are written as one English word, without “first” and “second”, which mean more than a place. */
export const ordinalWords: ReadonlyMap<string, number> = new Map(
  places.map((word, at): [string, number] => [word, at + 3]),
);

/** The word for a power of ten after a number, as it begins in English, Russian, Belarusian and Ukrainian. */
export const magnitudes: readonly (readonly [beginning: string, value: number])[] = [
  ['hundred', 100],
  ['thousand|тысяч|тыс|тисяч|тис', 1_000],
  ['million|mln|миллион|мільён|мільйон|млн', 1_000_000],
  ['billion|bn|миллиард|мільярд|млрд', 1_000_000_000],
];
