import { cyrillicSounds } from './cyrillic-sounds.ts';
import { latinSounds } from './latin-sounds.ts';
import { hasCyrillic, plainForm } from './name-key.ts';
import { foldSounds } from './name-sounds.ts';
import { isVowelAt, type Sounds } from './sounds.ts';

/** Of fewer letters too many names begin so. */
const fewestLetters = 3;
/** In UTF-16 units. Longer words are no names, and would cost time. */
const longestName = 40;

function readingsOf(word: string): readonly Sounds[] {
  if (word.length < fewestLetters || word.length > longestName) return [];
  const plain = plainForm(word);
  return hasCyrillic.test(plain) ? cyrillicSounds(plain) : latinSounds(plain);
}

/** The sounds without the vowels they end with: what follows decides of which class these are. */
function withoutLastVowels(sounds: Sounds): Sounds {
  let end = sounds.length;
  while (end > 0 && isVowelAt(sounds, end - 1)) end -= 1;
  return sounds.slice(0, end);
}

/** What the whole of a name sounds like, ending and all, in each way to read it: to be compared with its beginnings. */
export function soundsOfName(word: string): readonly string[] {
  return readingsOf(word).map(foldSounds);
}

/**
 * What a name sounds like that is typed as far as `typed`, in each way to read it: one of these begins what
 * `soundsOfName` gives for the name, whichever of Latin and Cyrillic letters each is in. None for fewer than three letters,
 * for fewer than two consonants, or for what cannot be read.
 */
export function soundsOfBeginning(typed: string): readonly string[] {
  return readingsOf(typed)
    .map((sounds) => foldSounds(withoutLastVowels(sounds)))
    .filter((sounds) => sounds.length >= fewestLetters);
}

/** Whether two words are in different alphabets, of Latin and Cyrillic. */
export function areInDifferentLetters(one: string, other: string): boolean {
  return hasCyrillic.test(one) !== hasCyrillic.test(other);
}
