import { foldedKeysOf, scanWords } from '../words.ts';
import { pairKey } from './common-pairs.ts';
import { GrowingArray } from './growing-array.ts';
import { impactOf, PostingLists, type SavedPostings } from './postings.ts';
import { flatCopy, type SavedVocabulary, type Term, Vocabulary } from './vocabulary.ts';

/** What a searched text is part of. `blocks` are its units; a note is a text with one. */
export interface IndexedText {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly { readonly start: number; readonly end: number }[];
}

/** A text in the index: its units have the numbers from `firstUnit` up to `nextUnit`. */
export interface TextEntry {
  readonly id: string;
  readonly firstUnit: number;
  readonly nextUnit: number;
  isRemoved: boolean;
}

/** What is saved of a corpus: numbers, and strings. */
export interface SavedCorpus {
  readonly texts: readonly TextEntry[];
  readonly vocabulary: SavedVocabulary;
  readonly postings: SavedPostings;
  readonly tokens: Uint32Array;
  readonly starts: Uint16Array;
  readonly tokenEnds: Uint32Array;
  readonly textOfUnit: Uint32Array;
  readonly compounds: Uint32Array;
}

/** A hyphenated word of a unit: the number of its first simple word, how many it has, and its term as one word. */
export interface Compound {
  readonly at: number;
  readonly span: number;
  readonly term: Term;
}

interface WrittenTerms {
  readonly term: Term;
  readonly base: Term | null;
}

/** Written words that are remembered. */
const writtenLimit = 300_000;

/** The largest beginning of a word that is kept: in a unit that is longer, words have to be counted. */
const farStart = 0xffff;

/** Numbers that one compound takes: unit, place, span, term. */
const compoundSize = 4;

/**
 * The texts of an index as numbers: for each unit (a block of a statement, or a note) the terms of its words in their
 * order, and the posting lists of all terms. The texts themselves are not kept.
 */
export class Corpus {
  /** Read when it is first needed: a saved index is there before anybody searches. */
  #vocabulary: Vocabulary | null;
  readonly #savedVocabulary: SavedVocabulary | null;
  readonly postings: PostingLists;
  readonly #texts: TextEntry[];
  readonly #textById = new Map<string, TextEntry>();
  /** The terms of all units, one after the other; where each unit's end. */
  readonly #tokens: GrowingArray<Uint32Array>;
  /** Where each word begins in its unit, in UTF-16 units; `farStart` for all that is further. */
  readonly #starts: GrowingArray<Uint16Array>;
  readonly #tokenEnds: GrowingArray<Uint32Array>;
  readonly #textOfUnit: GrowingArray<Uint32Array>;
  /** By unit, since units come in their order. */
  readonly #compounds: GrowingArray<Uint32Array>;
  /** Words as they are written, so that most are folded once. */
  readonly #written = new Map<string, WrittenTerms>();
  /** Terms that stand hyphenated somewhere: two or more words in the text. */
  #compoundTerms: Set<Term> | null = null;
  #removedUnits = 0;

  constructor(saved?: SavedCorpus) {
    this.#vocabulary = saved ? null : new Vocabulary();
    this.#savedVocabulary = saved?.vocabulary ?? null;
    this.postings = saved ? PostingLists.load(saved.postings) : new PostingLists();
    this.#texts = saved ? saved.texts.map((entry) => ({ ...entry })) : [];
    for (const entry of this.#texts) {
      if (entry.isRemoved) this.#removedUnits += entry.nextUnit - entry.firstUnit;
      else this.#textById.set(entry.id, entry);
    }
    this.#tokens = new GrowingArray(saved?.tokens ?? new Uint32Array(0));
    this.#starts = new GrowingArray(saved?.starts ?? new Uint16Array(0));
    this.#tokenEnds = new GrowingArray(saved?.tokenEnds ?? new Uint32Array(0));
    this.#textOfUnit = new GrowingArray(saved?.textOfUnit ?? new Uint32Array(0));
    this.#compounds = new GrowingArray(saved?.compounds ?? new Uint32Array(0));
  }

  get vocabulary(): Vocabulary {
    const saved = this.#savedVocabulary;
    this.#vocabulary ??= saved ? Vocabulary.load(saved) : new Vocabulary();
    return this.#vocabulary;
  }

  /** Numbers of units given out, those of removed texts too. */
  get unitCount(): number {
    return this.#tokenEnds.length;
  }

  /** Units of texts that are there. */
  get liveUnits(): number {
    return this.unitCount - this.#removedUnits;
  }

