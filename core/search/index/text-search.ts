import type { Block } from '../../statements/block.ts';
import type { PageStart } from '../../statements/page-start.ts';
import { utf16 } from '../../text/offsets.ts';
import type { Passage } from '../../text/passage.ts';
import type { Query } from '../language/query.ts';
import { surroundingsOf } from '../surroundings.ts';
import { Corpus, type IndexedText, type SavedCorpus } from './corpus.ts';
import { Evaluator, type ExpandedNode, expandNode, findNode, wordsOfUnit } from './evaluate.ts';
import type { Breadth } from './expand.ts';
import { type LocatedHit, locateHit } from './locate-hit.ts';
import { rankOf, spreadOut } from './rank.ts';

/** A part of a text that is found as one; positions are of the text. */
export interface SearchableBlock extends Pick<Block, 'kind' | 'paragraph' | 'speaker'> {
  readonly start: number;
  readonly end: number;
}

/**
 * A text that can be searched. `group` is what must not drown others: the statement that it is, or is about. `text` is asked for
 * when it is added, and when a hit is shown: what would be long in memory can be read then, or refused with a `StaleTextError`.
 */
export interface SearchableText extends Omit<IndexedText, 'blocks'> {
  readonly group: string;
  /** Where its pages begin, where it has some; asked for when a hit is shown. */
  readonly pages?: readonly PageStart[];
  readonly blocks: readonly SearchableBlock[];
}

/** Which texts and blocks may be found at all. */
export interface TextFilter {
  readonly text: (text: SearchableText) => boolean;
  readonly block: (text: SearchableText, block: SearchableBlock) => boolean;
}

/** A block that matches, with its text. */
export interface FoundBlock {
  readonly text: SearchableText;
  readonly block: SearchableBlock;
  readonly hit: LocatedHit;
  /** Where the pages of the text begin; empty where it has none. */
  readonly pages: readonly PageStart[];
}

/** The blocks that match, best first, and how many there are in all. */
export interface FoundBlocks {
  readonly total: number;
  readonly found: readonly FoundBlock[];
}

/** Units that are ranked exactly, for every one that is asked for; the rest by the worth of their words alone. */
const rankedEach = 2;
const rankedAtLeast = 40;

/** The `count` best of `order`, best first, without sorting all of it. */
function bestOf(order: Uint32Array, count: number, isBetter: (a: number, b: number) => number): Uint32Array {
  if (order.length <= count) return order.sort(isBetter);
  // A heap with the worst of the best on top.
  const heap = order.slice(0, count).sort((a, b) => isBetter(b, a));
  const sink = (): void => {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= count) return;
      const right = left + 1;
      const worst = right < count && isBetter(heap[right] ?? 0, heap[left] ?? 0) > 0 ? right : left;
      if (isBetter(heap[worst] ?? 0, heap[at] ?? 0) <= 0) return;
      [heap[at], heap[worst]] = [heap[worst] ?? 0, heap[at] ?? 0];
      at = worst;
    }
  };
  for (let index = count; index < order.length; index += 1) {
    const candidate = order[index] ?? 0;
    if (isBetter(candidate, heap[0] ?? 0) >= 0) continue;
    heap[0] = candidate;
    sink();
  }
  return heap.sort(isBetter);
}

/**
 * Searches texts that it is given: they are kept as they are, and every hit is located in them. Texts can come and go at
 * any time.
 */
export class TextSearch {
  #corpus: Corpus;
  #evaluator: Evaluator;
  readonly #texts = new Map<string, SearchableText>();

