/** What stands between words, and is guessed along with them. */
const separators = /[\s_.,;:|/\\-]+/gu;

/** The keys of a Cyrillic keyboard, and what a Latin one writes with the same. */
const cyrillicKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбюўії';
const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.ob]";

/** Where a Ukrainian keyboard has its letters. */
const ukrainianKeys: Readonly<Record<string, string>> = { і: 's', є: "'", ґ: '`' };

const keyOf = new Map([...cyrillicKeys].map((letter, at) => [letter, latinKeys.charAt(at)]));
const letterOf = new Map([...cyrillicKeys.slice(0, 33)].map((letter, at) => [latinKeys.charAt(at), letter]));

/** How names and greetings are commonly written with Latin letters. */
const latinLetters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Writes `text` anew, letter by letter; a capital gives a capital. */
function rewrite(text: string, letterFor: (plain: string) => string | undefined): string {
  return [...text]
    .map((letter) => {
      const plain = letter.toLowerCase();
      const other = letterFor(plain);
      if (other === undefined) return letter;
      return plain === letter ? other : other.charAt(0).toUpperCase() + other.slice(1);
    })
    .join('');
}

/** `text` as a Cyrillic keyboard writes it when the keys of its Latin letters are pressed. */
export function onCyrillicKeys(text: string): string {
  return rewrite(text, (plain) => letterOf.get(plain));
}

/** `passphrase` without what stands between its words. */
export function joinWords(passphrase: string): string {
  return passphrase.replaceAll(separators, '');
}

/** What `text` repeats from its beginning to its end, where the last time may break off; itself where it repeats nothing. */
export function withoutRepetition(text: string): string {
  const half = Math.floor(text.length / 2);
  for (let period = 1; period <= half; period += 1) {
    if (text.startsWith(text.slice(period))) return text.slice(0, period);
  }
  return text;
}

/**
 * The ways in which somebody who guesses comes upon `passphrase`: as it is; without what stands between its words, and what
 * is repeated in it; and where it has Cyrillic letters, with Latin ones: those on the same keys (so are many in the published
 * lists), and those that sound alike.
 */
export function passphraseReadings(passphrase: string): string[] {
  const joined = withoutRepetition(joinWords(passphrase));
  const readings = [passphrase, joined];
  if (/\p{Script=Cyrillic}/u.test(joined)) {
    readings.push(
      rewrite(joined, (plain) => keyOf.get(plain)),
      rewrite(joined, (plain) => ukrainianKeys[plain] ?? keyOf.get(plain)),
      rewrite(joined, (plain) => latinLetters[plain]),
    );
  }
  return [...new Set(readings)].filter((reading) => reading !== '');
}
