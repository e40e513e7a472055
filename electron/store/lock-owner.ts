import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Sentence, say } from '../../core/sentence.ts';
import { isSystemError } from './system-error.ts';

/** Who writes in a workspace, as it stands in the lock file. */
export const LockOwner = z.object({
  /** Names this one lock, becomes part of file names, and opens its owner's door: known to whoever may read the file. */
  token: z.string().regex(/^[\w-]{1,64}$/u),
  host: z.string(),
  processId: z.int().positive(),
  /** When the process started, in the system's own count: tells it from a later one with the same number. */
  started: z.string(),
  machine: z.string(),
  /** ISO 8601 in UTC. */
  since: z.string(),
  /** Where the owner can be asked to write for others: the path of a socket or pipe. `null` where it cannot. */
  door: z.string().nullable().default(null),
});
export type LockOwner = z.infer<typeof LockOwner>;

const hostNames: ReadonlyMap<string, Sentence> = new Map([
  ['desktop', say(/*i18n*/ 'the desktop app of Attest')],
  ['browser', say(/*i18n*/ 'the browser edition of Attest')],
  ['command line', say(/*i18n*/ 'the command line of Attest')],
]);

/** The states of a Linux process that runs no more, and only waits for its parent to take notice. */
const endedStates = ['Z', 'X'];

interface ProcessFacts {
  readonly hasEnded: boolean;
  /** Empty where the system does not tell. */
  readonly started: string;
}

function readProcess(processId: number): ProcessFacts {
  if (process.platform === 'linux') {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The name in brackets may hold anything; the state is the first field after it, the start the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { hasEnded: endedStates.includes(fields[0] ?? ''), started: fields[19] ?? '' };
  }
  if (process.platform === 'win32') return { hasEnded: false, started: '' };
  const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(processId)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { hasEnded: false, started: started.trim() };
}

function lookAt(processId: number): ProcessFacts {
  try {
    return readProcess(processId);
  } catch {
    // What cannot be found out speaks neither for the process nor against it.
    return { hasEnded: false, started: '' };
  }
}

/** When a process of this machine started, in the system's own count; empty where the system does not tell. */
export function startOf(processId: number): string {
  return lookAt(processId).started;
}

/** Whether the owner's process, one of this machine, is there still, and not a later one with the same number. */
export function isRunning({ processId, started }: LockOwner): boolean {
  try {
    process.kill(processId, 0);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ESRCH') return false;
  }
  const now = lookAt(processId);
  if (now.hasEnded) return false;
  return now.started === '' || started === '' || now.started === started;
}

function describeTime(since: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(since) ? `${since.slice(0, 16).replace('T', ' ')} UTC` : since;
}

/** The owner in words, as seen from `machine`: which edition, which process, where and since when. */
export function describeOwner(
  { host, processId, machine: itsMachine, since: at }: LockOwner,
  machine: string,
): Sentence {
  // A number of a process is a name: it is not to be grouped by thousands.
  const [edition, number, since] = [hostNames.get(host) ?? host, String(processId), describeTime(at)];
  return itsMachine === machine
    ? say(/*i18n*/ '{edition} (process {number} on this computer, since {since})', { edition, number, since })
    : say(/*i18n*/ '{edition} (process {number} on the computer {machine}, since {since})', {
        edition,
        number,
        machine: itsMachine,
        since,
      });
}
