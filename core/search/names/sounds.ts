/**
 * How a name sounds, in one letter a sound: vowels `a e i o u`, the glide `j`, consonants `b d f h k l m n p r s t v z`,
 * and `S` (sh, shch), `Z` (zh), `C` (ch). `h` is г, ґ and х alike, `t` also ц and Belarusian ць, `d` also дз.
 */
export type Sounds = string;

/** The most readings that are kept of one spelling. */
const mostReadings = 8;

/** Every one of `beginnings` continued by every one of `sounds`; past eight, the readings that come last are dropped. */
export function continueSounds(beginnings: readonly Sounds[], sounds: readonly Sounds[]): Sounds[] {
  const readings: Sounds[] = [];
  for (const next of sounds) {
    for (const beginning of beginnings) readings.push(beginning + next);
  }
  return readings.length > mostReadings ? readings.slice(0, mostReadings) : readings;
}

const ascii = 128;
const vowels = new Uint8Array(ascii);
for (const vowel of 'aeiouj') vowels[vowel.charCodeAt(0)] = 1;

/** Whether there is a vowel or the glide at `at`. */
export const isVowelAt = (sounds: Sounds, at: number): boolean => vowels[sounds.charCodeAt(at)] === 1;
