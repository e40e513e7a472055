import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { BackupReason } from '../../core/workspace/backup.ts';

/** Words why a backup was made. */
export function useReasonWords(): (reason: BackupReason) => string {
  const { t } = useLingui();
  return useCallback(
    (reason) => {
      switch (reason) {
        case 'opened':
          return t`when Attest was opened`;
        case 'hourly':
          return t`while you worked`;
        case 'before-migration':
          return t`before an update of the format`;
        case 'before-import':
          return t`before an import`;
        case 'before-merge':
          return t`before a merge`;
        case 'before-restore':
          return t`before a restore`;
      }
    },
    [t],
  );
}
