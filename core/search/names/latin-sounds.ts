import { type Reading, slavicC, spellingAt, type Ways } from './latin-letters.ts';
import { continueSounds, type Sounds } from './sounds.ts';

/** Ways of writing Slavic names in Latin letters, in the order in which a `Reading` lists them. */
const english = 0;
const french = 1;
const slavic = 2;
const german = 3;

const anyManner: readonly number[] = [english, french, slavic, german];
/** `kh` and `ya` are written by the English and the French, `zh` and `sh` by the English. */
const frenchLooks = /kh|y[aeou]/u;
const englishMark = /[sz]h/u;
const englishOnly: readonly number[] = [english];
const englishOrFrench: readonly number[] = [english, french];
const slavicOnly: readonly number[] = [slavic];
const germanOnly: readonly number[] = [german];

const slavicMark = /[čšžŭǔćśźńłżĺâûŝ]|sz|cz|rz(?!h)|ck[iay]/u;
/** `s` at the beginning, before a vowel: German for з too. */
const initialS: Reading = [['s'], ['s'], ['s'], ['s', 'z']];

/** What Łacinka without its marks still shows. */
const slavicLooks = /dz|[^aeiouy]i[aeou]|j/u;

/** In which manners `word` may be written: all, unless its letters say. */
function mannersOf(word: string): readonly number[] {
  if (slavicMark.test(word)) return slavicOnly;
  if (word.includes('sch')) return germanOnly;
  if (englishMark.test(word)) return englishOnly;
  return frenchLooks.test(word) ? englishOrFrench : anyManner;
}

const isGlideLetter = (letter: string): boolean => letter === 'i' || letter === 'y' || letter === 'j';
const isVowelLetter = (letter: string): boolean =>
  letter === 'a' || letter === 'e' || letter === 'o' || letter === 'u' || isGlideLetter(letter);

/** The letters before which Belarusian ў stands for a Russian л: Воўк, Волк. */
const followsVocalisedL = /[ktbghcčžpm]/u;

/** `au`, `eu` and `ou` before a consonant, before a glide and a vowel, and at the end: Belarusian ў, or French u. */
function readU(word: string, at: number): Reading {
  const first = word.charAt(at);
  const next = word.charAt(at + 2);
  const isBeforeGlide = isGlideLetter(next) && isVowelLetter(word.charAt(at + 3));
  if (isVowelLetter(next) && !isBeforeGlide) return first === 'o' ? 'u' : `${first}u`;
  const mayBeL = first !== 'e' && followsVocalisedL.test(next);
  const belarusian: Ways = mayBeL ? [`${first}v`, `${first}l`] : [`${first}v`];
  if (first === 'o') return [belarusian, ['u'], belarusian, ['ov']];
  return mayBeL ? [belarusian, belarusian, belarusian, belarusian] : `${first}v`;
}

/** `ŭ`: Belarusian ў, which may stand for a Russian л. */
function readShortU(word: string, at: number): Reading {
  return followsVocalisedL.test(word.charAt(at + 1))
    ? [
        ['v', 'l'],
        ['v', 'l'],
        ['v', 'l'],
        ['v', 'l'],
      ]
    : 'v';
}

/** `iu`, `yu` after a consonant and before another: ю, or Belarusian іў, ыў. */
const softOrShortU: Reading = [['ju', 'iv'], ['ju'], ['ju'], ['ju']];

/** `l` before a, o in a Slavic manner: soft where the hard one is ł; in scholarly transliteration hard. */
function readSlavicL(word: string): Reading {
  const ways: Ways = word.includes('ł') || word.includes('ŭ') ? ['lj'] : ['l', 'lj'];
  return [ways, ways, ways, ways];
}

interface Step {
  readonly reading: Reading;
  readonly length: number;
}

const marks = /\p{M}/gu;

/** An accented letter that is in no table: as without its accent. */
function readAccented(letter: string): Step | null {
  const base = letter === "'" ? '' : letter.normalize('NFD').replace(marks, '');
  if (base.length > 1 || (base !== '' && (base < 'a' || base > 'z'))) return null;
  return { reading: base === 'y' ? 'i' : base, length: 1 };
}

function stepAt(word: string, at: number, manners: readonly number[]): Step | null {
  const letter = word.charAt(at);
  const next = word.charAt(at + 1);
  if (next === 'u' && (letter === 'a' || letter === 'e' || letter === 'o')) {
    return { reading: readU(word, at), length: 2 };
  }
  if (letter === 'l' && manners === slavicOnly && (next === 'a' || next === 'o')) {
    return { reading: readSlavicL(word), length: 1 };
  }
  if (letter === 'ŭ') return { reading: readShortU(word, at), length: 1 };
  if (next === 'u' && (letter === 'i' || letter === 'y') && at > 0 && manners !== slavicOnly) {
    const isInside = !isVowelLetter(word.charAt(at - 1)) && at + 2 < word.length && !isVowelLetter(word.charAt(at + 2));
    return { reading: isInside ? softOrShortU : 'ju', length: 2 };
  }
  if (letter === 's' && at === 0 && isVowelLetter(next)) return { reading: initialS, length: 1 };
  const spelling = spellingAt(word, at);
  if (spelling) {
    const { letters, reading } = spelling;
    if (letters === 'c' && (manners === slavicOnly || slavicLooks.test(word))) return { reading: slavicC, length: 1 };
    return { reading, length: letters.length };
  }
  return letter >= 'a' && letter <= 'z' ? { reading: letter, length: 1 } : readAccented(letter);
}

/** The readings of a lower-case Latin word, in NFC and with straight apostrophes; none if it holds anything else. */
export function latinSounds(word: string): Sounds[] {
  const manners = mannersOf(word);
  const isFrenchV = word.endsWith('off') || word.endsWith('eff');
  const end = isFrenchV ? word.length - 2 : word.length;
  let readings: Sounds[][] = [];
  // What all manners read alike since they last differed.
  let alike = '';
  for (let at = 0; at < end; ) {
    const step = stepAt(word, at, manners);
    if (!step) return [];
    const { reading } = step;
    at += step.length;
    if (typeof reading === 'string') {
      alike += reading;
      continue;
    }
    const before = readings.length > 0 ? readings : manners.map(() => ['']);
    readings = manners.map((manner, index) => {
      const ways = alike === '' ? reading[manner] : reading[manner]?.map((sounds) => alike + sounds);
      return continueSounds(before[index] ?? [], ways ?? []);
    });
    alike = '';
  }
  if (isFrenchV) alike += 'v';
  if (readings.length === 0) return [alike];
  return [...new Set(readings.flatMap((some) => continueSounds(some, [alike])))];
}
