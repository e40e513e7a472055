import { speaksFor, type TextWord } from './extend-name.ts';
import type { NameHit } from './name-index.ts';
import type { WithheldName } from './withheld-name.ts';

/** Of the people whose surname stands in the words from `first` to `last`, those whose whole name is worth looking for. */
type Contenders = (
  words: readonly TextWord[],
  first: number,
  last: number,
  hits: readonly NameHit[],
) => readonly NameHit[];

/** So many are all looked at. */
const few = 4;
/** In words: what stands farther from a surname is of its name only where something nearer is too. */
const farthest = 7;

/** The people of one surname, the likeliest first, and which of them a word speaks for, by their places in `hits`. */
interface Group {
  readonly hits: readonly NameHit[];
  readonly spokenFor: Map<string, readonly number[]>;
  /** Who was chosen, by the words that speak for somebody and where they stand. */
  readonly chosen: Map<string, readonly NameHit[]>;
}

/** One hit for each set of words that speak for it; `speakers` has the places in `hits` that each word speaks for. */
function choose(hits: readonly NameHit[], speakers: readonly (readonly number[])[]): NameHit[] {
  const signs = hits.map(({ isFaint }) => `${isFaint}`);
  for (const [speaker, places] of speakers.entries()) {
    for (const place of places) signs[place] += ` ${speaker}`;
  }
  const chosen = new Map<string, NameHit>();
  for (const [place, hit] of hits.entries()) {
    const sign = signs[place] ?? '';
    if (!chosen.has(sign)) chosen.set(sign, hit);
  }
  return [...chosen.values()];
}

/**
 * Makes the choice among `names`. Of many people with one surname, only one is looked at for each set of words that may
 * be of the name: the rest would be found at the same place. A family of hundreds so takes as long as a person.
 */
export function createContenders(names: readonly WithheldName[]): Contenders {
  const groups = new WeakMap<readonly NameHit[], Group>();
  const groupOf = (hits: readonly NameHit[]): Group => {
    const known = groups.get(hits);
    if (known) return known;
    const surnames = hits.filter(({ role }) => role === 'surname');
    surnames.sort((a, b) => Number(b.isSpelt) - Number(a.isSpelt) || a.person - b.person);
    const group: Group = { hits: surnames, spokenFor: new Map(), chosen: new Map() };
    groups.set(hits, group);
    return group;
  };
  const spokenFor = ({ hits, spokenFor: known }: Group, word: TextWord): readonly number[] => {
    const found = known.get(word.written);
    if (found) return found;
    const places = hits.flatMap(({ person }, place) =>
      speaksFor(word, person, names[person]?.companions ?? []) ? [place] : [],
    );
    known.set(word.written, places);
    return places;
  };
  return (words, first, last, all) => {
    const group = groupOf(all);
    const { hits } = group;
    if (hits.length <= few) return hits;
    const speakers: { at: number; written: string; places: readonly number[] }[] = [];
    for (let at = Math.max(0, first - farthest); at <= last + farthest; at += 1) {
      const word = words[at];
      if (!word || (at >= first && at <= last)) continue;
      const places = spokenFor(group, word);
      if (places.length > 0) speakers.push({ at: at - first, written: word.written, places });
    }
    const key = speakers.map(({ at, written }) => `${at} ${written}`).join(' ');
    const known = group.chosen.get(key);
    if (known) return known;
    const chosen = choose(
      hits,
      speakers.map(({ places }) => places),
    );
    group.chosen.set(key, chosen);
    return chosen;
  };
}
