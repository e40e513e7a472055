import { isVowelAt, type Sounds } from './sounds.ts';

/** A name without its last vowels, and whether they are open: a, o, ja, aja, as in women's names and in -ko. */
export interface Ended {
  readonly stem: Sounds;
  readonly isOpen: boolean;
}

const shortestStem = 2;

/** The name as it is written: without its last vowels. */
export function endedOf(sounds: Sounds): Ended {
  let end = sounds.length;
  while (end > 0 && isVowelAt(sounds, end - 1)) end -= 1;
  if (end < shortestStem) return { stem: sounds, isOpen: false };
  const isOpen = end < sounds.length && (sounds.endsWith('a') || sounds.endsWith('o'));
  return { stem: sounds.slice(0, end), isOpen };
}

/** Case endings of more than vowels, and whether what is left may also be open. */
const longEndings: readonly (readonly [ending: Sounds, mayBeOpen: boolean])[] = [
  ['oho', false],
  ['eho', false],
  ['aho', false],
  ['aha', false],
  ['omu', false],
  ['emu', false],
  ['amu', false],
  ['imi', false],
  ['ami', true],
  ['ah', true],
  ['om', true],
  ['em', true],
  ['am', true],
  ['im', false],
  ['ih', false],
];

/** A vowel that comes and goes is put back: Кравца, Кравец; Дедка, Дедок; Козла, Козел. */
function withFleetingVowel(stem: Sounds): Sounds | null {
  const last = stem.slice(-1);
  if (isVowelAt(stem, stem.length - 2) || (last !== 't' && last !== 'k' && last !== 'l')) return null;
  return `${stem.slice(0, -1)}${last === 'k' ? 'o' : 'e'}${last}`;
}

function addClosed(found: Ended[], stem: Sounds): void {
  found.push({ stem, isOpen: false });
  const other = withFleetingVowel(stem);
  if (other !== null) found.push({ stem: other, isOpen: false });
}

/** What a Cyrillic word may be the oblique case of; `written` is what `endedOf` gives for it. */
export function obliqueOf(sounds: Sounds, { stem, isOpen }: Ended): Ended[] {
  const found: Ended[] = [];
  if (stem.length < sounds.length && !sounds.endsWith('o')) {
    if (!isOpen) found.push({ stem, isOpen: true });
    // Nothing but an adjective ends so.
    if (!sounds.endsWith('kaja') && !sounds.endsWith('kuju')) addClosed(found, stem);
  }
  for (const [ending, mayBeOpen] of longEndings) {
    if (!sounds.endsWith(ending)) continue;
    const cut = endedOf(sounds.slice(0, -ending.length)).stem;
    if (cut.length <= shortestStem) break;
    if (mayBeOpen) found.push({ stem: cut, isOpen: true });
    addClosed(found, cut);
    break;
  }
  return found;
}
