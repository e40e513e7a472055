import { useEffect, useState } from 'react';
import type { Fault } from '../../core/result.ts';
import type { BackupDifferences } from '../../core/workspace/backup.ts';
import { useAttest } from '../state/use-attest.tsx';

/** What a backup and the workspace differ by, or why the backup could not be opened. */
export type Comparison = { readonly differences: BackupDifferences } | { readonly fault: Fault };

/** Compares the backup called `name` with the workspace, anew after every change; `null` until that is done. */
export function useComparison(name: string): Comparison | null {
  const { session, call } = useAttest();
  const [compared, setCompared] = useState<{ readonly name: string; readonly comparison: Comparison } | null>(null);
  const { revision } = session;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may differ otherwise
  useEffect(() => {
    let isCurrent = true;
    void call('compareBackup', { name }).then((result) => {
      if (!isCurrent) return;
      const comparison = result.ok ? { differences: result.value } : { fault: result.fault };
      setCompared({ name, comparison });
    });
    return () => {
      isCurrent = false;
    };
  }, [name, revision, call]);
  return compared?.name === name ? compared.comparison : null;
}
