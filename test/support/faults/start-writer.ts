import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'rolldown';
import { type Ledger, ledgerFrom } from './ledger.ts';
import type { WritingPlan } from './writing-plan.ts';

/** A process that writes a workspace, and what it has said so far. */
export interface Writer {
  readonly process: ChildProcess;
  /** Resolves when it has started and waits for its plan. */
  readonly isReady: Promise<void>;
  /** Tells it what to do. */
  readonly begin: (plan: WritingPlan) => void;
  /** Lets it go on where its plan has it wait. */
  readonly goOn: () => void;
  /** Every line that it has said, in order. */
  readonly said: readonly string[];
  /** Resolves when it has said a line that begins with `word`, or has ended. */
  readonly hasSaid: (word: string) => Promise<void>;
  /** Resolves with its exit code when it is gone and everything it said has arrived; `null` where it was killed. */
  readonly isGone: Promise<number | null>;
}

/** Bundles the writing process into `folder` once, so that it starts fast; the path of the bundle. */
export async function bundleWriter(folder: string): Promise<string> {
  const file = join(folder, 'writing-process.mjs');
  await build({
    input: join(import.meta.dirname, 'writing-process.ts'),
    platform: 'node',
    logLevel: 'silent',
    output: { file, format: 'esm', minify: true, codeSplitting: false },
  });
  return file;
}

/** Starts a writing process that waits for its plan. */
export function startWriter(bundle: string): Writer {
  const child = spawn(process.execPath, [bundle], { stdio: ['pipe', 'pipe', 'inherit'] });
  // A child that was killed reads no more.
  child.stdin.on('error', () => undefined);
  const said: string[] = [];
  const listeners = new Set<() => void>();
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    said.push(...lines);
    for (const listener of listeners) listener();
  });
  const isGone = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const hasSaid = async (word: string): Promise<void> => {
    const heard = new Promise<void>((resolve) => {
      const look = (): void => {
        if (!said.some((line) => line.startsWith(word))) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
    await Promise.race([heard, isGone]);
  };
  return {
    process: child,
    isReady: hasSaid('ready'),
    begin: (plan) => child.stdin.write(`${JSON.stringify(plan)}\n`),
    goOn: () => child.stdin.write('\n'),
    said,
    hasSaid,
    isGone,
  };
}

/**
 * What a writer was given and what it acknowledged, as a ledger from `start`, the fingerprint before its first opening.
 * Each of its openings must find all that was given before.
 */
export function ledgerOf(said: readonly string[], start: string): Ledger {
  const ledger = ledgerFrom(start);
  let before = 0;
  for (const line of said) {
    const [word, value = '', notices] = line.split(' ');
    if (word === 'applied') ledger.states.push(value);
    if (word === 'saved') ledger.acknowledged = Math.max(ledger.acknowledged, before + Number(value));
    if (word === 'failed') throw new Error(`The writer could not save: ${line}.`);
    if (word === 'closed' && value !== 'true') throw new Error('The writer could not close its workspace.');
    if (word === 'opened') {
      if (value !== ledger.states.at(-1) || notices !== '0')
        throw new Error(`The writer opened something else: ${line}.`);
      before = ledger.states.length - 1;
    }
  }
  return ledger;
}
