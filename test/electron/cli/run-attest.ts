import { join } from 'node:path';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';

/** The resources of the program itself. */
export const bundled = join(import.meta.dirname, '../../../resources');

/** What one command line printed, and its exit code. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one command line on the workspace in `folder`. */
export async function runAttest(folder: string, args: readonly string[], resources = bundled): Promise<Run> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCommandLine(args, {
    writeOut: (text) => out.push(text),
    writeError: (line) => error.push(line),
    environment: { ATTEST_WORKSPACE: folder },
    platform: process.platform,
    version: '0.0.0',
    resources,
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}
