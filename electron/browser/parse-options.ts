import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '../../core/result.ts';

/** What the command line of the browser edition says. */
export interface BrowserOptions {
  /** The workspace folder, where one is named. */
  readonly workspace: string | undefined;
  /** Whether a window is opened. */
  readonly isOpening: boolean;
  /** 0 for a random port. */
  readonly port: number;
}

const usage = 'Usage: npm start -- [--workspace DIR] [--no-open] [--port N] [--browser] [--fetch]';
const highestPort = 65_535;

/** Reads the arguments of the browser edition. Fails with one line, usage included, where they are wrong. */
export function parseOptions(args: readonly string[]): Result<BrowserOptions> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { workspace: { type: 'string' }, 'no-open': { type: 'boolean' }, port: { type: 'string' } },
    });
    const port = values.port ?? '0';
    if (!/^\d{1,5}$/u.test(port) || Number(port) > highestPort)
      return fail('invalid', `--port takes a number from 1 to ${highestPort}, not “${port}”. ${usage}`);
    if (values.workspace === '') return fail('invalid', `--workspace takes the path of a folder. ${usage}`);
    return succeed({ workspace: values.workspace, isOpening: !values['no-open'], port: Number(port) });
  } catch (error) {
    // What parseArgs says is a TypeError with a code of its own; anything else is a fault of the program.
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const [what = ''] = error.message.split('\n');
    return fail('invalid', `${what.replace(/\.$/u, '')}. ${usage}`);
  }
}
