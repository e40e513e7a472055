import { useEffect, useState } from 'react';
import type { Fault } from '../../core/result.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { useAttest } from '../state/use-attest.tsx';

/** A statement on its way from the host: `null` while it is read. */
export type Loading = { readonly statement: Statement } | { readonly fault: Fault } | null;

/** Reads the statement `id`, anew whenever the id changes. */
export function useStatement(id: string): Loading {
  const { call } = useAttest();
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly loading: Loading }>({ id, loading: null });
  useEffect(() => {
    let isCurrent = true;
    void call('readStatement', { statement: id }).then((read) => {
      if (isCurrent) setLoaded({ id, loading: read.ok ? { statement: read.value } : { fault: read.fault } });
    });
    return () => {
      isCurrent = false;
    };
  }, [id, call]);
  return loaded.id === id ? loaded.loading : null;
}
