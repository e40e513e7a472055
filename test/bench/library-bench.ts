import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFolder } from '../support/runtime.ts';
import { measureMemory } from './library/measure-memory.ts';
import { additions, measureReader, unshown } from './library/measure-reader.ts';
import { measureServices } from './library/measure-services.ts';
import { writeLibrary } from './library/write-library.ts';
import { type Row, tableOf } from './print-table.ts';
import { median } from './statistics.ts';

/** Statements of the library, of about 10 kB each, unless the environment says otherwise. */
const defaultStatements = 1_000;

/** Highlights of a statement, on average. */
const perStatement = 10;

const seed = 20_240_502;

type Measures = Readonly<Record<string, number>>;

function wantedStatements(): number {
  const named = process.env['ATTEST_BENCH_STATEMENTS'];
  if (named === undefined) return defaultStatements;
  const count = Number(named);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error('ATTEST_BENCH_STATEMENTS is the number of imported statements, a whole number from 1 on.');
}

/** A row for each label, in the order of the last round, with the medians of both workspaces. */
function rowsOf(few: readonly Measures[], many: readonly Measures[]): Row[] {
  const middle = (rounds: readonly Measures[], label: string): number =>
    median(rounds.map((measures) => measures[label] ?? Number.NaN));
  const labels = Object.keys(many.at(-1) ?? {}).filter((label) => label !== unshown);
  return labels.map((label) => ({ label, values: [middle(few, label), middle(many, label)] }));
}

/** How much more memory than the small workspace the large one takes, as a multiple of its texts. */
function memoryLine(rows: readonly Row[], textBytes: number): string[] {
  return rows
    .filter(({ label }) => label.startsWith('memory'))
    .map(({ label, values: [few = Number.NaN, many = Number.NaN] }) => {
      const times = (many - few) / (textBytes / 1024 / 1024);
      return `${label}: ${(many - few).toFixed(0)} more than with five, ×${times.toFixed(2)} the size of the texts.`;
    });
}

/** How many highlights were not painted in time, of all that were added. */
function unshownLine(readers: readonly (readonly Measures[])[]): string {
  const [few, many] = readers.map(
    (rounds) => `${rounds.reduce((sum, one) => sum + (one[unshown] ?? 0), 0)} of ${rounds.length * additions}`,
  );
  return `Highlights that did not show within 10 s: ${few} with five statements, ${many} with all.`;
}

/**
 * Measures, and gives tables: a library of many imported statements with ten highlights each, beside the five that are bundled.
 * `ATTEST_BENCH_STATEMENTS` says how many; what the issue asks for are 10,000. Where the first start builds its search index, the
 * later ones read it.
 */
export async function benchLibrary(rounds: number): Promise<string> {
  const count = wantedStatements();
  const built = builtFolder(process.env);
  const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
  try {
    const [small, large] = [join(folder, 'five'), join(folder, 'many')];
    process.stderr.write(`Writing ${count} statements…\n`);
    const { textBytes, highlights } = await writeLibrary(large, count, perStatement, seed);
    const services: [Measures[], Measures[]] = [[], []];
    const readers: [Measures[], Measures[]] = [[], []];
    const memories: [Measures[], Measures[]] = [[], []];
    for (let round = 1; round <= rounds; round += 1) {
      // What the machine does meanwhile, and what it still has in memory, falls to each of them in turn.
      for (const at of round % 2 === 1 ? [0, 1] : [1, 0]) {
        const workspace = at === 0 ? small : large;
        process.stderr.write(`Round ${round} of ${rounds}: ${at === 0 ? 'five' : count} statements…\n`);
        services[at]?.push(await measureServices(built, workspace));
        readers[at]?.push(await measureReader(built, workspace, round, rounds));
        memories[at]?.push(await measureMemory(built, workspace));
      }
    }
    const columns = ['five', `and ${count} more`];
    const served = rowsOf(...services);
    const read = rowsOf(...readers);
    const held = rowsOf(...memories);
    const size = `${(textBytes / 1_000_000).toFixed(0)} MB of text, ${highlights} highlights`;
    return [
      tableOf(`The services on a library of ${size}, ms`, columns, served),
      tableOf('The browser edition on it, ms', columns, read),
      tableOf('Memory of the browser edition on it, server and window, MB', columns, held),
      [unshownLine(readers), ...memoryLine(served, textBytes), ...memoryLine(held, textBytes)].join('\n'),
    ].join('\n\n');
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
