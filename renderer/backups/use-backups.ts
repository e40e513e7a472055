import { useEffect, useState } from 'react';
import type { BackupSummary } from '../../core/workspace/backup.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The backups, newest first, kept in step with the workspace; `null` until they have been listed. */
export function useBackups(): readonly BackupSummary[] | null {
  const { session, call } = useAttest();
  const notify = useNotify();
  const [backups, setBackups] = useState<readonly BackupSummary[] | null>(null);
  const { revision } = session;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change may have been backed up before it was made
  useEffect(() => {
    let isCurrent = true;
    void call('listBackups', {}).then((listed) => {
      if (!isCurrent) return;
      if (listed.ok) setBackups(listed.value);
      else notify.fault(listed.fault);
    });
    return () => {
      isCurrent = false;
    };
  }, [revision, call, notify]);
  return backups;
}
