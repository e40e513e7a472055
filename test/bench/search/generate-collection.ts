import { sentencesOf } from '../generate-statement.ts';
import { furtherNames } from '../names/further-names.ts';
import { variantNames } from '../names/variant-names.ts';
import { type Random, seededRandom } from '../seeded-random.ts';
import { cyrillicWords, pick, zipf } from './generate-words.ts';

/** One statement in this many is in Cyrillic. */
const cyrillicEach = 4;

/** Of the sentences of a statement in English, one in this many is a report with names, places and numbers. */
const reportEach = 6;

/** Paragraphs of a statement, and sentences of a paragraph: at least, at most. */
const paragraphs = [11, 24] as const;
const sentences = [2, 6] as const;

/** Words of a Cyrillic sentence: at least, at most. */
const words = [6, 20] as const;

const months = 'January February March April May June July August September October November December'.split(' ');
const trades = [
  'a journalist',
  'a student',
  'an activist',
  'a lawyer',
  'a teacher',
  'a worker',
  'a blogger',
  'a doctor',
];
const deeds = ['was detained', 'was sentenced', 'was beaten', 'was released', 'was searched', 'has disappeared'];

const between = ([least, most]: readonly [number, number], random: Random): number =>
  least + Math.floor(random() * (most - least + 1));

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Sentences as reports have them: who, where, when, what, under which article. */
export function reporter(random: Random): () => string {
  const surnames = [...variantNames.flatMap(({ latin }) => latin), ...furtherNames];
  return () => {
    const name = `${pick(surnames, random)} ${surnames[zipf(surnames.length, random)]}`;
    const day = `${between([1, 28], random)} ${pick(months, random)} ${between([2010, 2024], random)}`;
    const article = `Article ${between([100, 411], random)}`;
    return `On ${day}, ${name}, ${pick(trades, random)} from ${pick(surnames, random)}, ${pick(deeds, random)} under ${article} with ${between([2, 999], random)} others.`;
  };
}

/** Sentences of words that could be Russian, with a name in each. */
export function cyrillicSentences(random: Random): () => string {
  const next = cyrillicWords(random);
  const names = variantNames.flatMap(({ cyrillic }) => cyrillic);
  return () => {
    const all = Array.from({ length: between(words, random) }, next);
    all[between([1, all.length - 1], random)] = pick(names, random);
    return `${capitalised(all.join(' '))}.`;
  };
}

/**
 * `count` statements of about 10 KB each, the same for the same seed: sentences of `sources` put together anew, reports
 * with names and dates among them, and every fourth statement in generated Cyrillic.
 */
export function* generateCollection(sources: readonly string[], count: number, seed: number): Generator<string> {
  const random = seededRandom(seed);
  const english = sources.flatMap(sentencesOf);
  const report = reporter(random);
  const cyrillic = cyrillicSentences(random);
  const sentence = (): string => (random() * reportEach < 1 ? report() : pick(english, random));
  for (let index = 0; index < count; index += 1) {
    const next = index % cyrillicEach === cyrillicEach - 1 ? cyrillic : sentence;
    const paragraph = (): string => Array.from({ length: between(sentences, random) }, next).join(' ');
    yield `${Array.from({ length: between(paragraphs, random) }, paragraph).join('\n\n')}\n`;
  }
}
