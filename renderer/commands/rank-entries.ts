import { areInDifferentLetters, soundsOfBeginning, soundsOfName } from '../../core/search/names/name-beginning.ts';
import { nameKeysOf } from '../../core/search/names/name-key.ts';
import { foldLabel, type LabelRange, type LabelWord, rangeInLabel } from './fold-label.ts';

/** What can be found by typing: by its name, and by what is known of it besides. */
export interface Findable {
  readonly id: string;
  readonly name: string;
  /** A publisher and a date, or nothing. */
  readonly detail: string;
  /** What else may be typed for it, with spaces between the words; it is nowhere shown. */
  readonly words?: string;
}

/** Something found, with the letters that were found of its name and of its detail, in their order. */
export interface Found<Entry extends Findable> {
  readonly entry: Entry;
  readonly inName: readonly LabelRange[];
  readonly inDetail: readonly LabelRange[];
}

/** Letters of a word that a part of the query was found in. */
interface Hit {
  readonly isInDetail: boolean;
  readonly word: LabelWord;
  readonly from: number;
  readonly to: number;
}

/** How well a part of the query fits, the best first: 0 a whole word, 1 its beginning, 2 other words for it, 3 letters. */
type Tier = 0 | 1 | 2 | 3;

interface Fit {
  readonly tier: Tier;
  readonly hits: readonly Hit[];
}

interface Prepared<Entry extends Findable> {
  readonly entry: Entry;
  readonly name: readonly LabelWord[];
  readonly detail: readonly LabelWord[];
  readonly words: readonly LabelWord[];
}

/** A part of the query: its key, and the words that are other spellings of it. */
interface QueryPart {
  readonly key: string;
  readonly spellings: ReadonlySet<string>;
}

/** The fewest letters that are looked for one by one; of fewer nearly everything has some. */
const fewestLetters = 2;

function findWord(words: readonly LabelWord[], part: QueryPart, isInDetail: boolean): Fit | null {
  const fitAt = (word: LabelWord, tier: Tier, to: number): Fit => ({ tier, hits: [{ isInDetail, word, from: 0, to }] });
  const whole = words.find(({ key }) => key === part.key);
  if (whole) return fitAt(whole, 0, whole.key.length);
  const begun = words.find(({ key }) => key.startsWith(part.key));
  if (begun) return fitAt(begun, 1, part.key.length);
  const spelt = words.find(({ key }) => part.spellings.has(key));
  return spelt ? fitAt(spelt, 2, spelt.key.length) : null;
}

/** The letters of `key` in one word, the first at its beginning: “mscw” of Moscow. */
function findInWord(words: readonly LabelWord[], key: string): Hit[] | null {
  for (const word of words) {
    if (word.key[0] !== key[0]) continue;
    const places: number[] = [];
    for (const letter of key) {
      const next = word.key.indexOf(letter, (places.at(-1) ?? -1) + 1);
      if (next === -1) break;
      places.push(next);
    }
    if (places.length === [...key].length) {
      return places.map((from) => ({ isInDetail: false, word, from, to: from + 1 }));
    }
  }
  return null;
}

/** The letters of `key` as beginnings of words that follow each other: “omm” of OSCE Moscow Mechanism, or “moscmec”. */
function findBeginnings(words: readonly LabelWord[], key: string): Hit[] | null {
  const inVain = new Set<number>();
  const find = (done: number, from: number): Hit[] | null => {
    if (done === key.length) return [];
    const place = done * (words.length + 1) + from;
    if (inVain.has(place)) return null;
    for (const [at, word] of words.entries()) {
      if (at < from) continue;
      let most = 0;
      while (done + most < key.length && key[done + most] === word.key[most]) most += 1;
      // As much of each word as can be; less where the rest is not found otherwise.
      for (let taken = most; taken > 0; taken -= 1) {
        const rest = find(done + taken, at + 1);
        if (rest) return [{ isInDetail: false, word, from: 0, to: taken }, ...rest];
      }
    }
    inVain.add(place);
    return null;
  };
  return find(0, 0);
}

/** What stands for a name without being shown has no letters to mark. */
function findUnseen(words: readonly LabelWord[], part: QueryPart): Fit | null {
  return words.some(({ key }) => key.startsWith(part.key)) ? { tier: 2, hits: [] } : null;
}

function fitOf({ name, detail, words }: Prepared<Findable>, part: QueryPart): Fit | null {
  const fit = findWord(name, part, false) ?? findWord(detail, part, true) ?? findUnseen(words, part);
  if (fit || part.key.length < fewestLetters) return fit;
  const letters =
    findBeginnings(name, part.key) ?? (part.key.length > fewestLetters ? findInWord(name, part.key) : null);
  return letters && { tier: 3, hits: letters };
}

