import { parseArgs } from 'node:util';
import { benchCorroboration } from './corroboration-bench.ts';
import { benchExports } from './exports-bench.ts';
import { benchLibrary } from './library-bench.ts';
import { benchMerge } from './merge-bench.ts';
import { benchNames } from './names-bench.ts';
import { benchPainting } from './painting-bench.ts';
import { benchRanking } from './ranking-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchStartup } from './startup-bench.ts';
import { benchStorage } from './storage-bench.ts';
import { benchVault } from './vault-bench.ts';

/** What can be measured; each gives tables. */
const benches: Readonly<Record<string, (rounds: number) => Promise<string>>> = {
  corroboration: benchCorroboration,
  exports: benchExports,
  library: benchLibrary,
  merge: benchMerge,
  names: benchNames,
  painting: benchPainting,
  ranking: benchRanking,
  search: benchSearch,
  startup: benchStartup,
  storage: benchStorage,
  vault: benchVault,
};

const defaultRounds = '3';

/** Measures what is named, or everything, and prints tables. */
export async function runBench(parameters: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    options: { rounds: { type: 'string', default: defaultRounds } },
    allowPositionals: true,
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('The number of rounds is a whole number from 1 on.');
  const names = positionals.length > 0 ? positionals : Object.keys(benches);
  const unknown = names.find((name) => !Object.hasOwn(benches, name));
  if (unknown !== undefined) {
    throw new Error(`There is no measurement “${unknown}”: choose from ${Object.keys(benches).join(', ')}.`);
  }
  console.log(`Medians of ${rounds} rounds. In brackets: how many times the first column.`);
  console.log('Compare ratios: times depend on what else the machine does.\n');
  for (const name of names) console.log(`${await benches[name]?.(rounds)}\n`);
}
