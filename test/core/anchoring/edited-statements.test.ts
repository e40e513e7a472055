import { beforeAll, describe, expect, it } from 'vitest';
import { type Anchor, resolveSelector } from '../../../core/anchoring/resolve.ts';
import { describePassage } from '../../../core/anchoring/selector.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { type Passage, trimPassage } from '../../../core/text/passage.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import {
  changeTypography,
  changeWords,
  deleteSentences,
  insertSentences,
  moveParagraphs,
  pick,
  type Random,
  seededRandom,
  sentencesOf,
  type TrackedText,
  track,
} from './edited-text.ts';

/**
 * What became of a passage. `same`: all of its characters stand together and unchanged. `changed`: not that, but at
 * least half of its characters are left, within a stretch of at most twice its length; the passage is then the stretch
 * from the first of them to the last; a word stands for the one that it replaced. `gone`: anything less, so also a passage whose halves were moved apart.
 */
type Truth = ({ readonly fate: 'same' | 'changed' } & Passage) | { readonly fate: 'gone' };

function truthOf({ text, origin }: TrackedText, { start, end }: Passage, quote: string): Truth {
  const left = origin.flatMap((from, at) => (from >= start && from < end ? [at] : []));
  const first = Math.min(...left);
  const last = Math.max(...left) + 1;
  if (left.length < quote.length / 2 || last - first > 2 * quote.length) return { fate: 'gone' };
  const fate = left.length === quote.length && text.slice(first, last) === quote ? 'same' : 'changed';
  return { fate, start: utf16(first), end: utf16(last) };
}

/** Whether a person shown `candidate` sees the passage: their overlap is at least three quarters of both together. */
function shows(candidate: Passage, truth: Truth): boolean {
  if (truth.fate === 'gone') return false;
  const both = Math.min(candidate.end, truth.end) - Math.max(candidate.start, truth.start);
  const either = Math.max(candidate.end, truth.end) - Math.min(candidate.start, truth.start);
  return both / either >= 0.75;
}

const outcomes = [
  'anchored right',
  'anchored WRONG',
  'review, true first',
  'review, true not first',
  'review, true missing',
  'review, gone',
  'orphaned rightly',
  'orphaned wrongly',
] as const;
type Outcome = (typeof outcomes)[number];

function judge(anchor: Anchor, truth: Truth): Outcome {
  if (anchor.state === 'orphaned') return truth.fate === 'gone' ? 'orphaned rightly' : 'orphaned wrongly';
  if (anchor.state === 'anchored') {
    const isRight = truth.fate === 'same' && truth.start === anchor.start && truth.end === anchor.end;
    return isRight ? 'anchored right' : 'anchored WRONG';
  }
  if (truth.fate === 'gone') return 'review, gone';
  const rank = anchor.candidates.findIndex((candidate) => shows(candidate, truth));
  if (rank === -1) return 'review, true missing';
  return rank === 0 ? 'review, true first' : 'review, true not first';
}

/** Single words and repeated words, phrases, sentences, long passages, both ends, across paragraphs, the whole text. */
function passagesOf(text: string, count: number, random: Random): Passage[] {
  const words = [...text.matchAll(/[\p{L}\p{N}’]+/gu)].map(({ 0: word, index }) => ({ word, index }));
  const common = words.filter(({ word }) => text.split(word).length > 5);
  const breaks = [...text.matchAll(/\n+/gu)].map(({ index }) => index);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const kinds: readonly (() => readonly [number, number])[] = [
    () => [pick(words, random).index, upTo(20)],
    () => {
      const { index, word } = pick(common, random);
      return [index, word.length];
    },
    () => [pick(words, random).index, upTo(80)],
    () => [pick(words, random).index, upTo(250)],
    () => [pick(words, random).index, 250 + upTo(1500)],
    () => [0, upTo(120)],
    () => {
      const length = upTo(120);
      return [text.length - length, length];
    },
    () => {
      const before = upTo(150);
      return [pick(breaks, random) - before, before + upTo(150)];
    },
    () => (random() < 0.1 ? [0, text.length] : [pick(words, random).index, upTo(40)]),
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? [0, 1]).flatMap(
    ([start, length]) => trimPassage(text, { start: utf16(Math.max(0, start)), end: utf16(start + length) }) ?? [],
  );
}

type Edit = (tracked: TrackedText, weight: number, sentences: readonly string[], random: Random) => TrackedText;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const words: Edit = (tracked, weight, _, random) => changeWords(tracked, 0.03 * weight, wordsOf(tracked.text), random);
const inserted: Edit = (tracked, weight, sentences, random) =>
  insertSentences(tracked, 0.1 * weight, sentences, random);
const deleted: Edit = (tracked, weight, _, random) => deleteSentences(tracked, 0.08 * weight, random);
const typography: Edit = (tracked, weight, _, random) => changeTypography(tracked, 0.05 * weight, random);
const moved: Edit = (tracked, weight, _, random) => moveParagraphs(tracked, 0.15 * weight, random);

