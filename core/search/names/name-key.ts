import { apostrophes, ignoredInWords } from '../fold-word.ts';
import { aliasGroups } from './aliases.ts';
import { isCommonWord } from './common-words.ts';
import { cyrillicSounds } from './cyrillic-sounds.ts';
import { type Ended, endedOf, obliqueOf } from './endings.ts';
import { latinSounds } from './latin-sounds.ts';
import { foldSounds } from './name-sounds.ts';
import { isVowelAt, type Sounds } from './sounds.ts';

/** What every name key begins with: no folded word does. */
const prefix = '~';
/** What the key of a group of aliases begins with. */
const groupPrefix = '~@';
/** Stands for open last vowels. */
const openEnd = 'a';

const shortestName = 4;
const fewestSounds = 2;
/** In UTF-16 units. Longer words are no names, and would cost time. */
const longestName = 40;

const plainLatin = /^[a-z]+$/u;
const plainCyrillic = /^[а-яёєіїўґ]+$/u;
/** Whether a word has Cyrillic letters. */
export const hasCyrillic = /\p{Script=Cyrillic}/u;
const unread = new RegExp(`[${ignoredInWords}]`, 'gu');
const anyApostrophe = new RegExp(`[${apostrophes}]`, 'gu');
const possessive = /'s?$/u;
const stress = /\u0301/gu;

/** Lower case, composed, without what is not read, with straight apostrophes and no possessive. */
export function plainForm(word: string): string {
  const lower = word.toLowerCase();
  if (plainLatin.test(lower) || plainCyrillic.test(lower)) return lower;
  const read = lower.replace(unread, '').replace(anyApostrophe, "'").replace(possessive, '');
  return (hasCyrillic.test(read) ? read.replace(stress, '') : read).normalize('NFC');
}

/** How else the name may begin: without Belarusian в before о, у; with В- for У-; with Ник- for Мік-. */
function otherBeginning(sounds: Sounds): Sounds | null {
  const [first, second] = sounds;
  if (first === 'v') return (second === 'o' || second === 'u') && !isVowelAt(sounds, 2) ? sounds.slice(1) : null;
  if (first === 'u') return sounds.length > 1 && !isVowelAt(sounds, 1) ? `v${sounds.slice(1)}` : null;
  return first === 'm' && sounds.startsWith('ik', 1) && isVowelAt(sounds, 3) ? `n${sounds.slice(1)}` : null;
}

const keyOf = ({ stem, isOpen }: Ended): string => prefix + foldSounds(stem) + (isOpen ? openEnd : '');

function addKeysOf(sounds: Sounds, asWritten: string[], oblique: string[] | null): void {
  const written = endedOf(sounds);
  asWritten.push(keyOf(written));
  const { stem, isOpen } = written;
  // Ukrainian -ів is -ов or -ев elsewhere.
  if (!isOpen && stem.length > 2 && stem.endsWith('iv')) {
    asWritten.push(
      keyOf({ stem: `${stem.slice(0, -2)}ov`, isOpen }),
      keyOf({ stem: `${stem.slice(0, -2)}jev`, isOpen }),
    );
  }
  if (oblique) for (const ended of obliqueOf(sounds, written)) oblique.push(keyOf(ended));
}

const groupOfKey = new Map<string, string>();
const aliasWords = new Set<string>();
for (const group of aliasGroups) {
  for (const spelling of group) {
    const word = plainForm(spelling);
    aliasWords.add(word);
    const [sounds = ''] = latinSounds(word);
    const key = keyOf(endedOf(sounds));
    if (!groupOfKey.has(key)) groupOfKey.set(key, groupPrefix + plainForm(group[0] ?? ''));
  }
}

/** Keys of a word as it is written, and as the oblique case of another; with repetitions, without aliases. */
interface Keys {
  readonly asWritten: readonly string[];
  readonly oblique: readonly string[];
}

const none: Keys = { asWritten: [], oblique: [] };

function readKeys(word: string): Keys {
  if (word.length < shortestName || word.length > longestName) return none;
  const plain = plainForm(word);
  if (plain.length < shortestName) return none;
  if (isCommonWord(plain) && !aliasWords.has(plain)) return none;
  const isCyrillic = hasCyrillic.test(plain);
  const asWritten: string[] = [];
  const oblique: string[] = [];
  for (const sounds of isCyrillic ? cyrillicSounds(plain) : latinSounds(plain)) {
    if (sounds.length < fewestSounds) continue;
    addKeysOf(sounds, asWritten, isCyrillic ? oblique : null);
    const other = otherBeginning(sounds);
    if (other !== null) addKeysOf(other, asWritten, isCyrillic ? oblique : null);
  }
  return { asWritten, oblique };
}

function addDistinct(keys: string[], found: readonly string[], withAliases: boolean): void {
  for (const own of found) {
    const key = withAliases ? (groupOfKey.get(own) ?? own) : own;
    if (!keys.includes(key)) keys.push(key);
  }
}

/** As `nameKeysOf`, by the rules alone: for measuring what the rules and what the aliases do. */
export function nameKeysByRulesOf(word: string): readonly string[] {
  const { asWritten, oblique } = readKeys(word);
  const keys: string[] = [];
  addDistinct(keys, asWritten, false);
  addDistinct(keys, oblique, false);
  return keys;
}

/**
 * Whether two words are spellings of one name with the ending kept, rather than Kozlov and the form Козлова, which may
 * be his or a woman's own name. Meant to rank matches: without it, a joined spelling is one step less certain.
 */
export function isKeptEnding(a: string, b: string): boolean {
  const keys: string[] = [];
  const others: string[] = [];
  addDistinct(keys, readKeys(a).asWritten, true);
  addDistinct(others, readKeys(b).asWritten, true);
  return keys.some((key) => others.includes(key));
}

/**
 * The keys by which the spellings of one name find each other: two words may be one name where they have a key in
 * common. `word` is taken as it is written, with its accents, in Latin or Cyrillic letters, in any case. Usually there
 * is one key; several where a letter may be read in several ways, or where a Cyrillic word may be an oblique case. There
 * are none for words that are no names: of three letters or fewer, of more than 40 UTF-16 units, with digits or other
 * signs, in another script, and for frequent ordinary words (common-words.ts). Whether a Latin word is capitalised anywhere is for the
 * caller to judge. The keys begin with `~`, which no folded word does. docs/search-names.md says what rules there are.
 */
export function nameKeysOf(word: string): readonly string[] {
  const { asWritten, oblique } = readKeys(word);
  const keys: string[] = [];
  addDistinct(keys, asWritten, true);
  addDistinct(keys, oblique, true);
  return keys;
}
