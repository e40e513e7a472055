import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundledStatements } from '../support/bundled-statements.ts';
import { installPeers } from './peers/install-peers.ts';
import { describeSearch } from './search/describe-search.ts';
import { generateCollection } from './search/generate-collection.ts';
import { measureEngines, type SearchRound, settings } from './search/measure-engines.ts';
import { writeCollection } from './search/read-collection.ts';

/** Statements of the collection, of about 10 KB each, unless the environment says otherwise. */
const defaultStatements = 10_000;

function wantedStatements(): number {
  const named = process.env['ATTEST_BENCH_STATEMENTS'];
  if (named === undefined) return defaultStatements;
  const count = Number(named);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error('ATTEST_BENCH_STATEMENTS is the number of statements to search, a whole number from 1 on.');
}

/**
 * Measures, and gives tables: what building, keeping and asking an index of many statements costs, beside MiniSearch,
 * Orama and SQLite FTS5. `ATTEST_BENCH_STATEMENTS` makes the collection smaller.
 */
export async function benchSearch(rounds: number): Promise<string> {
  const statements = wantedStatements();
  if (!installPeers()) return 'Search was not measured: the engines to compare with could not be installed.';
  const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
  try {
    const collectionFile = join(folder, 'collection');
    const sources = (await readBundledStatements()).map(({ text }) => text);
    const bytes = await writeCollection(collectionFile, generateCollection(sources, statements, settings.seed));
    const all: SearchRound[] = [];
    for (let round = 1; round <= rounds; round += 1) all.push(await measureEngines(folder, collectionFile, round));
    return describeSearch(all, statements, bytes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
