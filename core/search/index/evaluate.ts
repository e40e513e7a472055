import type { NearNode, PhraseNode, QueryNode } from '../language/query.ts';
import type { Tier } from '../search-result.ts';
import { pairKey } from './common-pairs.ts';
import type { Corpus } from './corpus.ts';
import { type Breadth, type ExpandedWord, expandWord, type Readings } from './expand.ts';
import { countSimplePhrase, findNear, findPhrase, type MatchedPhrase, simplify, type UnitWords } from './match.ts';
import { impactOf, impactWorth } from './postings.ts';

/** A node of a query with the words it may stand for. */
export type ExpandedNode =
  | { readonly kind: 'phrase'; readonly words: readonly ExpandedWord[] }
  | { readonly kind: 'near'; readonly of: readonly (readonly ExpandedWord[])[]; readonly distance: number }
  | { readonly kind: 'any'; readonly of: readonly ExpandedNode[] };

/** How a query is evaluated: which units may match at all, and how widely words are read. */
export interface Scope {
  readonly breadth: Breadth;
  /** `null` for all units that are there. */
  readonly allows: ((unit: number) => boolean) | null;
}

/**
 * The units that match, `length` of them. `scores` and `tiers` run parallel: BM25 with readings weighed; 0 exact, 1 stem,
 * 2 variant. They belong to the evaluator, and are good until its next query.
 */
export type Evaluated = Hits;

const tierNumber = { exact: 0, stem: 1, variant: 2 } as const;

function expandPhrase(corpus: Corpus, { words, isExact }: PhraseNode, breadth: Breadth): ExpandedWord[] {
  const wide = isExact ? { stems: false, spellings: false } : breadth;
  return words.map((word) => expandWord(corpus.vocabulary, word, wide));
}

/** A node with the words it may stand for among those that there are. */
export function expandNode(corpus: Corpus, node: QueryNode, breadth: Breadth): ExpandedNode {
  if (node.kind === 'phrase') return { kind: 'phrase', words: expandPhrase(corpus, node, breadth) };
  if (node.kind === 'any') return { kind: 'any', of: node.of.map((each) => expandNode(corpus, each, breadth)) };
  const { of, distance }: NearNode = node;
  return { kind: 'near', of: of.map((phrase) => expandPhrase(corpus, phrase, breadth)), distance };
}

/** The words of a unit, to find nodes among. */
export function wordsOfUnit(corpus: Corpus, unit: number): UnitWords {
  return { tokens: corpus.tokensOf(unit), compounds: corpus.compoundsOf(unit) };
}

/** Everywhere that a node stands among the words of a unit. */
export function findNode(words: UnitWords, node: ExpandedNode): MatchedPhrase[] {
  if (node.kind === 'phrase') return findPhrase(words, node.words);
  if (node.kind === 'any') return node.of.flatMap((each) => findNode(words, each));
  return findNear(
    node.of.map((phrase) => findPhrase(words, phrase)),
    node.distance,
  );
}

/** Units that match something, with what that is worth in each. The arrays are longer than what is in them. */
class Hits {
  readonly units: Uint32Array;
  readonly scores: Float32Array;
  readonly tiers: Uint8Array;
  length = 0;

  constructor(size: number) {
    this.units = new Uint32Array(size);
    this.scores = new Float32Array(size);
    this.tiers = new Uint8Array(size);
  }

  push(unit: number, score: number, tier: number): void {
    const at = this.length;
    this.units[at] = unit;
    this.scores[at] = score;
    this.tiers[at] = tier;
    this.length = at + 1;
  }

  /** The units alone. Good as long as these hits are. */
  get list(): Uint32Array {
    return this.units.subarray(0, this.length);
  }
}

/**
 * Evaluates queries over a corpus. Units are counted in arrays that are kept from query to query and told apart by the
 * number of the pass that wrote them, so that nothing has to be cleared.
 */
