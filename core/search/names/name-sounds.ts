import { isVowelAt, type Sounds } from './sounds.ts';

/** The sounds after which Belarusian vowels harden, so that e and a are not told apart. */
const hardens = (sound: string): boolean => sound === 'r' || sound === 'S' || sound === 'Z' || sound === 'C';

/** The class of the vowels from `start` up to `end`: `a` also for o, `e` also for ja and jo, `i`, `u`; none for a glide. */
function vowelClass(sounds: Sounds, start: number, end: number, before: string): string {
  let at = start;
  while (at < end && (sounds[at] === 'i' || sounds[at] === 'j')) at += 1;
  const vowel = sounds[at];
  const isSoft = at > start;
  if (at === end) return sounds.slice(start, end).includes('i') ? 'i' : '';
  if (vowel === 'u') return 'u';
  if (hardens(before)) return vowel === 'e' && isSoft && before === 'r' ? 'e' : 'a';
  return vowel === 'e' || isSoft ? 'e' : 'a';
}

/**
 * What is common to the spellings of one name: the consonants, single and assimilated, with the classes of the vowels
 * between them.
 */
export function foldSounds(sounds: Sounds): string {
  let folded = '';
  /** The consonant that the next sound meets. It is written when that is known. */
  let before = '';
  for (let at = 0; at < sounds.length; at += 1) {
    // s and z are told apart where a name begins: elsewhere either is written for the other.
    const isVoiced = at === 0 && isVowelAt(sounds, 1);
    const sound = sounds[at] === 'z' && !isVoiced ? 's' : sounds.charAt(at);
    if (isVowelAt(sounds, at)) {
      const start = at;
      while (isVowelAt(sounds, at + 1)) at += 1;
      const vowel = vowelClass(sounds, start, at + 1, before);
      if (vowel === '') continue;
      folded += before + vowel;
      before = '';
      continue;
    }
    const isDental = before === 't' || before === 'd';
    // тск, дск and цк are one; so are шч and щ, тч and ч.
    if (sound === 's' && isDental && sounds[at + 1] === 'k') before = 't';
    else if (sound === before || (sound === 'C' && before === 'S')) continue;
    else {
      if (sound === 'k' && isDental) folded += 't';
      else if (sound !== 'C' || before !== 't') folded += before;
      before = sound;
    }
  }
  return folded + before;
}
