import { variantNames } from '../names/variant-names.ts';
import type { Random } from '../seeded-random.ts';
import { pick } from './generate-words.ts';
import type { SpeedQuery } from './search-engine.ts';

/** Queries of one kind, under the name that the table has for it. */
export interface QueryClass {
  readonly label: string;
  readonly queries: readonly SpeedQuery[];
  /** Whether the others cannot answer it. */
  readonly isForAttest: boolean;
}

/** How often a word is: in more than 2 % of the paragraphs, in more than 0.1 %, or more rarely. */
type Frequency = 'common' | 'middle' | 'rare';
const frequencies: readonly Frequency[] = ['common', 'middle', 'rare'];
const commonFrom = 0.02;
const middleFrom = 0.001;

/** Beginnings of words have 2 to 5 letters, of words with at least 6. */
const shortestBegun = 6;
const prefixLengths = [2, 3, 4, 5];

const plainWord = /^\p{L}{2,}$/u;

/** The words of each stretch of a paragraph that has nothing but letters and single spaces. */
function stretchesOf(paragraph: string): string[][] {
  const stretches: string[][] = [];
  let open: string[] = [];
  for (const piece of paragraph.toLowerCase().split(/\s+/u)) {
    const bare = piece.replace(/^[“("]+|[.,;:!?”)"]+$/gu, '');
    if (bare !== piece.replace(/[.,;:!?”)"]+$/gu, '')) open = [];
    if (plainWord.test(bare)) {
      if (open.length === 0) stretches.push(open);
      open.push(bare);
    }
    if (bare !== piece || !plainWord.test(bare)) open = [];
  }
  return stretches;
}

interface Sample {
  readonly stretches: readonly (readonly string[])[];
  readonly ofParagraph: readonly (readonly string[])[];
  readonly byFrequency: Readonly<Record<Frequency, readonly string[]>>;
  readonly frequencyOf: (word: string) => Frequency;
}

function sampleOf(paragraphs: readonly string[]): Sample {
  const counts = new Map<string, number>();
  const all = paragraphs.map(stretchesOf);
  const ofParagraph = all.map((stretches) => [...new Set(stretches.flat())]);
  for (const words of ofParagraph) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequencyOf = (word: string): Frequency => {
    const share = (counts.get(word) ?? 0) / paragraphs.length;
    return share > commonFrom ? 'common' : share > middleFrom ? 'middle' : 'rare';
  };
  const byFrequency = Object.fromEntries(
    frequencies.map((frequency) => [frequency, [...counts.keys()].filter((word) => frequencyOf(word) === frequency)]),
  ) as Record<Frequency, string[]>; // The keys are those of `frequencies`, which are all.
  return { stretches: all.flat(), ofParagraph, byFrequency, frequencyOf };
}

/** The first of what `draw` gives that fits; after many failures the last of them. */
function drawUntil<Item>(draw: () => Item, fits: (item: Item) => boolean): Item {
  let item = draw();
  for (let tries = 0; tries < 2_000 && !fits(item); tries += 1) item = draw();
  return item;
}

/** Different words of one paragraph, of these frequencies. */
function wordsTogether({ ofParagraph, frequencyOf }: Sample, wanted: readonly Frequency[], random: Random): string[] {
  return drawUntil(
    () => {
      const here = pick(ofParagraph, random);
      return wanted.flatMap((frequency, at) => {
        const fitting = here.filter((word) => frequencyOf(word) === frequency);
        return fitting.length > at ? [pick(fitting, random)] : [];
      });
    },
    (words) => new Set(words).size === wanted.length,
  );
}

/** Words that stand side by side, the rarest of them of this frequency. */
function wordsSideBySide(
  { stretches, frequencyOf }: Sample,
  length: number,
  rarest: Frequency,
  random: Random,
): string[] {
  return drawUntil(
    () => {
      const stretch = pick(stretches, random);
      const at = Math.floor(random() * Math.max(1, stretch.length - length + 1));
      return stretch.slice(at, at + length);
    },
    (words) => {
      const rank = Math.max(...words.map((word) => frequencies.indexOf(frequencyOf(word))));
      return words.length === length && frequencies[rank] === rarest;
    },
  );
}

const pairs = [
  ['common', 'common'],
  ['common', 'middle'],
  ['middle', 'rare'],
] as const;
const triples = [
  ['common', 'common', 'middle'],
  ['common', 'middle', 'middle'],
  ['common', 'middle', 'rare'],
] as const;

/**
 * `count` queries of each kind, drawn from `paragraphs` so that each has an answer there: a third with common words only,
 * a third with a less common one, a third with a rare one, in turn. The last kind are names in a spelling of our list,
 * most of which stand in the collection in others too.
 */
export function drawQueries(paragraphs: readonly string[], count: number, random: Random): QueryClass[] {
  const sample = sampleOf(paragraphs);
  const make = (label: string, kind: SpeedQuery['kind'], draw: (index: number) => readonly string[]): QueryClass => ({
    label,
    isForAttest: false,
    queries: Array.from({ length: count }, (_, index) => ({ kind, words: draw(index) })),
  });
  const frequency = (index: number): Frequency => frequencies[index % frequencies.length] ?? 'rare';
  const begun = (index: number): string =>
    drawUntil(
      () => pick(sample.byFrequency[frequency(index)], random),
      ({ length }) => length >= shortestBegun,
    ).slice(0, prefixLengths[Math.floor(index / frequencies.length) % prefixLengths.length]);
  const names = variantNames.flatMap(({ latin, cyrillic }) => [...latin, ...cyrillic]);
  return [
    make('one word', 'words', (index) => [pick(sample.byFrequency[frequency(index)], random)]),
    make('two words', 'words', (index) => wordsTogether(sample, pairs[index % 3] ?? pairs[0], random)),
    make('three words', 'words', (index) => wordsTogether(sample, triples[index % 3] ?? triples[0], random)),
    make('prefix', 'prefix', (index) => [begun(index)]),
    make('phrase of two', 'phrase', (index) => wordsSideBySide(sample, 2, frequency(index), random)),
    make('phrase of three', 'phrase', (index) => wordsSideBySide(sample, 3, frequency(index), random)),
    { ...make('a name, in any spelling', 'words', () => [pick(names, random).toLowerCase()]), isForAttest: true },
  ];
}
