import { join } from 'node:path';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import { peersFolder } from '../peers/install-peers.ts';
import { judgedQueries } from '../ranking/judged-queries.ts';
import { seededRandom } from '../seeded-random.ts';
import { median } from '../statistics.ts';
import { drawQueries, type QueryClass } from './draw-queries.ts';
import type { CallResults } from './engine-calls.ts';
import { readCollection, writeCollection } from './read-collection.ts';
import { type EngineName, engineNames } from './search-engine.ts';
import { bundleEngine, type EngineProcess, startEngine } from './start-engine.ts';

/** How it is measured: what the notes under the table speak of. */
export const settings = {
  seed: 20_240_502,
  /** Queries of each kind; the engines warm up with others. */
  queries: 300,
  warmUps: 60,
  /** Each query is asked in this many passes, and its time is the middle one. */
  passes: 3,
  /** Orama may build for so long; it has then fewer paragraphs than the others. */
  oramaBuildMs: 90_000,
  /** Hits that are asked for. */
  limit: 20,
  typingLimit: 50,
  loads: 5,
} as const;

/** An engine stops a pass over one kind of query after so many milliseconds; after a slow pass it is not asked again. */
const mostMs: Readonly<Record<EngineName, number>> = {
  Attest: 30_000,
  MiniSearch: 6_000,
  Orama: 4_000,
  FTS5: 30_000,
  FlexSearch: 0,
};
const slowMs = 4_000;
const warmUpMs = 1_000;

/** How long an engine took for each query of a kind, in their order, as far as it came; so many had an answer. */
export interface KindTimes {
  readonly times: readonly number[];
  readonly answered: number;
}

/** What one round gives. */
export interface SearchRound {
  readonly builds: ReadonlyMap<EngineName, CallResults['build']>;
  /** Bytes after all queries. */
  readonly memoryAfter: ReadonlyMap<EngineName, number>;
  /** Milliseconds of the very first search. */
  readonly first: ReadonlyMap<EngineName, number>;
  readonly kinds: readonly { readonly kind: QueryClass; readonly byEngine: ReadonlyMap<EngineName, KindTimes> }[];
  readonly save: CallResults['save'];
  readonly load: CallResults['load'];
  /** Milliseconds of each key, over the bundled statements. */
  readonly typed: readonly number[];
}

/** Asks one kind of query in passes that alternate between the engines, so that all meet the same disturbances. */
async function measureKind(
  engines: ReadonlyMap<EngineName, EngineProcess>,
  { queries }: QueryClass,
): Promise<Map<EngineName, KindTimes>> {
  const all = new Map<EngineName, CallResults['measure'][]>();
  for (let pass = 0; pass < settings.passes; pass += 1) {
    for (const [name, engine] of engines) {
      const before = all.get(name) ?? [];
      const tookMs = before.at(-1)?.times.reduce((sum, time) => sum + time, 0) ?? 0;
      if (tookMs > slowMs) continue;
      const call = { call: 'measure', queries, limit: settings.limit, mostMs: mostMs[name] } as const;
      all.set(name, [...before, await engine.ask(call)]);
    }
  }
  return new Map(
    [...all].map(([name, measured]) => {
      const times = (measured[0]?.times ?? []).map((_, at) => median(measured.flatMap(({ times }) => times[at] ?? [])));
      return [name, { times, answered: measured[0]?.answered ?? 0 }];
    }),
  );
}

/** Asks every kind of query of the engines; names are for Attest alone. */
async function measureKinds(
  engines: ReadonlyMap<EngineName, EngineProcess>,
  paragraphs: readonly string[],
  round: number,
  say: (what: string) => void,
): Promise<Pick<SearchRound, 'first' | 'kinds'>> {
  const random = seededRandom(settings.seed + round);
  const warmUps = drawQueries(paragraphs, settings.warmUps, random);
  const first = new Map<EngineName, number>();
  const kinds: SearchRound['kinds'][number][] = [];
  for (const [index, kind] of drawQueries(paragraphs, settings.queries, random).entries()) {
    say(kind.label);
    const asked = kind.isForAttest ? new Map([...engines].filter(([name]) => name === 'Attest')) : engines;
    const queries = warmUps[index]?.queries ?? [];
    for (const [name, engine] of asked) {
      const { times } = await engine.ask({ call: 'measure', queries, limit: settings.limit, mostMs: warmUpMs });
      if (!first.has(name)) first.set(name, times[0] ?? Number.NaN);
    }
    kinds.push({ kind, byEngine: await measureKind(asked, kind) });
  }
  return { first, kinds };
}

/** Loads the index at `path` again and again, then types into the bundled statements, in a process of its own. */
async function measureAfresh(
  bundle: string,
  folder: string,
  path: string,
  collectionFile: string,
): Promise<Pick<SearchRound, 'load' | 'typed'>> {
  const engine = startEngine(bundle);
  try {
    const load = await engine.ask({ call: 'load', path, collectionFile, times: settings.loads });
    const bundled = join(folder, 'bundled');
    const statements = await readBundledStatements();
    await writeCollection(
      bundled,
      statements.map(({ text }) => text),
    );
    const texts = judgedQueries.map(({ query }) => query);
    const limit = settings.typingLimit;
    const { times } = await engine.ask({ call: 'type', texts, limit, collectionFile: bundled });
    return { load, typed: times };
  } finally {
    await engine.stop();
  }
}

/**
 * Builds each engine in a process of its own over the collection in the file, one after the other, then asks all of them
 * in turn. Files go into `folder`.
 */
export async function measureEngines(folder: string, collectionFile: string, round: number): Promise<SearchRound> {
  const bundle = await bundleEngine(folder);
  const say = (what: string): void => void process.stderr.write(`Search, round ${round}: ${what}…\n`);
  const engines = new Map<EngineName, EngineProcess>();
  const builds = new Map<EngineName, CallResults['build']>();
  const surroundings = { peers: peersFolder, folder, oramaBuildMs: settings.oramaBuildMs };
  const path = join(folder, 'search-index');
  try {
    for (const name of engineNames) {
      say(`building ${name}`);
      const engine = startEngine(bundle);
      engines.set(name, engine);
      builds.set(name, await engine.ask({ call: 'build', name, surroundings, collectionFile }));
    }
    await engines.get('FlexSearch')?.stop();
    engines.delete('FlexSearch');
    const { paragraphs } = await readCollection(collectionFile);
    const asked = await measureKinds(engines, paragraphs, round, say);
    const memoryAfter = new Map<EngineName, number>();
    for (const [name, engine] of engines) memoryAfter.set(name, (await engine.ask({ call: 'memory' })).memory);
    say('saving and loading');
    const attest = engines.get('Attest');
    if (!attest) throw new Error('Attest is not among the engines.');
    const save = await attest.ask({ call: 'save', path });
    for (const engine of engines.values()) await engine.stop();
    return { builds, memoryAfter, ...asked, save, ...(await measureAfresh(bundle, folder, path, collectionFile)) };
  } finally {
    for (const engine of engines.values()) await engine.stop();
  }
}
