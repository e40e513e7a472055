import { isKindred } from './kindred-words.ts';
import type { Mark } from './read-marks.ts';

/** A collection of fewer blocks says too little of how rare its words are; it is weighed as if it had this many. */
const fewestBlocks = 60;

/** Nothing weighs more than what is in one block of this many. */
const rarest = 1_000;

/** A frequent word of the language, however rare in the collection, weighs this part. */
const frequentWord = 0.6;

/** Another word for the same thing weighs this part of what the word itself would. */
const kindredWord = 0.8;

/** What of a date is common to two, by the level of detail, weighs this part: a month alone hardly tells anything. */
const dateLevels = { day: 1.2, dayWithoutYear: 1, month: 0.7, year: 0.3, monthWithoutYear: 0.25 };

/** Up to here numbers are so frequent that they hardly tell anything. */
const smallNumber = 12;
const smallNumberWeighs = 0.5;

function levelOf(key: string): keyof typeof dateLevels {
  const [year, month, day] = key.slice(1).split('-');
  if (day !== undefined) return year === '' ? 'dayWithoutYear' : 'day';
  if (month !== undefined) return year === '' ? 'monthWithoutYear' : 'month';
  return 'year';
}

/** How telling the marks of a collection are: the fewer blocks have them, the more. */
export class Rarity {
  readonly #blocksWith = new Map<string, number>();
  /** What words weigh, by their lists of keys, of which there is one for each word. */
  readonly #wordWeights = new Map<readonly string[], number>();
  #blocks = 0;

  /** Adds the marks of one block. */
  add(marks: readonly Mark[]): void {
    this.#blocks += 1;
    this.#wordWeights.clear();
    for (const key of new Set(marks.flatMap(({ keys }) => keys))) {
      this.#blocksWith.set(key, (this.#blocksWith.get(key) ?? 0) + 1);
    }
  }

  /** In how many of the blocks there is something with `key`. */
  blocksWith(key: string): number {
    return this.#blocksWith.get(key) ?? 0;
  }

  /** What a mark weighs that shares `key` with another: 0 or more. */
  weightOf(mark: Mark, key: string): number {
    if (mark.kind === 'date') return dateLevels[levelOf(key)] * this.#rarity(this.blocksWith(key));
    if (mark.kind === 'number') {
      const part = mark.number.kind === 'amount' && mark.number.value <= smallNumber ? smallNumberWeighs : 1;
      return part * this.#rarity(this.blocksWith(key));
    }
    if (isKindred(key)) return kindredWord * this.#rarity(this.blocksWith(key));
    return (mark.isFrequent && !mark.isName ? frequentWord : 1) * this.#rarityOfWord(mark.keys);
  }

  /** A word that may be several names is as common as the commonest of them. */
  #rarityOfWord(keys: readonly string[]): number {
    const known = this.#wordWeights.get(keys);
    if (known !== undefined) return known;
    const blocks = keys.reduce((most, own) => (isKindred(own) ? most : Math.max(most, this.blocksWith(own))), 0);
    const weight = this.#rarity(blocks);
    this.#wordWeights.set(keys, weight);
    return weight;
  }

  #rarity(blocksWith: number): number {
    const all = Math.max(this.#blocks, fewestBlocks);
    return Math.max(0, Math.log(Math.min(rarest, (all + 1) / (blocksWith + 0.5))));
  }
}
