import { useEffect, useState } from 'react';
import type { Fault } from '../../core/result.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { useAttest } from '../state/use-attest.tsx';

/** A statement on its way from the host: `null` while it is read. */
export type Loading = { readonly statement: Statement } | { readonly fault: Fault } | null;

/** What was read, and of which text the catalogue had it then. */
interface Loaded {
  readonly id: string;
  readonly sha256: string | undefined;
  readonly loading: Loading;
}

/**
 * Reads the statement `id`, anew whenever the id changes, or something about it: its newest version, its structure, its file. What was
 * read stays until then, but not where its text is another one, in which positions mean something else.
 */
export function useStatement(id: string): Loading {
  const { call, session } = useAttest();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const summary = session.statements.find((candidate) => candidate.id === id);
  const [sha256, fixity, modified] = [summary?.sha256, summary?.fixity, summary?.own?.modified];
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new about it is read
  useEffect(() => {
    let isCurrent = true;
    void call('readStatement', { statement: id }).then((read) => {
      if (isCurrent) setLoaded({ id, sha256, loading: read.ok ? { statement: read.value } : { fault: read.fault } });
    });
    return () => {
      isCurrent = false;
    };
  }, [id, call, sha256, fixity, modified]);
  return loaded?.id === id && loaded.sha256 === sha256 ? loaded.loading : null;
}