export class Evaluator {
  readonly #corpus: Corpus;
  #pass = 0;
  #seen = new Uint32Array(0);
  #place = new Uint32Array(0);
  /** Room for hits, kept from query to query: making it anew takes longer than filling it. */
  #room: Hits[] = [];
  #taken = 0;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** The units in which all of `all` stand and none of `none`. Without any of `all`: every unit that is allowed. */
  evaluate(all: readonly ExpandedNode[], none: readonly ExpandedNode[], scope: Scope): Evaluated {
    this.#makeRoom();
    this.#taken = 0;
    if (this.#room.length > roomKept) this.#room.length = roomKept;
    const nodes = all.map((node) => ({ node, cost: this.#costOf(node) })).sort((a, b) => a.cost - b.cost);
    let found = nodes[0] ? this.#hitsOf(nodes[0].node, null) : this.#everything();
    for (const { node } of nodes.slice(1)) {
      if (found.length === 0) break;
      found = this.#intersect(found, node);
    }
    const excluded = new Set(none.flatMap((node) => [...this.#hitsOf(node, null).list]));
    return this.#sift(found, excluded, scope);
  }

  #makeRoom(): void {
    const size = this.#corpus.unitCount;
    if (this.#seen.length >= size) return;
    this.#seen = new Uint32Array(Math.ceil(size * 1.2));
    this.#place = new Uint32Array(this.#seen.length);
    this.#room = [];
    this.#pass = 0;
  }

  /** Empty hits with room for every unit, until the next query. */
  #take(): Hits {
    const hits = this.#room[this.#taken] ?? new Hits(this.#seen.length);
    this.#room[this.#taken] = hits;
    this.#taken += 1;
    hits.length = 0;
    return hits;
  }

  #nextPass(): number {
    if (this.#pass >= 0xffff_fff0) {
      this.#seen.fill(0);
      this.#pass = 0;
    }
    this.#pass += 1;
    return this.#pass;
  }

  #everything(): Hits {
    const hits = this.#take();
    for (let unit = 0; unit < this.#corpus.unitCount; unit += 1) hits.push(unit, 0, 0);
    return hits;
  }

  /** At most how many units a node can be in. */
  #costOf(node: ExpandedNode): number {
    if (node.kind === 'any') return node.of.reduce((sum, each) => sum + this.#costOf(each), 0);
    const words = node.kind === 'phrase' ? node.words : node.of.flat();
    return Math.min(...words.map((word) => this.#wordCost(word)));
  }

  #readingsCost(readings: Readings): number {
    let cost = 0;
    for (const term of readings.keys()) cost += this.#corpus.vocabulary.frequencyOf(term);
    return cost;
  }

  #wordCost({ parts, whole }: ExpandedWord): number {
    const asParts = parts.length === 1 ? 0 : Math.min(...parts.map((part) => this.#readingsCost(part)));
    return this.#readingsCost(whole) + asParts;
  }

  /** How rare something is that is in `count` units: BM25's inverse document frequency. */
  #rarity(count: number): number {
    const all = Math.max(this.#corpus.liveUnits, count);
    return Math.log(1 + (all - count + 0.5) / (count + 0.5));
  }

  /** The rarity of a word: of the word itself where it is there, else of what it is read as. */
  #rarityOf(readings: Readings): number {
    let exact = 0;
    let other = 0;
    for (const [term, { tier }] of readings) {
      const count = this.#corpus.vocabulary.frequencyOf(term);
      if (tier === 'exact') exact += count;
      else other += count;
    }
    return this.#rarity(exact > 0 ? exact : other);
  }

  /** The units with a term of `readings`, the best worth of each. */
  #hitsOfReadings(readings: Readings): Hits {
    const pass = this.#nextPass();
    const [seen, place] = [this.#seen, this.#place];
    const hits = this.#take();
    const { scores, tiers } = hits;
    const rarity = this.#rarityOf(readings);
    for (const [term, { weight, tier }] of readings) {
      const number = tierNumber[tier];
      const lists = this.#corpus.postings.of(term);
      for (let impact = 0; impact < lists.length; impact += 1) {
        const list = lists[impact];
        if (!list) continue;
        const worth = rarity * weight * (impactWorth[impact] ?? 0);
        // Counted by hand: this is where a search spends its time.
        for (let index = 0; index < list.length; index += 1) {
          const unit = list[index] ?? 0;
          if (seen[unit] !== pass) {
            seen[unit] = pass;
            place[unit] = hits.length;
            hits.push(unit, worth, number);
            continue;
          }
          const at = place[unit] ?? 0;
          if (worth > (scores[at] ?? 0)) scores[at] = worth;
          if (number < (tiers[at] ?? 0)) tiers[at] = number;
        }
      }
    }
    return hits;
  }

  /** The units among `within` (`null` for all) that a node stands in. */
  #hitsOf(node: ExpandedNode, within: Uint32Array | null): Hits {
    if (node.kind === 'any') return this.#union(node.of.map((each) => this.#hitsOf(each, within)));
    if (node.kind === 'phrase') {
      const [word, ...more] = node.words;
      if (word && more.length === 0 && word.parts.length === 1 && within === null)
        return this.#hitsOfReadings(word.whole);
      return this.#check(node, within ?? this.#candidatesForPhrase(node.words), node.words);
    }
    return this.#check(node, within ?? this.#candidatesFor(node.of.flat()), node.of.flat());
  }

  /** The units in which a phrase may stand: two common words side by side have a posting list of their own. */
  #candidatesForPhrase(words: readonly ExpandedWord[]): Uint32Array {
    let units: Uint32Array | null = null;
    const left = new Set(words);
    for (let at = 1; at < words.length; at += 1) {
      const [first, second] = [words[at - 1], words[at]];
      const pair = first && second ? this.#pairOf(first, second) : null;
      if (!pair || !first || !second) continue;
      units = units ? this.#filterBy(units, [pair]) : this.#hitsOfReadings(pair).list;
      left.delete(first);
      left.delete(second);
    }
    if (!units) return this.#candidatesFor(words);
    for (const word of left) {
      if (this.#wordCost(word) <= units.length * readingFactor) units = this.#keepThose(units, word);
    }
    return units;
  }

  /** The pair of two words, where both are common and neither may stand for anything else. */
  #pairOf(first: ExpandedWord, second: ExpandedWord): Readings | null {
    const { vocabulary } = this.#corpus;
    const keys = [first, second].map(({ parts, whole }) => {
      const term = parts.length === 1 ? simplify(whole) : null;
      return typeof term === 'number' && !this.#corpus.isCompound(term) ? vocabulary.keyOf(term) : '';
    });
    const key = pairKey(keys[0] ?? '', keys[1] ?? '');
    if (key === null) return null;
    const term = vocabulary.find(key);
    return new Map(term === undefined ? [] : [[term, { weight: 1, tier: 'exact' }]]);
  }

  /** The units that have all of `words`, by their numbers; some may have them not side by side. */
  #candidatesFor(words: readonly ExpandedWord[]): Uint32Array {
    const [rarest, ...others] = [...words].sort((a, b) => this.#wordCost(a) - this.#wordCost(b));
    let units = rarest ? this.#unitsWith(rarest) : new Uint32Array(0);
    for (const word of others) {
      // Looking through the candidates is cheaper than reading the postings of a frequent word.
      if (this.#wordCost(word) > units.length * readingFactor) break;
      units = this.#keepThose(units, word);
    }
    return units;
  }

  #unitsWith({ parts, whole }: ExpandedWord): Uint32Array {
    const units = this.#hitsOfReadings(whole).list;
    const [head, ...others] = parts;
    if (!head || others.length === 0) return units;
    let asParts = this.#hitsOfReadings(head).list;
    for (const part of others) asParts = this.#filterBy(asParts, [part]);
    return Uint32Array.from(new Set([...units, ...asParts]));
  }

  /** Those of `units` that may have `word`. */
  #keepThose(units: Uint32Array, { parts, whole }: ExpandedWord): Uint32Array {
    // Of a hyphenated word the first part will do: the units are looked into later.
    return this.#filterBy(units, parts[0] && parts.length > 1 ? [whole, parts[0]] : [whole]);
  }

  /** Those of `units` that have a term of any of `readings`. */
  #filterBy(units: Uint32Array, readings: readonly Readings[]): Uint32Array {
    const pass = this.#nextPass();
    const seen = this.#seen;
    for (const each of readings) {
      for (const term of each.keys()) {
        for (const list of this.#corpus.postings.of(term)) {
          if (!list) continue;
          for (let index = 0; index < list.length; index += 1) seen[list[index] ?? 0] = pass;
        }
      }
    }
    return units.filter((unit) => seen[unit] === pass);
  }

  /** Whether a word stands nowhere as more than one simple word. */
  #isSimple({ parts, whole }: ExpandedWord): boolean {
    if (parts.length > 1) return false;
    for (const term of whole.keys()) if (this.#corpus.isCompound(term)) return false;
    return true;
  }

  /** Looks into each of `candidates` whether the node stands there. */
  #check(node: ExpandedNode, candidates: Uint32Array, words: readonly ExpandedWord[]): Hits {
    const hits = this.#take();
    // A phrase is as rare as its rarest word at least, and rarer for every further one.
    const rarities = words.map(({ whole, parts }) => this.#rarityOf(whole.size > 0 ? whole : (parts[0] ?? whole)));
    const rarity = rarities.reduce((sum, each) => sum + each, 0);
    const note = (unit: number, count: number, weight: number, tier: Tier): void => {
      const impact = impactOf(count, this.#corpus.lengthOf(unit));
      hits.push(unit, rarity * weight * (impactWorth[impact] ?? 0), tierNumber[tier]);
    };
    if (node.kind === 'phrase' && words.every((word) => this.#isSimple(word))) {
      const simple = words.map(({ whole }) => simplify(whole));
      const { tokens } = this.#corpus;
      for (const unit of candidates) {
        const end = this.#corpus.endOf(unit);
        const { count, weight, tier } = countSimplePhrase(tokens, end - this.#corpus.lengthOf(unit), end, simple);
        if (count > 0) note(unit, count, weight, tier);
      }
      return hits;
    }
    for (const unit of candidates) {
      const found = findNode(wordsOfUnit(this.#corpus, unit), node);
      const [first] = found;
      if (!first) continue;
      const best = found.reduce((most, each) => (each.weight > most.weight ? each : most), first);
      note(unit, found.length, best.weight, best.tier);
    }
    return hits;
  }

  #union(lists: readonly Hits[]): Hits {
    const pass = this.#nextPass();
    const [seen, place] = [this.#seen, this.#place];
    const merged = this.#take();
    for (const { units, scores, tiers, length } of lists) {
      for (let index = 0; index < length; index += 1) {
        const unit = units[index] ?? 0;
        const [score, tier] = [scores[index] ?? 0, tiers[index] ?? 0];
        if (seen[unit] !== pass) {
          seen[unit] = pass;
          place[unit] = merged.length;
          merged.push(unit, score, tier);
          continue;
        }
        const at = place[unit] ?? 0;
        merged.scores[at] = Math.max(merged.scores[at] ?? 0, score);
        merged.tiers[at] = Math.min(merged.tiers[at] ?? 0, tier);
      }
    }
    return merged;
  }

  /** Those of `found` that `node` stands in too. */
  #intersect(found: Hits, node: ExpandedNode): Hits {
    const isFew = this.#costOf(node) > found.length * readingFactor;
    const word = node.kind === 'phrase' && node.words.length === 1 ? node.words[0] : undefined;
    if (!isFew && word?.parts.length === 1) return this.#intersectReadings(found, word.whole);
    return this.#intersectHits(found, this.#hitsOf(node, isFew ? found.list : null));
  }

  #intersectHits(found: Hits, hits: Hits): Hits {
    const pass = this.#nextPass();
    const [seen, place] = [this.#seen, this.#place];
    for (let index = 0; index < found.length; index += 1) {
      const unit = found.units[index] ?? 0;
      seen[unit] = pass;
      place[unit] = index;
    }
    const both = this.#take();
    for (let index = 0; index < hits.length; index += 1) {
      const unit = hits.units[index] ?? 0;
      if (seen[unit] !== pass) continue;
      const at = place[unit] ?? 0;
      const score = (found.scores[at] ?? 0) + (hits.scores[index] ?? 0);
      both.push(unit, score, Math.max(found.tiers[at] ?? 0, hits.tiers[index] ?? 0));
    }
    return both;
  }

  /** Those of `found` that have a term of `readings`: the postings are read, and nothing kept of units that are not there. */
  #intersectReadings(found: Hits, readings: Readings): Hits {
    const [inFound, inBoth] = [this.#nextPass(), this.#nextPass()];
    const [seen, place] = [this.#seen, this.#place];
    for (let index = 0; index < found.length; index += 1) {
      const unit = found.units[index] ?? 0;
      seen[unit] = inFound;
      place[unit] = index;
    }
    const both = this.#take();
    /** What the word is worth, by place in `both`: the best of its readings. */
    const own = this.#take();
    const rarity = this.#rarityOf(readings);
    for (const [term, { weight, tier }] of readings) {
      const number = tierNumber[tier];
      const lists = this.#corpus.postings.of(term);
      for (let impact = 0; impact < lists.length; impact += 1) {
        const list = lists[impact];
        if (!list) continue;
        const worth = rarity * weight * (impactWorth[impact] ?? 0);
        for (let index = 0; index < list.length; index += 1) {
          const unit = list[index] ?? 0;
          const state = seen[unit];
          if (state === inFound) {
            const at = place[unit] ?? 0;
            seen[unit] = inBoth;
            place[unit] = both.length;
            both.push(unit, found.scores[at] ?? 0, found.tiers[at] ?? 0);
            own.push(unit, worth, number);
          } else if (state === inBoth) {
            const at = place[unit] ?? 0;
            if (worth > (own.scores[at] ?? 0)) own.scores[at] = worth;
            if (number < (own.tiers[at] ?? 0)) own.tiers[at] = number;
          }
        }
      }
    }
    for (let at = 0; at < both.length; at += 1) {
      both.scores[at] = (both.scores[at] ?? 0) + (own.scores[at] ?? 0);
      both.tiers[at] = Math.max(both.tiers[at] ?? 0, own.tiers[at] ?? 0);
    }
    return both;
  }

  #sift(found: Hits, excluded: ReadonlySet<number>, { allows }: Scope): Hits {
    const hasRemoved = this.#corpus.liveUnits < this.#corpus.unitCount;
    if (!hasRemoved && excluded.size === 0 && !allows) return found;
    const kept = this.#take();
    for (let index = 0; index < found.length; index += 1) {
      const unit = found.units[index] ?? 0;
      if (excluded.has(unit) || (hasRemoved && this.#corpus.textOf(unit).isRemoved) || (allows && !allows(unit)))
        continue;
      kept.push(unit, found.scores[index] ?? 0, found.tiers[index] ?? 0);
    }
    return kept;
  }
}

/** Empty hits that are kept between queries: a query of hundreds of words must not take its room for ever. */
const roomKept = 12;

/** Reading this many postings takes about as long as looking into one unit. */
const readingFactor = 30;
