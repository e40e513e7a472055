const consonants = 'бвгджзклмнпрстфхцчшщ';

const isConsonant = (letter: string): boolean => letter !== '' && consonants.includes(letter);

/** Without the second of two equal consonants at the end. */
export function undouble(stem: string): string {
  const last = stem.at(-1) ?? '';
  return last === stem.at(-2) && isConsonant(last) ? stem.slice(0, -1) : stem;
}

/**
 * Without the vowel that some forms of a word have before their last consonant and others lack (пыток, пытки), where it
 * is one of `vowelsBefore` that consonant and comes after a consonant or an apostrophe.
 */
export function withoutFleetingVowel(stem: string, vowelsBefore: Readonly<Record<string, string>>): string {
  const last = stem.at(-1) ?? '';
  const vowels = Object.hasOwn(vowelsBefore, last) ? vowelsBefore[last] : undefined;
  const before = stem.at(-3) ?? '';
  if (!vowels?.includes(stem.at(-2) ?? ' ') || !(isConsonant(before) || before === "'")) return stem;
  return stem.slice(0, -2) + last;
}

/** With `о` for an `і` before the last consonant, or before `ст` at the end: in Ukrainian they alternate (вибір, вибори). */
export function evenOutI(stem: string): string {
  const consonantsAtEnd = stem.endsWith('ст') ? 2 : 1;
  const at = stem.length - consonantsAtEnd - 1;
  if (stem.charAt(at) !== 'і' || !isConsonant(stem.at(-1) ?? '')) return stem;
  return `${stem.slice(0, at)}о${stem.slice(at + 1)}`;
}
