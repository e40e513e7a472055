import { useEffect, useState } from 'react';
import type { CallInput, CallOutput } from '../../core/ipc-contract.ts';
import type { Fault } from '../../core/result.ts';
import { useAttest } from '../state/use-attest.tsx';

/** How two people's coding agrees, or why that cannot be said; `null` until it is known. */
export type Compared = { readonly comparison: CallOutput<'compareCoding'> } | { readonly fault: Fault } | null;

/** Compares the coding of two people, anew after every change; not at all without a request. */
export function useComparison(request: CallInput<'compareCoding'> | null): Compared {
  const { session, call } = useAttest();
  const [compared, setCompared] = useState<Compared>(null);
  const { revision } = session;
  const key = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may differ otherwise; the key is what is asked
  useEffect(() => {
    setCompared(null);
    if (!request) return;
    let isCurrent = true;
    void call('compareCoding', request).then((answer) => {
      if (isCurrent) setCompared(answer.ok ? { comparison: answer.value } : { fault: answer.fault });
    });
    return () => {
      isCurrent = false;
    };
  }, [key, revision, call]);
  return compared;
}