  get textIds(): string[] {
    return [...this.#textById.keys()];
  }

  /** The text that has the unit. */
  textOf(unit: number): TextEntry {
    const entry = this.#texts[this.#textOfUnit.at(unit)];
    if (!entry) throw new Error(`There is no unit ${unit}.`);
    return entry;
  }

  /** The text with the id; `undefined` where there is none. */
  find(id: string): TextEntry | undefined {
    return this.#textById.get(id);
  }

  /** The terms of the unit's words, in their order. Good until the next text is added. */
  tokensOf(unit: number): Uint32Array {
    const start = unit === 0 ? 0 : this.#tokenEnds.at(unit - 1);
    return this.#tokens.values.subarray(start, this.#tokenEnds.at(unit));
  }

  /** The terms of all units, one after the other. Good until the next text is added. */
  get tokens(): Uint32Array {
    return this.#tokens.values;
  }

  /** Where the unit's terms end in `tokens`. */
  endOf(unit: number): number {
    return this.#tokenEnds.at(unit);
  }

  /** Where the unit's word number `index` begins in it; `null` where that is too far to be kept. */
  startOfWord(unit: number, index: number): number | null {
    const start = this.#starts.at(this.endOf(unit) - this.lengthOf(unit) + index);
    return start === farStart ? null : start;
  }

  /** How many words the unit has. */
  lengthOf(unit: number): number {
    return this.#tokenEnds.at(unit) - (unit === 0 ? 0 : this.#tokenEnds.at(unit - 1));
  }

  /** Whether a term stands hyphenated somewhere. */
  isCompound(term: Term): boolean {
    if (this.#compoundTerms) return this.#compoundTerms.has(term);
    const { values, length } = this.#compounds;
    const terms = new Set<Term>();
    for (let at = compoundSize - 1; at < length; at += compoundSize) terms.add(values[at] ?? 0);
    this.#compoundTerms = terms;
    return terms.has(term);
  }

  /** The hyphenated words of the unit. */
  compoundsOf(unit: number): Compound[] {
    const { values, length } = this.#compounds;
    let low = 0;
    let high = length / compoundSize;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle * compoundSize] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    const found: Compound[] = [];
    for (let at = low * compoundSize; at < length && values[at] === unit; at += compoundSize) {
      found.push({ at: values[at + 1] ?? 0, span: values[at + 2] ?? 0, term: values[at + 3] ?? 0 });
    }
    return found;
  }

  /** Adds a text, in place of the one with its id. */
  add({ id, text, blocks }: IndexedText): void {
    this.remove(id);
    const firstUnit = this.unitCount;
    for (const { start, end } of blocks) this.#addUnit(text.slice(start, end));
    const entry: TextEntry = { id, firstUnit, nextUnit: this.unitCount, isRemoved: false };
    this.#texts.push(entry);
    this.#textById.set(id, entry);
  }

  /** Removes a text, where it is there. Its units keep their numbers, and are passed over. */
  remove(id: string): void {
    const entry = this.#textById.get(id);
    if (!entry) return;
    entry.isRemoved = true;
    this.#textById.delete(id);
    for (let unit = entry.firstUnit; unit < entry.nextUnit; unit += 1) {
      this.#removedUnits += 1;
      const terms = new Set([...this.tokensOf(unit), ...this.compoundsOf(unit).map(({ term }) => term)]);
      for (const term of terms) this.vocabulary.count(term, -1);
    }
  }

  /** What there is, to be saved: a removed text is left in, for its numbers. */
  save(): SavedCorpus {
    return {
      texts: this.#texts,
      vocabulary: this.vocabulary.save(),
      postings: this.postings.save(this.vocabulary.size),
      tokens: this.#tokens.trimmed(),
      starts: this.#starts.trimmed(),
      tokenEnds: this.#tokenEnds.trimmed(),
      textOfUnit: this.#textOfUnit.trimmed(),
      compounds: this.#compounds.trimmed(),
    };
  }

  /** The term of a word as it is written, and that of the word without its ’s. */
  #termsOf(written: string): WrittenTerms {
    const known = this.#written.get(written);
    if (known) return known;
    const { vocabulary } = this;
    const [key = '', baseKey] = foldedKeysOf(written);
    const term = vocabulary.add(key);
    const base = baseKey === undefined ? null : vocabulary.add(baseKey);
    vocabulary.addForm(base ?? term, base === null ? written : written.slice(0, -2));
    if (base !== null) vocabulary.linkPossessive(base, term);
    const terms = { term, base };
    if (this.#written.size < writtenLimit) this.#written.set(flatCopy(written), terms);
    return terms;
  }

  /** Counts the pairs of common words in the unit that is being added: phrases of them would take long to look for. */
  #countPairs(unit: number, count: (term: Term) => void): void {
    const { vocabulary } = this;
    const start = unit === 0 ? 0 : this.#tokenEnds.at(unit - 1);
    for (let at = start + 1; at < this.#tokens.length; at += 1) {
      const key = pairKey(vocabulary.keyOf(this.#tokens.at(at - 1)), vocabulary.keyOf(this.#tokens.at(at)));
      if (key !== null) count(vocabulary.add(key));
    }
  }

  #addUnit(text: string): void {
    const unit = this.unitCount;
    const counts = new Map<Term, number>();
    const count = (term: Term): void => {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    };
    const { vocabulary } = this;
    scanWords(text, {
      word: (written, start, isNameLike) => {
        const { term, base } = this.#termsOf(written);
        this.#tokens.push(term);
        this.#starts.push(Math.min(start, farStart));
        count(term);
        if (base !== null) count(base);
        if (!isNameLike) return;
        vocabulary.markName(term);
        if (base !== null) vocabulary.markName(base);
      },
      compound: (at, span, keys) => {
        for (const key of keys) {
          const term = vocabulary.add(key);
          count(term);
          this.#compoundTerms?.add(term);
          for (const value of [unit, at, span, term]) this.#compounds.push(value);
        }
      },
    });
    this.#countPairs(unit, count);
    this.#tokenEnds.push(this.#tokens.length);
    this.#textOfUnit.push(this.#texts.length);
    const length = this.lengthOf(unit);
    const terms = [...counts.keys()];
    for (const term of terms) vocabulary.count(term, 1);
    this.postings.add(
      unit,
      terms,
      terms.map((term) => impactOf(counts.get(term) ?? 1, length)),
    );
  }
}
