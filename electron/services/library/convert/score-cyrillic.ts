import { decodeBytes } from './decode-bytes.ts';

/**
 * Encodings of Cyrillic with one byte for each character, and the logarithm of how often files are in them: what decides where a
 * text is too short to tell, as small letters are nearly the same in windows-1251 and on a Macintosh.
 */
const cyrillicEncodings: readonly (readonly [encoding: string, prior: number])[] = [
  ['windows-1251', 0],
  ['koi8-r', -1],
  ['koi8-u', -2],
  ['ibm866', -2],
  ['iso-8859-5', -2],
  ['x-mac-cyrillic', -5],
];

/**
 * How often the letters come among a thousand, each by the language that has it most often of Russian, Belarusian and Ukrainian, and
 * for the letters of the southern languages a little: published frequencies, rounded. They only have to tell a text from the
 * same bytes read wrongly.
 */
const frequencies =
  'о100 а95 е75 и70 н66 т60 с52 р47 в46 л42 к38 м31 д32 п28 у28 я25 ы20 ь17 г17 з20 б16 ч15 й12 х10 ж9 ш7 ю7 ц12 щ4 э7 ф3 ' +
  'ъ3 ё4 і30 ў8 ї3 є3 ґ0.3 ј1 љ0.3 њ0.3 ћ0.3 ђ0.1 џ0.1 ѓ0.1 ќ0.1 ѕ0.1';

const letters: ReadonlyMap<string, number> = new Map(
  frequencies.split(' ').map((entry) => [entry.slice(0, 1), Math.log(Number(entry.slice(1)) / 1_200)]),
);

/** Signs that are at home in a Cyrillic text, beside those of ASCII. */
const signs = /[\u00a0\u00ad«»“”„‘’–—…№§°·•©]/u;

type Case = 'none' | 'lower' | 'upper';

/**
 * How likely a letter of the second case follows one of the first, begins a word, or begins the word after one that ended with a
 * capital: headings in capitals go on in capitals.
 */
const transitions: Readonly<Record<Case | 'afterCapitals', Readonly<Record<'lower' | 'upper', number>>>> = {
  none: { lower: Math.log(0.85), upper: Math.log(0.15) },
  afterCapitals: { lower: Math.log(0.2), upper: Math.log(0.8) },
  lower: { lower: Math.log(0.999), upper: Math.log(0.001) },
  upper: { lower: Math.log(0.3), upper: Math.log(0.7) },
};

const unlikely = { sign: Math.log(0.003), strange: -9, afterLatin: -3 } as const;

interface ByteMeaning {
  readonly case: Case;
  /** The logarithm of how often such a character comes. */
  readonly weight: number;
}

function meaningOf(character: string): ByteMeaning {
  const small = character.toLowerCase();
  const weight = letters.get(small);
  if (weight !== undefined) return { case: small === character ? 'lower' : 'upper', weight };
  return { case: 'none', weight: signs.test(character) ? unlikely.sign : unlikely.strange };
}

const readings = cyrillicEncodings.map(([encoding, prior]) => {
  const characters = Array.from({ length: 256 }, (_, byte) => decodeBytes(Uint8Array.of(byte), encoding) ?? '');
  return { encoding, prior, table: characters.map(meaningOf) };
});

/** Letters of ASCII, except the i that stands for the Belarusian and Ukrainian one where an encoding has none. */
const isLatin = (byte: number): boolean => {
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x7a && small !== 0x69;
};

/** How many bytes are above ASCII, and the logarithm of how likely they are together when `table` reads them. */
function scoreOf(bytes: Uint8Array, table: readonly ByteMeaning[]): { readonly sum: number; readonly count: number } {
  let [sum, count] = [0, 0];
  let before: Case | 'afterCapitals' = 'none';
  let isAfterLatin = false;
  for (const byte of bytes) {
    const meaning = table[byte];
    if (byte < 0x80 || !meaning) {
      isAfterLatin = isLatin(byte);
      if (before === 'upper') before = 'afterCapitals';
      else if (before === 'lower') before = 'none';
      continue;
    }
    count += 1;
    sum += meaning.weight;
    if (meaning.case !== 'none') sum += transitions[before][meaning.case] + (isAfterLatin ? unlikely.afterLatin : 0);
    if (meaning.case !== 'none') before = meaning.case;
    else if (before !== 'afterCapitals') before = before === 'upper' ? 'afterCapitals' : 'none';
    isAfterLatin = false;
  }
  return { sum, count };
}

/**
 * The encoding in which `bytes` look most like a text in Cyrillic, by how often its letters come and by the places of capitals, and
 * how much like one: such a text comes to about −3.4, Hebrew and Greek to −4, everything else to less than −5.
 */
export function scoreCyrillic(bytes: Uint8Array): { readonly encoding: string; readonly score: number } {
  let best = { encoding: 'windows-1251', score: Number.NEGATIVE_INFINITY, likelihood: Number.NEGATIVE_INFINITY };
  for (const { encoding, prior, table } of readings) {
    const { sum, count } = scoreOf(bytes, table);
    const likelihood = sum + prior;
    if (count > 0 && likelihood > best.likelihood) best = { encoding, score: sum / count, likelihood };
  }
  return best;
}
