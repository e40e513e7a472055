import { placeOf } from '../statements/place.ts';
import type { Statement } from '../statements/statement.ts';
import { type Utf16Offset, utf16 } from '../text/offsets.ts';
import { type Passage, trimPassage } from '../text/passage.ts';
import { type Comparison, compareWindows, type Window, windowOf } from './compare-windows.ts';
import type { Corroborator, Likeness, Steps } from './likeness.ts';
import { Rarity } from './rarity.ts';
import { MarkReader, type Reading } from './read-marks.ts';
import { reasonsOf } from './reasons-of.ts';
import { type SentenceUnit, sentencesOfPassage, sentencesOfStatement } from './sentence-units.ts';

/** The score below which nothing is said; how it was chosen, and what it costs and brings, is in docs/corroboration.md. */
export const leastScore = 0.17;

/** The score from which on a passage elsewhere clearly says the like; docs/corroboration.md says why it is this one. */
export const singleSourceScore = 0.2;

/** Sentences of a window at most. */
const widest = 3;

/** Sentences elsewhere that are looked at more closely for each sentence of a passage. */
const candidatesPerSentence = 30;

/** What more than this part of all sentences hold does not lead to candidates, in a collection of more than so many. */
const commonPart = 0.03;
const commonFrom = 400;

/** A window grows by a sentence only where that makes it this much liker: a short passage is easier to judge. */
const worthGrowing = 0.01;

/** Two sentences that are less like than this are not tried with the sentences around them. */
const worthTrying = 0.03;

/** A sentence of the collection. `first` is the number of its block's first sentence, `next` that after the last. */
interface IndexedSentence extends SentenceUnit {
  readonly statement: string;
  readonly first: number;
  readonly next: number;
}

/** Sentences in a row, by their numbers, `to` not among them. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly here: Span;
  readonly there: Span;
  readonly comparison: Comparison;
}

/** The sentences of statements, and which of them hold what. */
class SentenceIndex {
  readonly rarity = new Rarity();
  readonly reader = new MarkReader();
  readonly sentences: IndexedSentence[] = [];
  readonly #texts = new Map<string, Statement>();
  readonly #holding = new Map<string, number[]>();

  /** Adds a statement; the reader should have learnt the texts of all by then. */
  add(statement: Statement): void {
    const { id } = statement.summary;
    this.#texts.set(id, statement);
    const units = sentencesOfStatement(statement);
    let first = 0;
    for (const [at, { block }] of units.entries()) {
      if (units[at + 1]?.block === block) continue;
      this.#addBlock(statement, units.slice(first, at + 1));
      first = at + 1;
    }
  }

  statement(id: string): Statement | undefined {
    return this.#texts.get(id);
  }

  read(number: number): Reading {
    const sentence = this.sentences[number];
    const text = this.#texts.get(sentence?.statement ?? '')?.text ?? '';
    return this.reader.read(text, sentence?.start ?? 0, sentence?.end ?? 0);
  }

  /** The sentences outside `statement` that hold most of what is read, by weight. */
  candidates({ marks }: Reading, statement: string): number[] {
    const tooMany = Math.max(commonFrom, this.sentences.length * commonPart);
    const weights = new Map<number, number>();
    const { sentences } = this;
    for (const mark of marks) {
      for (const key of mark.keys) {
        const holding = this.#holding.get(key) ?? [];
        if (holding.length > tooMany) continue;
        const weight = this.rarity.weightOf(mark, key);
        for (const number of holding) {
          if (sentences[number]?.statement !== statement) weights.set(number, (weights.get(number) ?? 0) + weight);
        }
      }
    }
    return [...weights]
      .sort(([a, weight], [b, other]) => other - weight || a - b)
      .slice(0, candidatesPerSentence)
      .map(([number]) => number);
  }

  #addBlock({ summary, text }: Statement, units: readonly SentenceUnit[]): void {
    const first = this.sentences.length;
    const readings = units.map(({ start, end }) => this.reader.read(text, start, end));
    this.rarity.add(readings.flatMap(({ marks }) => marks));
    for (const [at, unit] of units.entries()) {
      const number = first + at;
      this.sentences.push({ ...unit, statement: summary.id, first, next: first + units.length });
      for (const key of new Set(readings[at]?.marks.flatMap(({ keys }) => keys))) {
        const holding = this.#holding.get(key);
        if (holding) holding.push(number);
        else this.#holding.set(key, [number]);
      }
    }
  }
}

/** A span with a sentence more before or after, as far as `limits` and `widest` let it. */
function grown({ from, to }: Span, limits: Span): Span[] {
  if (to - from >= widest) return [];
  const spans: Span[] = [];
  if (from > limits.from) spans.push({ from: from - 1, to });
  if (to < limits.to) spans.push({ from, to: to + 1 });
  return spans;
}

/** Windows by the sentences they are made of, each made once. */
function windowsOf(read: (number: number) => Reading, rarity: Rarity): (span: Span) => Window {
  const readings = new Map<number, Reading>();
  const windows = new Map<string, Window>();
  const readingOf = (number: number): Reading => {
    const reading = readings.get(number) ?? read(number);
    readings.set(number, reading);
    return reading;
  };
  return ({ from, to }) => {
    const key = `${from}-${to}`;
    const known = windows.get(key);
    if (known) return known;
    const made = windowOf(
      Array.from({ length: to - from }, (_, at) => readingOf(from + at)),
      rarity,
    );
    windows.set(key, made);
    return made;
  };
}

