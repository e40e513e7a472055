import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtFolder } from '../support/runtime.ts';
import { type Row, tableOf } from './print-table.ts';
import {
  type StartTimes,
  startBrowserEdition,
  startDesktop,
  startEmptyApp,
  startEmptyPage,
} from './startup/measure-start.ts';
import { median } from './statistics.ts';

/** A build to measure, and what its columns are called. */
interface Build {
  readonly name: string;
  readonly folder: string;
}

/** One edition: an empty window of it, and Attest by each build, in a fresh folder. */
interface Edition {
  readonly title: string;
  readonly empty: (home: string) => Promise<StartTimes>;
  readonly attest: (built: string, workspace: string, home: string) => Promise<StartTimes>;
}

const editions: readonly Edition[] = [
  { title: 'Browser edition', empty: startEmptyPage, attest: (built, folder) => startBrowserEdition(built, folder) },
  { title: 'Desktop app on the Electron double', empty: startEmptyApp, attest: startDesktop },
];

/** `ATTEST_BENCH_BEFORE` names another build, to be measured in the same run. */
function listBuilds(environment: NodeJS.ProcessEnv): Build[] {
  const before = environment['ATTEST_BENCH_BEFORE'];
  const now = { name: 'Attest', folder: builtFolder(environment) };
  return before ? [{ name: 'before', folder: before }, now] : [now];
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const timesOf = async ({ empty, attest }: Edition, builds: readonly Build[]): Promise<StartTimes[]> => {
  const times = [await inFolder(empty)];
  for (const { folder } of builds) {
    times.push(await inFolder((home) => attest(folder, join(home, 'workspace'), join(home, 'home'))));
  }
  return times;
};

function rowOf(label: string, rounds: readonly (readonly StartTimes[])[], pick: (each: StartTimes) => number): Row {
  const columns = rounds[0]?.length ?? 0;
  const values = Array.from({ length: columns }, (_, at) =>
    median(rounds.map((times) => pick(times[at] ?? { process: Number.NaN, page: Number.NaN }))),
  );
  return { label, values };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** How much the page loads before it shows anything: the script that `index.html` names, with those that it needs at once. */
async function describeEntry({ name, folder }: Build): Promise<string> {
  const page = await readFile(join(folder, 'renderer/index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="(?:\.?\/)?(assets\/[^"]+\.js)"/gu)].map(([, path]) => path ?? '');
  const contents = await Promise.all(first.map((path) => readFile(join(folder, 'renderer', path))));
  const bytes = Buffer.concat(contents);
  const assets = join(folder, 'renderer/assets');
  const scripts = (await readdir(assets)).filter((file) => file.endsWith('.js'));
  const sizes = await Promise.all(scripts.map(async (file) => (await stat(join(assets, file))).size));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return `${name}: at once ${kilobytes(bytes.length)} of scripts (${kilobytes(gzipSync(bytes).length)} compressed), later or never ${kilobytes(all - bytes.length)}.`;
}

/** Measures, and gives tables: from the start of the process to the first statement that can be read, beside an empty window. */
export async function benchStartup(rounds: number): Promise<string> {
  const builds = listBuilds(process.env);
  const columns = ['empty window', ...builds.map(({ name }) => name)];
  const measured = editions.map((): StartTimes[][] => []);
  for (let round = 0; round < rounds; round += 1) {
    process.stderr.write(`Measuring the start, round ${round + 1} of ${rounds}…\n`);
    for (const [index, edition] of editions.entries()) measured[index]?.push(await timesOf(edition, builds));
  }
  const tables = editions.map(({ title }, index) =>
    tableOf(`${title}: until a statement can be read, ms`, columns, [
      rowOf('from the start of the process', measured[index] ?? [], (times) => times.process),
      rowOf('of that, from the start of the page', measured[index] ?? [], (times) => times.page),
    ]),
  );
  return [...tables, (await Promise.all(builds.map(describeEntry))).join('\n')].join('\n\n');
}
