import { nameKeysOf } from '../names/name-key.ts';
import { stemKeysOf } from '../stems/stem-keys.ts';
import { isPairKey } from './common-pairs.ts';

/** The number of a word's key. */
export type Term = number;

/** Groups of terms that share a key of some kind, made when they are first asked for and kept up as terms come. */
class TermGroups {
  readonly #keysOf: (key: string, term: Term) => readonly string[];
  readonly #groups = new Map<string, Term[]>();
  #done = 0;

  constructor(keysOf: (key: string, term: Term) => readonly string[]) {
    this.#keysOf = keysOf;
  }

  /** Puts a term, known already, into the groups of `keys` too. */
  extend(term: Term, keys: readonly string[]): void {
    // One that has not been grouped yet is when its turn comes.
    if (term < this.#done) for (const key of keys) this.#put(key, term);
  }

  /** The terms that share one of `wanted`, given all keys there are. */
  find(wanted: readonly string[], keys: readonly string[]): Term[] {
    for (; this.#done < keys.length; this.#done += 1) {
      for (const group of this.#keysOf(keys[this.#done] ?? '', this.#done)) this.#put(group, this.#done);
    }
    return [...new Set(wanted.flatMap((key) => this.#groups.get(key) ?? []))];
  }

  #put(group: string, term: Term): void {
    const terms = this.#groups.get(group);
    if (terms) terms.push(term);
    else this.#groups.set(group, [term]);
  }
}

/** Ways of writing one term that are remembered. */
const formLimit = 4;

const isCyrillic = /\p{Script=Cyrillic}/u;

/** Makes a string that keeps nothing else alive: V8 keeps the whole text for a slice of it. */
export function flatCopy(text: string): string {
  return text.split('').join('');
}

/** What of a vocabulary is saved. */
export interface SavedVocabulary {
  /** All keys in the order of their numbers, with a line feed between them, which no key holds. */
  readonly keys: string;
  /** In how many units each key stands. */
  readonly frequencies: Uint32Array;
  /** The terms that have been seen written like names. */
  readonly names: Uint32Array;
  /** Pairs: a possessive, and the word without its ’s. */
  readonly possessives: Uint32Array;
  /** For each term that is written otherwise than its key: its number, and its forms, with tabs between. */
  readonly forms: readonly string[];
}

/**
 * All keys of the words in an index, numbered. Beside them what a query is widened by: the sorted list for beginnings,
 * groups by stem, and groups of spellings of one name. The latter hold only what can be a name: what was seen
 * capitalised inside a sentence, and Cyrillic words.
 */
export class Vocabulary {
  readonly #terms = new Map<string, Term>();
  readonly #keys: string[] = [];
  readonly #frequencies: number[] = [];
  readonly #names = new Set<Term>();
  readonly #possessives = new Map<Term, Term[]>();
  readonly #stems = new TermGroups((key) => (isPairKey(key) ? [] : stemKeysOf(key)));
  /** A word becomes a name when it is first seen as one: the groups hold all, and are sifted when asked. */
  readonly #spellings = new TermGroups((key, term) =>
    isPairKey(key) ? [] : [key, ...(this.#forms.get(term) ?? [])].flatMap(nameKeysOf),
  );
  /** How terms are written where their keys do not say it: with the accents that tell how a name is spoken. */
  readonly #forms = new Map<Term, string[]>();
  #sorted: Term[] = [];

  get size(): number {
    return this.#keys.length;
  }

  keyOf(term: Term): string {
    return this.#keys[term] ?? '';
  }

  /** The term of `key`; `undefined` where no text has it. */
  find(key: string): Term | undefined {
    return this.#terms.get(key);
  }

  /** In how many units the term stands. */
  frequencyOf(term: Term): number {
    return this.#frequencies[term] ?? 0;
  }

  /** The term of `key`, a new one where it is new. */
  add(key: string): Term {
    const known = this.#terms.get(key);
    if (known !== undefined) return known;
    const term = this.#keys.length;
    const copy = flatCopy(key);
    this.#terms.set(copy, term);
    this.#keys.push(copy);
    this.#frequencies.push(0);
    return term;
  }

  /** Counts one unit more, or fewer, for a term. */
  count(term: Term, step: 1 | -1): void {
    this.#frequencies[term] = (this.#frequencies[term] ?? 0) + step;
  }

  /** Notes that a term was seen written like a name. */
  markName(term: Term): void {
    this.#names.add(term);
  }

  /** Notes how a term is written, where its key does not say it. */
  addForm(term: Term, written: string): void {
    const form = written.toLowerCase();
    if (form === this.keyOf(term)) return;
    const forms = this.#forms.get(term) ?? [];
    if (forms.length >= formLimit || forms.includes(form)) return;
    const copy = flatCopy(form);
    this.#forms.set(term, [...forms, copy]);
    this.#spellings.extend(term, nameKeysOf(copy));
  }

  /** Notes that `possessive` is `base` with an ’s. */
  linkPossessive(base: Term, possessive: Term): void {
    const known = this.#possessives.get(base);
    if (!known) this.#possessives.set(base, [possessive]);
    else if (!known.includes(possessive)) known.push(possessive);
  }

  /** The possessives of a term. */
  possessivesOf(term: Term): readonly Term[] {
    return this.#possessives.get(term) ?? [];
  }

  /** The terms that begin with `beginning`, itself among them. */
  startingWith(beginning: string): Term[] {
    const sorted = this.#sort();
    const found: Term[] = [];
    for (let at = this.#firstAtLeast(beginning); at < sorted.length; at += 1) {
      const term = sorted[at] ?? 0;
      if (!this.keyOf(term).startsWith(beginning)) break;
      found.push(term);
    }
    return found;
  }

  /** The terms with the stem of `key`, itself among them where it is one. */
  withStemOf(key: string): Term[] {
    const keys = stemKeysOf(key);
    return keys.length === 0 ? [] : this.#stems.find(keys, this.#keys);
  }

  /** The terms that may be other spellings of the name `written`. */
  spellingsOf(written: string): Term[] {
    const keys = nameKeysOf(written);
    if (keys.length === 0) return [];
    const terms = this.#spellings.find(keys, this.#keys);
    return terms.filter((term) => this.#names.has(term) || isCyrillic.test(this.keyOf(term)));
  }

  /** All words that stand in some unit, for suggestions. */
  *inUse(): Generator<Term> {
    for (let term = 0; term < this.#keys.length; term += 1) {
      if (this.frequencyOf(term) > 0 && !isPairKey(this.keyOf(term))) yield term;
    }
  }

  save(): SavedVocabulary {
    const pairs = [...this.#possessives].flatMap(([base, all]) => all.flatMap((possessive) => [base, possessive]));
    return {
      keys: this.#keys.join('\n'),
      frequencies: Uint32Array.from(this.#frequencies),
      names: Uint32Array.from(this.#names),
      possessives: Uint32Array.from(pairs),
      forms: [...this.#forms].map(([term, forms]) => [term, ...forms].join('\t')),
    };
  }

  static load({ keys, frequencies, names, possessives, forms }: SavedVocabulary): Vocabulary {
    const vocabulary = new Vocabulary();
    for (const key of keys === '' ? [] : keys.split('\n')) {
      const term = vocabulary.#keys.length;
      vocabulary.#terms.set(key, term);
      vocabulary.#keys.push(key);
      vocabulary.#frequencies.push(frequencies[term] ?? 0);
    }
    for (const line of forms) {
      const [term, ...written] = line.split('\t');
      vocabulary.#forms.set(Number(term), written);
    }
    for (const term of names) vocabulary.#names.add(term);
    for (let at = 0; at + 1 < possessives.length; at += 2) {
      vocabulary.linkPossessive(possessives[at] ?? 0, possessives[at + 1] ?? 0);
    }
    return vocabulary;
  }

  #firstAtLeast(key: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.keyOf(this.#sorted[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sort(): readonly Term[] {
    if (this.#sorted.length !== this.#keys.length) {
      this.#sorted = this.#keys.map((_, term) => term);
      this.#sorted.sort((a, b) => (this.keyOf(a) < this.keyOf(b) ? -1 : 1));
    }
    return this.#sorted;
  }
}
