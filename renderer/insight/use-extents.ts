import { useEffect, useState } from 'react';
import type { StatementExtent } from '../../core/insight/coverage.ts';
import type { Result } from '../../core/result.ts';

/** Asks for the extents of all statements that can be read. */
export type ReadExtents = () => Promise<Result<StatementExtent[]>>;

/** The extents of the statements, read once; `null` until they are there. Statements do not change while the program runs. */
export function useExtents(read: ReadExtents): Result<StatementExtent[]> | null {
  const [extents, setExtents] = useState<Result<StatementExtent[]> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void read().then((answer) => {
      if (isCurrent) setExtents(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [read]);
  return extents;
}
