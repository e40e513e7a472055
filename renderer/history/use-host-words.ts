import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { HostName } from '../../core/workspace/history.ts';

/** Words which edition of the program a change came through. */
export function useHostWords(): (host: HostName) => string {
  const { t } = useLingui();
  return useCallback(
    (host) => {
      switch (host) {
        case 'desktop':
          return t`desktop`;
        case 'browser':
          return t`browser edition`;
        case 'command line':
          return t`command line`;
      }
    },
    [t],
  );
}
