import { useEffect, useState } from 'react';
import { useAttest } from '../state/use-attest.tsx';
import type { Loading } from './use-statement.ts';

/** Reads the version of a statement whose text has the SHA-256 `text`, whatever its newest one is. */
export function useOldVersion(statement: string, text: string): Loading {
  const { call } = useAttest();
  const [loading, setLoading] = useState<Loading>(null);
  useEffect(() => {
    let isCurrent = true;
    setLoading(null);
    void call('readVersion', { statement, text }).then((read) => {
      if (isCurrent) setLoading(read.ok ? { statement: read.value } : { fault: read.fault });
    });
    return () => {
      isCurrent = false;
    };
  }, [call, statement, text]);
  return loading;
}
