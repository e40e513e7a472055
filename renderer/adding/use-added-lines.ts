import { useEffect, useState } from 'react';
import type { AddedFilter, AddedLine } from '../../core/statements/adding.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** Some lines of the report of an adding. */
export interface AddedLines {
  /** The index of the first. */
  readonly from: number;
  readonly filter: AddedFilter | null;
  readonly lines: readonly AddedLine[];
  /** How many there are with those that are not here. */
  readonly count: number;
}

/** The lines from index `from` on, or a part of them; those that were here before until they are, and `null` before any are. */
export function useAddedLines(job: string, filter: AddedFilter | null, from: number): AddedLines | null {
  const { call } = useAttest();
  const notify = useNotify();
  const [read, setRead] = useState<{ readonly job: string; readonly lines: AddedLines } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void call('readAddedLines', { job, outcome: filter, from }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setRead({ job, lines: { from, filter, ...answer.value } });
      else notify.fault(answer.fault);
    });
    return () => {
      isCurrent = false;
    };
  }, [call, notify, job, filter, from]);
  return read?.job === job ? read.lines : null;
}
