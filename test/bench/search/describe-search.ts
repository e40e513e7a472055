import { textTable } from '../print-table.ts';
import { median, quantile } from '../statistics.ts';
import type { CallResults } from './engine-calls.ts';
import { type SearchRound, settings } from './measure-engines.ts';
import { type EngineName, engineNames } from './search-engine.ts';

/** Fewer queries than this have no p95 worth its name. */
const fewestForP95 = 40;

/** Queries of each kind that are shown because they took Attest longest. */
const slowestShown = 3;

type TextRow = [label: string, ...cells: string[]];

/** Milliseconds, with as many digits as mean something. */
const ms = (value: number): string => {
  if (Number.isNaN(value)) return '–';
  if (value < 0.095) return value.toFixed(3);
  return value.toFixed(value < 9.95 ? 2 : 0);
};
const mb = (bytes: number): string => (Number.isNaN(bytes) ? '–' : (bytes / 1e6).toFixed(0));
const times = (ratio: number): string => `×${ratio.toFixed(2)}`;

/** The rounds, and what is asked of them. */
class Rounds {
  readonly #rounds: readonly SearchRound[];

  constructor(rounds: readonly SearchRound[]) {
    this.#rounds = rounds;
  }

  middle(pick: (round: SearchRound) => number | undefined): number {
    return median(this.#rounds.map((round) => pick(round) ?? Number.NaN));
  }

  /** The times of an engine for a kind of query; with `like`, only for the queries that the other has come to as well. */
  timesOf(kind: number, name: EngineName, like: EngineName = name): number[] {
    return this.#rounds.flatMap(({ kinds }) => {
      const byEngine = kinds[kind]?.byEngine;
      return byEngine?.get(name)?.times.slice(0, byEngine.get(like)?.times.length) ?? [];
    });
  }

  answeredOf(kind: number, name: EngineName): string {
    const each = this.#rounds[0]?.kinds[kind]?.byEngine.get(name);
    return each ? `${((100 * each.answered) / each.times.length).toFixed(0)} %` : '–';
  }

  /** The queries of a kind that took Attest longest, with their times. */
  slowestOf(kind: number): string {
    const all = this.#rounds.flatMap(({ kinds }) => {
      const each = kinds[kind];
      const measured = each?.byEngine.get('Attest')?.times ?? [];
      return measured.map((time, at) => ({ time, words: each?.kind.queries[at]?.words ?? [] }));
    });
    const slowest = all.sort((a, b) => b.time - a.time).slice(0, slowestShown);
    return slowest.map(({ time, words }) => `${words.join(' ')} ${ms(time)}`).join(', ');
  }

  get typed(): number[] {
    return this.#rounds.flatMap(({ typed }) => typed);
  }
}

/** p50 and p95; in brackets how many queries were measured, where there was no time for all. */
function cellOf(all: readonly number[], expected: number): string {
  if (all.length === 0) return '–';
  const p95 = all.length < fewestForP95 ? '–' : ms(quantile(all, 0.95));
  const count = all.length < expected ? ` [${all.length}]` : '';
  return `${ms(median(all))} / ${p95}${count}`;
}

/** Where Attest is slower than the others, over the queries that both have answered. */
function standing(rounds: Rounds, labels: readonly string[]): string[] {
  const others = engineNames.filter((name) => rounds.timesOf(0, name).length > 0 && name !== 'Attest');
  return others.map((name) => {
    const behind = [0.5, 0.95].map((share) => {
      const slower = labels.flatMap((label, kind) => {
        const theirs = rounds.timesOf(kind, name);
        const ratio = quantile(rounds.timesOf(kind, 'Attest', name), share) / quantile(theirs, share);
        const isTold = ratio > 1 && (share === 0.5 || theirs.length >= fewestForP95);
        return isTold ? [`${label} ${times(ratio)}`] : [];
      });
      return `p${share * 100} ${slower.length === 0 ? 'nowhere' : `in ${slower.join(', ')}`}`;
    });
    return `Attest is slower than ${name}: ${behind.join('; ')}.`;
  });
}