function rangesOf(label: string, hits: readonly Hit[]): LabelRange[] {
  const ranges = hits
    .map(({ word, from, to }) => rangeInLabel(label, word, from, to))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** A query's answer: the best, and how many there are in all. */
export interface Ranked<Entry extends Findable> {
  readonly found: readonly Found<Entry>[];
  readonly count: number;
}

/** The words of all entries by what their spellings have in common, so that names are found however they are spelt. */
function groupSpellings(prepared: readonly Prepared<Findable>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byNameKey = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { entry, name, detail } of prepared) {
    const add = (label: string, { start, end, key }: LabelWord): void => {
      if (seen.has(key)) return;
      seen.add(key);
      for (const nameKey of nameKeysOf(label.slice(start, end))) {
        const words = byNameKey.get(nameKey) ?? new Set();
        byNameKey.set(nameKey, words.add(key));
      }
    };
    for (const word of name) add(entry.name, word);
    for (const word of detail) add(entry.detail, word);
  }
  return byNameKey;
}

/** What each word of the entries sounds like, by its key. */
function listSounds(prepared: readonly Prepared<Findable>[]): ReadonlyMap<string, readonly string[]> {
  const sounds = new Map<string, readonly string[]>();
  for (const { entry, name, detail } of prepared) {
    const add = (label: string, { start, end, key }: LabelWord): void => {
      if (!sounds.has(key)) sounds.set(key, soundsOfName(label.slice(start, end)));
    };
    for (const word of name) add(entry.name, word);
    for (const word of detail) add(entry.detail, word);
  }
  return sounds;
}

/**
 * Prepares entries to be found by words typed in any order: each by a whole word, a beginning, another spelling of a name
 * or its beginning in other letters, a word that stands for it, or letters. Capitals and accents make no difference. Gives the way to ask: `recent` are ids, the latest first, and
 * come first among what fits as well; the rest keeps the order of `entries`. Nothing is done before the first question.
 */
export function prepareEntries<Entry extends Findable>(
  entries: readonly Entry[],
  fold: typeof foldLabel = foldLabel,
): (query: string, recent: readonly string[], limit: number) => Ranked<Entry> {
  let prepared: readonly Prepared<Entry>[] | null = null;
  let spellings: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  let sounds: ReadonlyMap<string, readonly string[]> | null = null;
  const prepare = (): readonly Prepared<Entry>[] => {
    prepared ??= entries.map((entry) => ({
      entry,
      name: fold(entry.name),
      detail: fold(entry.detail),
      words: fold(entry.words ?? ''),
    }));
    return prepared;
  };
  const partOf = (query: string, { start, end, key }: LabelWord): QueryPart => {
    const nameKeys = nameKeysOf(query.slice(start, end));
    if (nameKeys.length > 0) spellings ??= groupSpellings(prepare());
    const found = new Set(nameKeys.flatMap((nameKey) => [...(spellings?.get(nameKey) ?? [])]));
    // Who types in other letters than the name is in has typed only its beginning at first.
    const beginnings = soundsOfBeginning(query.slice(start, end));
    if (beginnings.length > 0) sounds ??= listSounds(prepare());
    for (const [word, whole] of beginnings.length > 0 ? (sounds ?? []) : []) {
      if (!areInDifferentLetters(word, key)) continue;
      if (whole.some((name) => beginnings.some((beginning) => name.startsWith(beginning)))) found.add(word);
    }
    return { key, spellings: found };
  };
  return (query, recent, limit) => {
    const parts = foldLabel(query).map((word) => partOf(query, word));
    if (parts.length === 0) return { found: [], count: 0 };
    const latest = new Map(recent.map((id, at) => [id, at]));
    const fitting = prepare().flatMap((each, order) => {
      const { entry } = each;
      const fits: Fit[] = [];
      for (const part of parts) {
        const fit = fitOf(each, part);
        if (!fit) return [];
        fits.push(fit);
      }
      const hits = fits.flatMap((fit) => fit.hits);
      const tiers = fits.map(({ tier }) => tier);
      const rank = [
        Math.max(...tiers),
        latest.get(entry.id) ?? recent.length,
        tiers.reduce<number>((sum, tier) => sum + tier, 0),
        hits.filter(({ isInDetail }) => isInDetail).length,
        hits[0]?.word.start ?? 0,
        order,
      ];
      return [{ entry, hits, rank }];
    });
    fitting.sort((a, b) => {
      const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
      return (a.rank[at] ?? 0) - (b.rank[at] ?? 0);
    });
    const found = fitting.slice(0, limit).map(({ entry, hits }) => {
      const inDetail = (isInDetail: boolean): Hit[] => hits.filter((hit) => hit.isInDetail === isInDetail);
      return {
        entry,
        inName: rangesOf(entry.name, inDetail(false)),
        inDetail: rangesOf(entry.detail, inDetail(true)),
      };
    });
    return { found, count: fitting.length };
  };
}