const edits: Readonly<Record<string, Edit>> = {
  'words changed': words,
  'sentences inserted': inserted,
  'sentences deleted': deleted,
  'quotes and spaces': typography,
  'paragraphs moved': moved,
  'words and sentences': (...[tracked, ...rest]) => words(deleted(inserted(tracked, ...rest), ...rest), ...rest),
  'everything at once': (...[tracked, ...rest]) =>
    typography(moved(words(deleted(inserted(tracked, ...rest), ...rest), ...rest), ...rest), ...rest),
};

/** A sentence with this many units of the statement's own, word for word, is that passage again, wherever it is put. */
const copiedLength = 32;

function isCopy(sentence: string, text: string): boolean {
  return Array.from({ length: Math.max(0, sentence.length - copiedLength) }, (_, at) => at).some((at) =>
    text.includes(sentence.slice(at, at + copiedLength)),
  );
}

/**
 * New sentences as hard as can be: real ones of other statements, and this statement's own words in another order. None
 * that copies a passage: were the first deleted, the copy would be the passage moved, and not a wrong place.
 */
function newSentences(text: string, others: readonly string[], random: Random): string[] {
  const own = wordsOf(text);
  const shuffled = Array.from({ length: 40 }, () =>
    Array.from({ length: 4 + Math.floor(random() * 20) }, () => pick(own, random)).join(' '),
  );
  return [
    ...others.flatMap(sentencesOf).filter((sentence) => !isCopy(sentence, text)),
    ...shuffled.map((words) => `${words}.`),
  ];
}

type Counts = Record<Outcome, number>;

const noCounts = (): Counts => ({
  'anchored right': 0,
  'anchored WRONG': 0,
  'review, true first': 0,
  'review, true not first': 0,
  'review, true missing': 0,
  'review, gone': 0,
  'orphaned rightly': 0,
  'orphaned wrongly': 0,
});

interface Tally {
  readonly counts: Counts;
  /** Of the highlights whose words all stand together unchanged, how many there are, and how many are anchored there. */
  same: number;
}

function table(tallies: ReadonlyMap<string, Tally>): string {
  const sum = (tally: Tally): number => outcomes.reduce((total, outcome) => total + tally.counts[outcome], 0);
  const rows = [...tallies].map(([name, tally]) => [
    name.padEnd(20),
    ...[sum(tally), ...outcomes.map((outcome) => tally.counts[outcome])].map(String),
    `${((100 * tally.counts['anchored right']) / tally.same).toFixed(1)} %`,
  ]);
  const head = ['edit'.padEnd(20), 'highlights', ...outcomes, 'anchored of unchanged'];
  return [head, ...rows]
    .map((row) => row.map((cell, at) => cell.padStart(head[at]?.length ?? 0)).join(' | '))
    .join('\n');
}

describe('highlights in statements that were edited', () => {
  const tallies = new Map<string, Tally>();
  const wrong: string[] = [];
  const total: Tally = { counts: noCounts(), same: 0 };

  beforeAll(async () => {
    const statements = (await readBundledStatements()).map(({ text }) => text.replace(/\r\n?/gu, '\n'));
    const random = seededRandom(20_260_301);
    for (const [name, edit] of Object.entries(edits)) {
      const tally: Tally = { counts: noCounts(), same: 0 };
      tallies.set(name, tally);
      for (const [index, text] of statements.entries()) {
        const sentences = newSentences(text, statements.toSpliced(index, 1), random);
        for (const weight of [1, 1, 4]) {
          const edited = edit(track(text), weight, sentences, random);
          for (const passage of passagesOf(text, 45, random)) {
            const selector = describePassage(text, passage, 'a'.repeat(64));
            const truth = truthOf(edited, passage, selector.quote);
            const outcome = judge(resolveSelector(edited.text, 'b'.repeat(64), selector), truth);
            tally.counts[outcome] += 1;
            if (truth.fate === 'same') tally.same += 1;
            if (outcome === 'anchored WRONG') wrong.push(`${name}: “${selector.quote}” from ${passage.start}`);
          }
        }
      }
    }
    for (const { counts, same } of tallies.values()) {
      for (const outcome of outcomes) total.counts[outcome] += counts[outcome];
      total.same += same;
    }
    tallies.set('all', total);
    console.log(table(tallies));
  }, 120_000);

  it('are never anchored at a wrong place, of at least 2,000', () => {
    expect(outcomes.reduce((sum, outcome) => sum + total.counts[outcome], 0)).toBeGreaterThan(2000);
    expect(wrong).toEqual([]);
  });

  it('are anchored without a question where their words are unchanged, in five of six cases', () => {
    expect(total.counts['anchored right'] / total.same).toBeGreaterThan(5 / 6);
  });

  it('have their true place proposed, mostly first, where a person has to decide', () => {
    const first = total.counts['review, true first'];
    const proposed = first + total.counts['review, true not first'];
    const lost = total.counts['review, true missing'] + total.counts['orphaned wrongly'];
    expect(proposed / (proposed + lost)).toBeGreaterThan(0.9);
    expect(first / proposed).toBeGreaterThan(0.9);
  });
});