function describeFile(rounds: Rounds): string {
  const load = (pick: (load: CallResults['load']) => number): number => rounds.middle((round) => pick(round.load));
  const read = load(({ bytes }) => bytes);
  const decoded = load(({ index }) => index);
  const ready = load(({ ready }) => ready);
  const size = mb(rounds.middle(({ save }) => save.bytes));
  return [
    `Attest’s saved index: ${size} MB, written in ${ms(rounds.middle(({ save }) => save.ms))} ms.`,
    `Reading its bytes takes ${ms(read)} ms, reading the index ${ms(decoded)} ms (${times(decoded / read)}), until it can be asked ${ms(ready)} ms (${times(ready / read)}, at most 1.5); the first search then ${ms(load(({ first }) => first))} ms.`,
  ].join(' ');
}

function describeTyping({ typed }: Rounds): string {
  return `The bundled statements, while the judged queries are typed letter by letter (${typed.length} searches): p50 ${ms(median(typed))} ms, p95 ${ms(quantile(typed, 0.95))} ms, longest ${ms(quantile(typed, 1))} ms (a frame is 16.7 ms).`;
}

const notes = `How: each engine in a process of its own, asked in turn for the best ${settings.limit}; ${settings.queries} queries of each kind, a third of common words, a third with a less common, a third with a rare one; each asked ${settings.passes} times and its middle time taken; fewer queries where an engine takes seconds (in brackets), and no p95 below ${fewestForP95}.
Attest is asked as the application asks it: with stems and other spellings of names, each hit located and explained; the others give numbers of paragraphs.
MiniSearch and Orama have no phrases: the paragraphs with all words are scanned, best first, until there are ${settings.limit}. Orama always takes words for beginnings.
Memory is heap and external memory over what the texts take; SQLite keeps its index in a file, and memory that is not counted here. FlexSearch is the engine as it comes (strict), built only.`;

/** The tables of all rounds. `bytes` is the size of the statements in UTF-8. */
export function describeSearch(all: readonly SearchRound[], statements: number, bytes: number): string {
  const [one] = all;
  if (!one) return '';
  const rounds = new Rounds(all);
  const labels = one.kinds.map(({ kind }) => kind.label);
  const paragraphs = one.builds.get('Attest')?.of ?? 0;
  const row = (label: string, cell: (name: EngineName) => string): TextRow => [label, ...engineNames.map(cell)];
  const build = (name: EngineName): number => rounds.middle(({ builds }) => builds.get(name)?.ms);
  const processor = (name: EngineName): number => rounds.middle(({ builds }) => builds.get(name)?.processorMs);
  const memory = (name: EngineName): number => rounds.middle(({ builds }) => builds.get(name)?.memory);
  const indexed = (name: EngineName): number => one.builds.get(name)?.paragraphs ?? 0;
  const size = `${statements.toLocaleString('en')} statements (${mb(bytes)} MB, ${paragraphs.toLocaleString('en')} paragraphs)`;
  const expected = settings.queries * all.length;
  const cut = engineNames
    .filter((name) => indexed(name) < paragraphs)
    .map(
      (name) =>
        `${name} was stopped while building: its figures are for ${indexed(name).toLocaleString('en')} paragraphs only.`,
    );
  return [
    textTable(`Searching ${size}: p50 / p95 in ms`, engineNames, [
      row('build, s', (name) => (build(name) / 1000).toFixed(1)),
      row('build, s of the processor', (name) => (processor(name) / 1000).toFixed(1)),
      row('memory after building, MB', (name) => mb(memory(name))),
      row('memory after all queries, MB', (name) => mb(rounds.middle(({ memoryAfter }) => memoryAfter.get(name)))),
      row('first search of all, ms', (name) => ms(rounds.middle(({ first }) => first.get(name)))),
      ...labels.map((label, kind) => row(label, (name) => cellOf(rounds.timesOf(kind, name), expected))),
    ]),
    [
      ...cut,
      ...standing(rounds, labels),
      `Build: ${times(build('Attest') / build('FlexSearch'))} of FlexSearch strict by the clock, ${times(processor('Attest') / processor('FlexSearch'))} by the processor (at most 2). Memory: ${times(memory('Attest') / memory('MiniSearch'))} of MiniSearch (below 1).`,
    ].join('\n'),
    textTable(
      'Queries that got an answer (all have one in the collection, but for names)',
      engineNames,
      labels.map((label, kind) => row(label, (name) => rounds.answeredOf(kind, name))),
    ),
    ['What took Attest longest, ms:', ...labels.map((label, kind) => `${label}: ${rounds.slowestOf(kind)}`)].join('\n'),
    [describeFile(rounds), describeTyping(rounds)].join('\n'),
    notes,
  ].join('\n\n');
}
