// The long run of the fault tests: the same tests as in every test run, with many more rounds and new chance, and a table
// of what came of it. `ATTEST_FAULT_SEED` repeats a run; arguments choose among the files, as for vitest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

/** @typedef {{ fault: string, rounds: number, acknowledged: number, lost: number, unreadable: number }} Tally */

/**
 * @param {readonly Tally[]} tallies
 * @returns {string} a table for people, with the sum at the end
 */
function tableOf(tallies) {
  /** @param {(tally: Tally) => number} value */
  const sumOf = (value) => tallies.reduce((sum, tally) => sum + value(tally), 0);
  const sum = {
    fault: 'all',
    rounds: sumOf(({ rounds }) => rounds),
    acknowledged: sumOf(({ acknowledged }) => acknowledged),
    lost: sumOf(({ lost }) => lost),
    unreadable: sumOf(({ unreadable }) => unreadable),
  };
  const width = Math.max(...tallies.map(({ fault }) => fault.length)) + 2;
  const columns = ['rounds', 'acknowledged', 'lost', 'unreadable'];
  const head = 'fault'.padEnd(width) + columns.map((column) => column.padStart(14)).join('');
  const lines = [...tallies, sum].map(
    ({ fault, rounds, acknowledged, lost, unreadable }) =>
      fault.padEnd(width) +
      [rounds, acknowledged, lost, unreadable].map((value) => String(value).padStart(14)).join(''),
  );
  return [head, ...lines].join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'attest-faults-'));
const report = join(folder, 'tallies.jsonl');
const seed = process.env.ATTEST_FAULT_SEED ?? String(Date.now() % 1_000_000_000);
const chosen = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    join(project, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...(chosen.length > 0 ? chosen : ['test/electron/store/faults', 'test/support/faults']),
  ],
  {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ATTEST_FAULT_ROUNDS: process.env.ATTEST_FAULT_ROUNDS ?? 'long',
      ATTEST_FAULT_REPORT: report,
      ATTEST_FAULT_SEED: seed,
    },
  },
);
const lines = existsSync(report) ? readFileSync(report, 'utf8').split('\n').filter(Boolean) : [];
rmSync(folder, { recursive: true, force: true });
/** @type {Tally[]} */
const tallies = lines.map((line) => JSON.parse(line));
tallies.sort((a, b) => a.fault.localeCompare(b.fault));
console.log(`\n${tableOf(tallies)}\n\nSeed ${seed}. Lost and unreadable must be 0.`);
if (status !== 0) process.exitCode = 1;
