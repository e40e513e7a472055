import type { FailingDisk } from './endured-run.ts';
import { type Attempt, type Failure, failingFiles } from './failing-files.ts';

/** A fault that begins with one operation. */
export interface DiskFault {
  readonly what: string;
  /** Whether the fault stays until it is healed; else one operation fails. */
  readonly stays: boolean;
  readonly failure: (attempt: Attempt) => Failure | null;
  readonly isHopeless?: boolean;
}

/** What takes space. */
export const growing: ReadonlySet<string> = new Set(['createFile', 'write', 'makeFolder', 'sync']);

/** The disk is full, and of what is written then a part is there. */
export const fullAfterPart: DiskFault = {
  what: 'the disk is full from there on, after a part was written',
  stays: true,
  failure: ({ operation, count }) => (growing.has(operation) ? { code: 'ENOSPC', part: (count % 10) / 10 } : null),
};

/** One operation goes wrong, and the next one does not. */
export const singleFaults: readonly DiskFault[] = [
  { what: 'one operation fails', stays: false, failure: () => ({ code: 'EIO' }) },
  {
    what: 'one write fails in the middle',
    stays: false,
    failure: ({ operation }) => (operation === 'write' ? { code: 'EIO', part: 0.5 } : null),
  },
  {
    what: 'one fsync fails and loses what it was to save',
    stays: false,
    failure: ({ operation }) => (operation === 'sync' ? { code: 'EIO', losesUnsynced: true } : null),
  },
];

/** A disk on which `fault` happens at operation number `at` of those it can hit; `hasFailed` tells whether it came to that. */
export function diskWith(fault: DiskFault, at: number): FailingDisk & { readonly hasFailed: () => boolean } {
  let isHealed = false;
  let hits = 0;
  const layer = failingFiles((attempt) => {
    const failure = fault.failure(attempt);
    if (failure) hits += 1;
    const isDue = fault.stays ? hits >= at : hits === at;
    return isDue && !isHealed ? failure : null;
  });
  return {
    layer,
    heal: () => {
      isHealed = true;
    },
    isHopeless: fault.isHopeless ?? false,
    hasFailed: () => hits >= at,
  };
}
