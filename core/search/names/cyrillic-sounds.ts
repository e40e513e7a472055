import { continueSounds, isVowelAt, type Sounds } from './sounds.ts';

/** What one letter sounds like, in Russian, Belarusian and Ukrainian alike; the apostrophe and the signs only part. */
// biome-ignore format: a table of letters is read by line
const letters: Readonly<Record<string, Sounds>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'h', д: 'd', е: 'e', ё: 'jo', є: 'je', ж: 'Z', з: 'z', и: 'i', і: 'i', ї: 'ji',
  й: 'j', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'v', ф: 'f', х: 'h',
  ц: 't', ч: 'C', ш: 'S', щ: 'S', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'ju', я: 'ja', i: 'i', "'": '',
};

/** Letters that sound as one. */
const pairs: Readonly<Record<string, Sounds>> = { шч: 'S', дж: 'Z', дз: 'd', тс: 't', тц: 't', тч: 'C', дц: 't' };

const soundsByCode: (Sounds | undefined)[] = [];
for (const [letter, sounds] of Object.entries(letters)) soundsByCode[letter.charCodeAt(0)] = sounds;

const separates = (letter: string): boolean => letter === 'ь' || letter === 'ъ' || letter === "'";
const beginsPair = (letter: string): boolean => letter === 'т' || letter === 'д' || letter === 'ш';
const isOpenVowel = (sound: string): boolean => sound === 'a' || sound === 'e' || sound === 'o';

/** The letters before which Belarusian ў stands for a Russian л: Воўк, Волк. */
const followsVocalisedL = /[ктбгхцчжпм]/u;

/** The readings of a lower-case Cyrillic word, in NFC and with straight apostrophes; none if a letter is unknown. */
export function cyrillicSounds(word: string): Sounds[] {
  let readings: Sounds[] = [''];
  let alike = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const sounds = soundsByCode[word.charCodeAt(at)];
    if (sounds === undefined) return [];
    const next = word.charAt(at + 1);
    const isBeforeVowel = isVowelAt(soundsByCode[word.charCodeAt(at + 1)] ?? '', 0);
    const pair = beginsPair(letter) ? pairs[letter + next] : undefined;
    if (pair !== undefined) {
      alike += pair;
      at += 1;
    } else if (letter === 'ц' && (next === 'е' || next === 'э')) {
      // Russian це is Belarusian ца, цэ, or ця where it was те: both are read.
      readings = continueSounds(readings, [`${alike}te`, `${alike}ta`]);
      alike = '';
      at += 1;
    } else if (letter === 'ў' && followsVocalisedL.test(next)) {
      readings = continueSounds(readings, [`${alike}v`, `${alike}l`]);
      alike = '';
    } else if (separates(letter)) alike += isBeforeVowel ? 'j' : '';
    else if (letter === 'у' && next !== '' && !isBeforeVowel && isOpenVowel(alike.slice(-1))) alike += 'v';
    else alike += sounds;
  }
  return continueSounds(readings, [alike]);
}
