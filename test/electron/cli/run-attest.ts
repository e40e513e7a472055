import { join } from 'node:path';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { type CommandLineHost, runCommandLine } from '../../../electron/cli/run-command-line.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { leastCost } from '../../../electron/store/vault/scrypt-cost.ts';

/** The resources of the program itself. */
export const bundled = join(import.meta.dirname, '../../../resources');

/** What one command line printed, and its exit code. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one command line on the workspace in `folder`. */
export async function runAttest(
  folder: string,
  args: readonly string[],
  resources = bundled,
  host: Pick<CommandLineHost, 'askSecret' | 'terminal'> = {},
): Promise<Run> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCommandLine(args, {
    ...host,
    chooseCost: async () => leastCost,
    writeOut: (text) => out.push(text),
    writeError: (line) => error.push(line),
    environment: { ATTEST_WORKSPACE: folder },
    platform: process.platform,
    version: '0.0.0',
    resources,
    place: join(bundled, '..'),
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

/** The services on the workspace in `folder`, as a reader has them: for what the command line cannot do. */
export async function openReader(folder: string): Promise<AttestService> {
  const opened = await openAttest({
    host: 'browser',
    version: '0.0.0',
    resources: bundled,
    workspaceFolder: folder,
    access: 'write',
    lockWaitMs: 0,
    saveFile: async () => {
      throw new Error('Nothing is saved here.');
    },
  });
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}