/** The sentences, whole or in part, of a passage that may reach over several blocks. */
function sentencesIn({ text, blocks }: Statement, passage: Passage): SentenceUnit[] {
  const clip = (start: Utf16Offset, end: Utf16Offset): Passage => ({
    start: utf16(Math.max(start, passage.start)),
    end: utf16(Math.min(end, passage.end)),
  });
  return blocks.flatMap(({ start, end }, block) => {
    const own = trimPassage(text, clip(start, end));
    return own && start < passage.end && passage.start < end ? sentencesOfPassage(text, own, block) : [];
  });
}

/** What is worked out, with all its steps at once. */
function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** What answers from an index that is complete. What scores less than `least` is left out. */
function corroboratorOf(index: SentenceIndex, least: number): Corroborator {
  const { rarity, sentences } = index;

  function* elsewhere(id: string, passage: Passage, limit: number): Steps<Likeness[]> {
    const statement = index.statement(id);
    if (!statement || passage.start >= passage.end) return [];
    const own = sentencesIn(statement, passage);
    const here = windowsOf((number) => {
      const { start, end } = own[number] ?? { start: 0, end: 0 };
      return index.reader.read(statement.text, start, end);
    }, rarity);
    const there = windowsOf((number) => index.read(number), rarity);
    const compare = (hereSpan: Span, thereSpan: Span): Found => {
      const comparison = compareWindows(here(hereSpan), there(thereSpan), rarity);
      return { here: hereSpan, there: thereSpan, comparison };
    };
    const limitsHere = { from: 0, to: own.length };
    const grow = (found: Found): Found => {
      const { first = 0, next = 0 } = sentences[found.there.from] ?? {};
      const wider = [
        ...grown(found.here, limitsHere).map((span) => compare(span, found.there)),
        ...grown(found.there, { from: first, to: next }).map((span) => compare(found.here, span)),
      ];
      const best = wider.reduce((a, b) => (b.comparison.score > a.comparison.score ? b : a), found);
      return best.comparison.score > found.comparison.score + worthGrowing ? grow(best) : found;
    };
    const bestOfBlock = new Map<number, Found>();
    for (const number of own.keys()) {
      const span = { from: number, to: number + 1 };
      for (const candidate of index.candidates(here(span), id)) {
        const alone = compare(span, { from: candidate, to: candidate + 1 });
        const found = alone.comparison.score < worthTrying ? alone : grow(alone);
        const block = sentences[candidate]?.first ?? candidate;
        const best = bestOfBlock.get(block);
        if (!best || found.comparison.score > best.comparison.score) bestOfBlock.set(block, found);
        yield;
      }
    }
    return [...bestOfBlock.values()]
      .filter(({ comparison }) => comparison.score >= least)
      .sort((a, b) => b.comparison.score - a.comparison.score || a.there.from - b.there.from)
      .slice(0, limit)
      .map((found): Likeness => {
        const first = sentences[found.there.from];
        const last = sentences[found.there.to - 1];
        if (!first || !last) throw new Error('A likeness is made of sentences of the index.');
        const other = index.statement(first.statement);
        if (!other) throw new Error('A sentence of the index is one of a statement in it.');
        const whole = { start: first.start, end: last.end };
        return {
          statement: first.statement,
          passage: whole,
          place: placeOf(other, whole),
          exact: other.text.slice(first.start, last.end),
          score: found.comparison.score,
          reasons: reasonsOf(found.comparison, here(found.here), there(found.there), {
            here: statement.text,
            there: other.text,
          }),
        };
      });
  }

  function* isSingleSource(id: string, passage: Passage): Steps<boolean> {
    const [likest] = yield* elsewhere(id, passage, 1);
    return (likest?.score ?? 0) < singleSourceScore;
  }

  return {
    elsewhere: (id, passage, limit) => finish(elsewhere(id, passage, limit)),
    isSingleSource: (id, passage) => finish(isSingleSource(id, passage)),
    inSteps: { elsewhere, isSingleSource },
  };
}

/**
 * As `createCorroborator`, statement by statement, for whoever has to do something else in between: each step takes
 * milliseconds, and the corroborator is there when all are done.
 */
export function* corroboratorInSteps(
  statements: readonly Statement[],
  least: number = leastScore,
): Steps<Corroborator> {
  const index = new SentenceIndex();
  for (const { text } of statements) {
    index.reader.learn(text);
    yield;
  }
  for (const statement of statements) {
    index.add(statement);
    yield;
  }
  return corroboratorOf(index, least);
}

/**
 * Prepares looking for what is said elsewhere in `statements`. It reads all of them once and keeps their sentences in an
 * index, so it should be made anew only where they change; 10,000 paragraphs take seconds. What scores less than `least`
 * is left out; a passage of n sentences costs n times a sentence.
 */
export function createCorroborator(statements: readonly Statement[], least: number = leastScore): Corroborator {
  return finish(corroboratorInSteps(statements, least));
}