  constructor(saved?: SavedCorpus) {
    this.#corpus = new Corpus(saved);
    this.#evaluator = new Evaluator(this.#corpus);
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  get size(): number {
    return this.#texts.size;
  }

  /** Adds a text, in place of the one with its id. */
  add(text: SearchableText): void {
    this.#corpus.add(text);
    this.#texts.set(text.id, text);
  }

  /** Gives back a text that is in the saved index already. */
  restore(text: SearchableText): void {
    this.#texts.set(text.id, text);
  }

  /** The texts that are there, with their blocks. */
  get texts(): Iterable<SearchableText> {
    return this.#texts.values();
  }

  /** Goes on with its own index as it was saved. */
  continueWith(saved: SavedCorpus): void {
    this.#corpus = new Corpus(saved);
    this.#evaluator = new Evaluator(this.#corpus);
  }

  /** Removes a text, where it is there. */
  remove(id: string): void {
    this.#corpus.remove(id);
    this.#texts.delete(id);
  }

  /** The blocks that answer `query`, best first, at most `limit`. */
  search(query: Query, breadth: Breadth, filter: TextFilter | null, limit: number): FoundBlocks {
    const corpus = this.#corpus;
    const expand = (node: Query['all'][number]): ExpandedNode => expandNode(corpus, node, breadth);
    const all = query.all.map(expand);
    // What is left out is the very word: nobody sees what else would go with it.
    const none = query.none.map((node) => expandNode(corpus, node, { stems: false, spellings: false }));
    const evaluated = this.#evaluator.evaluate(all, none, { breadth, allows: this.#allowing(filter) });
    const { units, scores, tiers, length: total } = evaluated;
    const byWorth = (a: number, b: number): number =>
      (tiers[a] ?? 0) - (tiers[b] ?? 0) || (scores[b] ?? 0) - (scores[a] ?? 0) || (units[a] ?? 0) - (units[b] ?? 0);
    const order = new Uint32Array(total);
    for (let index = 0; index < order.length; index += 1) order[index] = index;
    const best = bestOf(order, Math.max(rankedAtLeast, limit * rankedEach), byWorth);
    // A single word is as good wherever it stands: only where there are several does it matter how they stand.
    const isPlaced = all.length > 1;
    const ranked = Array.from(best, (index) => {
      const unit = units[index] ?? 0;
      const { text, block } = this.#blockOf(unit);
      const words = isPlaced ? wordsOfUnit(corpus, unit) : null;
      const byNode = words ? all.map((node) => findNode(words, node)) : [];
      const score = scores[index] ?? 0;
      return {
        unit,
        text,
        block,
        byNode,
        score,
        rank: rankOf({ score, tier: tiers[index] ?? 0, kind: block.kind, byNode }),
      };
    });
    ranked.sort((a, b) => b.rank - a.rank || a.unit - b.unit);
    const seen = new Map<string, number>();
    const spread = ranked.map((each) => {
      const index = seen.get(each.text.group) ?? 0;
      seen.set(each.text.group, index + 1);
      return { ...each, rank: spreadOut(each.rank, each.score, index) };
    });
    spread.sort((a, b) => b.rank - a.rank || a.unit - b.unit);
    const found = spread.slice(0, limit).map(({ unit, text, block, byNode }) => {
      const places = isPlaced ? byNode : all.map((node) => findNode(wordsOfUnit(corpus, unit), node));
      const hit = locateHit(text.text, block, places, (index) => corpus.startOfWord(unit, index));
      // Another text may have taken its place in memory by the time that all are found.
      return { text, block, hit, pages: text.pages ?? [] };
    });
    return { total, found };
  }

  /** Everything that matches in one text, in its order. */
  searchIn(id: string, query: Query, breadth: Breadth, filter: TextFilter | null): FoundBlock[] {
    const within: TextFilter = {
      text: (text) => text.id === id && (filter?.text(text) ?? true),
      block: (text, block) => filter?.block(text, block) ?? true,
    };
    const { found } = this.search(query, breadth, within, Number.MAX_SAFE_INTEGER);
    return [...found].sort((a, b) => a.block.start - b.block.start);
  }

  /** The block of a text at a position; `undefined` where there is none. */
  blockAt(id: string, position: number): SearchableBlock | undefined {
    return this.#texts.get(id)?.blocks.find(({ start, end }) => start <= position && position < end);
  }

  /** A passage of a text with what stands around it in its block, as a hit has it. */
  cut(id: string, { start, end }: Passage): Pick<LocatedHit, 'start' | 'end' | 'exact' | 'before' | 'after'> {
    const text = this.#texts.get(id)?.text ?? '';
    const block = this.blockAt(id, start);
    const around = {
      start: utf16(Math.min(start, block?.start ?? start)),
      end: utf16(Math.max(end, block?.end ?? end)),
    };
    return { start, end, exact: text.slice(start, end), ...surroundingsOf(text, around, { start, end }) };
  }

  #blockOf(unit: number): { readonly text: SearchableText; readonly block: SearchableBlock } {
    const entry = this.#corpus.textOf(unit);
    const text = this.#texts.get(entry.id);
    const block = text?.blocks[unit - entry.firstUnit];
    if (!text || !block) throw new Error(`The index has a unit ${unit} that its text ${entry.id} does not have.`);
    return { text, block };
  }

  #allowing(filter: TextFilter | null): ((unit: number) => boolean) | null {
    if (!filter) return null;
    const texts = new Map<string, boolean>();
    return (unit) => {
      const { text, block } = this.#blockOf(unit);
      let isAllowed = texts.get(text.id);
      if (isAllowed === undefined) {
        isAllowed = filter.text(text);
        texts.set(text.id, isAllowed);
      }
      return isAllowed && filter.block(text, block);
    };
  }
}
