import { performance } from 'node:perf_hooks';
import { Charset, Encoder } from 'flexsearch';
import { nameKeysByRulesOf, nameKeysOf } from '../../core/search/names/name-key.ts';
import { readBundledStatements } from '../support/bundled-statements.ts';
import {
  allSpellings,
  isUnlisted,
  joinedNames,
  joinedOrdinaryWords,
  type KeysOf,
  ordinaryWords,
  recallOf,
  type Share,
} from './names/names-measures.ts';
import { median } from './statistics.ts';

const labelWidth = 26;
const cellWidth = 13;

function encoderOf(charset: ConstructorParameters<typeof Encoder>[0]): KeysOf {
  const encoder = new Encoder(charset);
  return (word) => encoder.encode(word);
}

const keys: readonly (readonly [label: string, keysOf: KeysOf])[] = [
  ['rules and aliases', nameKeysOf],
  ['rules alone', nameKeysByRulesOf],
  ['FlexSearch LatinBalance', encoderOf(Charset.LatinBalance)],
  ['FlexSearch LatinExtra', encoderOf(Charset.LatinExtra)],
  ['FlexSearch LatinSoundex', encoderOf(Charset.LatinSoundex)],
];

const inPart = ({ found, all }: Share): string => (found / all).toFixed(3);
const inPercent = ({ found, all }: Share): string => `${((found / all) * 100).toFixed(found / all < 0.001 ? 4 : 2)} %`;

function microsecondsPerWord(keysOf: KeysOf, words: readonly string[]): number {
  const start = performance.now();
  for (const word of words) keysOf(word);
  return ((performance.now() - start) * 1000) / words.length;
}

/**
 * How well name keys join the spellings of one name, and nothing else: a table. The set-aside half of the names was
 * chosen before any rule was written (see `variantNames`); only its total is ever shown.
 */
export async function benchNames(rounds: number): Promise<string> {
  const words = ordinaryWords((await readBundledStatements()).map(({ text }) => text));
  const unlisted = words.filter(isUnlisted);
  const vocabulary = [...allSpellings, ...words.flat()];
  const rows = keys.map(([label, keysOf]) => {
    const joined = joinedNames(keysOf);
    const ordinary = joinedOrdinaryWords(words, keysOf);
    const times = Array.from({ length: rounds + 1 }, () => microsecondsPerWord(keysOf, vocabulary)).slice(1);
    const cells = [
      inPart(recallOf(keysOf, () => true)),
      inPart(recallOf(keysOf, (name) => !name.isSetAside)),
      inPart(recallOf(keysOf, (name) => name.isSetAside)),
      inPart(recallOf(keysOf, (_name, isLatin, isOtherLatin) => isLatin && isOtherLatin)),
      inPart(recallOf(keysOf, (_name, isLatin, isOtherLatin) => isLatin !== isOtherLatin)),
      inPercent({ found: joined.joined.length, all: joined.all }),
      inPercent({ found: ordinary.length, all: words.length }),
      inPercent({ found: ordinary.filter(isUnlisted).length, all: unlisted.length }),
      median(times).toFixed(2),
    ];
    return label.padEnd(labelWidth) + cells.map((cell) => cell.padStart(cellWidth)).join('');
  });
  const columns = ['recall', 'developed on', 'set aside', 'Latin', 'Cyr.–Latin', 'names joined'];
  const head = [...columns, 'words joined', 'unlisted', 'µs a word']
    .map((column) => column.padStart(cellWidth))
    .join('');
  const pairs = recallOf(nameKeysOf, () => true).all;
  const setAside = recallOf(nameKeysOf, (name) => name.isSetAside).all;
  const title =
    `Name keys: ${pairs} pairs of spellings, ${setAside} of them set aside; ${joinedNames(nameKeysOf).all} pairs of ` +
    `different names; ${words.length} ordinary words, ${unlisted.length} of them on no list of the rules`;
  return [title, ''.padEnd(labelWidth) + head, ...rows].join('\n');
}
