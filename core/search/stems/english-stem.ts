/** Letters with their case as in the algorithm: `Y` is a consonant y. */
const vowels = 'aeiouy';
const doubles: ReadonlySet<string> = new Set(['bb', 'dd', 'ff', 'gg', 'mm', 'nn', 'pp', 'rr', 'tt']);

const isVowelAt = (word: string, at: number): boolean =>
  vowels.includes(word.charAt(at)) && at >= 0 && at < word.length;

function hasVowel(word: string, end: number): boolean {
  for (let at = 0; at < end; at += 1) if (isVowelAt(word, at)) return true;
  return false;
}

/** Where what follows the first consonant after a vowel begins, from `from` on. */
function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at += 1) {
    if (!isVowelAt(word, at) && isVowelAt(word, at - 1)) return at + 1;
  }
  return word.length;
}

/** Beginnings after which the first region begins, so that general stays apart from generous and organ from organize. */
const earlyRegions = ['arsen', 'commun', 'emerg', 'gener', 'inter', 'later', 'organ', 'past', 'univers'];

function firstRegion(word: string): number {
  const early = earlyRegions.find((beginning) => word.startsWith(beginning));
  return early ? early.length : regionAfter(word, 0);
}

function endsInShortSyllable(word: string): boolean {
  const last = word.length - 1;
  if (isVowelAt(word, last)) return false;
  if (last === 1) return isVowelAt(word, 0);
  return isVowelAt(word, last - 1) && !isVowelAt(word, last - 2) && !'wxY'.includes(word.charAt(last));
}

function markConsonantY(word: string): string {
  if (!word.includes('y')) return word;
  let marked = '';
  for (const letter of word) {
    const isConsonant = letter === 'y' && (marked === '' || vowels.includes(marked.charAt(marked.length - 1)));
    marked += isConsonant ? 'Y' : letter;
  }
  return marked;
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (!word.endsWith('s') || word.endsWith('us') || word.endsWith('ss')) return word;
  return hasVowel(word, word.length - 2) ? word.slice(0, -1) : word;
}

function withoutTense(word: string, region: number): string {
  for (const ending of ['eedly', 'eed']) {
    if (!word.endsWith(ending)) continue;
    const at = word.length - ending.length;
    return at >= region ? `${word.slice(0, at)}ee` : word;
  }
  const ending = ['ingly', 'edly', 'ing', 'ed'].find((candidate) => word.endsWith(candidate));
  if (!ending) return word;
  const at = word.length - ending.length;
  if (!hasVowel(word, at)) return word;
  const stem = word.slice(0, at);
  if (stem.endsWith('at') || stem.endsWith('bl') || stem.endsWith('iz')) return `${stem}e`;
  if (doubles.has(stem.slice(-2))) return stem.slice(0, -1);
  return stem.length <= region && endsInShortSyllable(stem) ? `${stem}e` : stem;
}

type Endings = readonly (readonly [ending: string, replacement: string])[];

/** Longest first, as for all the lists below: the first that fits is the one that counts. */
const derivedEndings: Endings = [
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
];
const adjectiveEndings: Endings = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const lastEndings = 'ement,ance,ence,able,ible,ment,ant,ent,ism,ate,iti,ous,ive,ize,al,er,ic'.split(',');

function replaceEnding(word: string, endings: Endings, region: number): string | null {
  for (const [ending, replacement] of endings) {
    if (!word.endsWith(ending)) continue;
    const at = word.length - ending.length;
    return at >= region ? word.slice(0, at) + replacement : word;
  }
  return null;
}

function replaceDerived(word: string, region: number): string {
  const replaced = replaceEnding(word, derivedEndings, region);
  if (replaced !== null) return replaced;
  if (word.endsWith('ogi'))
    return word.charAt(word.length - 4) === 'l' && word.length - 3 >= region ? word.slice(0, -1) : word;
  const isAdverb =
    word.endsWith('li') && word.length - 2 >= region && 'cdeghkmnrt'.includes(word.charAt(word.length - 3));
  return isAdverb ? word.slice(0, -2) : word;
}

function replaceAdjective(word: string, region: number, second: number): string {
  if (word.endsWith('ative')) return word.length - 5 >= second ? word.slice(0, -5) : word;
  return replaceEnding(word, adjectiveEndings, region) ?? word;
}

function withoutLastEnding(word: string, second: number): string {
  const ending = lastEndings.find((candidate) => word.endsWith(candidate));
  if (ending) return word.length - ending.length >= second ? word.slice(0, -ending.length) : word;
  const isNoun = word.endsWith('ion') && 'st'.includes(word.charAt(word.length - 4)) && word.length > 3;
  return isNoun && word.length - 3 >= second ? word.slice(0, -3) : word;
}

function withoutFinalLetter(word: string, region: number, second: number): string {
  const at = word.length - 1;
  if (word.endsWith('e')) {
    const goes = at >= second || (at >= region && !endsInShortSyllable(word.slice(0, at)));
    return goes ? word.slice(0, at) : word;
  }
  return word.endsWith('ll') && at >= second ? word.slice(0, at) : word;
}

/**
 * The stem of an English word of small letters `a` to `z`, by Martin Porter's second algorithm
 * (https://snowballstem.org/algorithms/english/stemmer.html), without its list of exceptions: for those see
 * `stem-exceptions.ts`. Words of one or two letters are their own stems.
 */
export function englishStem(key: string): string {
  if (key.length < 3) return key;
  let word = markConsonantY(key);
  const region = firstRegion(word);
  const second = regionAfter(word, region);
  word = withoutTense(withoutPlural(word), region);
  if (/[^aeiouy][yY]$/u.test(word) && word.length > 2) word = `${word.slice(0, -1)}i`;
  word = replaceAdjective(replaceDerived(word, region), region, second);
  return withoutFinalLetter(withoutLastEnding(word, second), region, second).toLowerCase();
}
