// A process of its own for one engine, so that engines do not disturb each other: does one call after the other.
import { readFile, stat } from 'node:fs/promises';
import { CollectionSearch } from '../../../core/search/collection-search.ts';
import { readSearchFile } from '../../../electron/store/search-file.ts';
import { median } from '../statistics.ts';
import type { CallResults, EngineCall } from './engine-calls.ts';
import { openEngine } from './open-engine.ts';
import { readCollection } from './read-collection.ts';
import type { SearchCollection, SearchEngine } from './search-engine.ts';

let engine: SearchEngine | null = null;
/** Kept, so that texts are in memory before and after a build. */
let collection: SearchCollection | null = null;
let before = 0;

function memoryInUse(): number {
  if (!globalThis.gc) throw new Error('Memory can be measured only with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

type Of<Name extends EngineCall['call']> = Extract<EngineCall, { call: Name }>;

async function build({ name, surroundings, collectionFile }: Of<'build'>): Promise<CallResults['build']> {
  collection = await readCollection(collectionFile);
  engine = openEngine(name, surroundings);
  before = memoryInUse();
  const started = performance.now();
  const startedUsing = process.cpuUsage();
  const paragraphs = engine.build(collection);
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(startedUsing);
  return {
    ms,
    processorMs: (user + system) / 1000,
    memory: memoryInUse() - before,
    paragraphs,
    of: collection.paragraphs.length,
  };
}

function measure({ queries, limit, mostMs }: Of<'measure'>): CallResults['measure'] {
  const times: number[] = [];
  let answered = 0;
  let total = 0;
  for (const query of queries) {
    if (total > mostMs) break;
    const started = performance.now();
    const found = engine?.search(query, limit) ?? 0;
    const ms = performance.now() - started;
    times.push(ms);
    total += ms;
    if (found > 0) answered += 1;
  }
  return { times, answered };
}

async function save({ path }: Of<'save'>): Promise<CallResults['save']> {
  const started = performance.now();
  await engine?.save?.(path);
  return { ms: performance.now() - started, bytes: (await stat(path)).size };
}

async function load({ path, collectionFile, times }: Of<'load'>): Promise<CallResults['load']> {
  const { statements } = await readCollection(collectionFile);
  const measured: CallResults['load'][] = [];
  for (let index = 0; index < times; index += 1) {
    memoryInUse();
    const started = performance.now();
    await readFile(path);
    const read = performance.now();
    memoryInUse();
    const again = performance.now();
    const saved = await readSearchFile(path);
    const decoded = performance.now();
    if (!saved) throw new Error(`The index at ${path} cannot be read.`);
    const search = new CollectionSearch(saved.corpus);
    const byId = new Map(statements.map((statement) => [statement.summary.id, statement]));
    for (const kept of saved.statements) {
      const statement = byId.get(kept.id);
      if (statement) search.restore(statement, kept);
    }
    const ready = performance.now();
    search.search('election', { limit: 20, typing: false, spellings: true });
    const first = performance.now() - ready;
    measured.push({ bytes: read - started, index: decoded - again, ready: ready - again, first });
  }
  const middle = (pick: (each: CallResults['load']) => number): number => median(measured.map(pick));
  return {
    bytes: middle(({ bytes }) => bytes),
    index: middle(({ index }) => index),
    ready: middle(({ ready }) => ready),
    first: middle(({ first }) => first),
  };
}

/** Types every text letter by letter into the search of the collection in the file, and takes the time of each key. */
async function type({ texts, limit, collectionFile }: Of<'type'>): Promise<CallResults['type']> {
  const search = new CollectionSearch();
  const { statements } = await readCollection(collectionFile);
  for (const statement of statements) search.add(statement);
  const ask = (text: string): number => {
    const started = performance.now();
    search.search(text, { limit, typing: true, spellings: true });
    return performance.now() - started;
  };
  const typed = texts.flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1)));
  typed.map(ask);
  return { times: typed.map(ask) };
}

async function answer(asked: EngineCall): Promise<CallResults[EngineCall['call']]> {
  switch (asked.call) {
    case 'build':
      return build(asked);
    case 'measure':
      return measure(asked);
    case 'memory':
      return { memory: memoryInUse() - before };
    case 'save':
      return save(asked);
    case 'load':
      return load(asked);
    case 'type':
      return type(asked);
  }
}

process.on('message', (message) => {
  // The parent is `start-engine.ts`, which sends nothing else.
  answer(message as EngineCall).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.on('disconnect', () => {
  engine?.close();
  process.exit();
});
