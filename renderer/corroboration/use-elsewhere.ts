import { useEffect, useState } from 'react';
import type { Likeness } from '../../core/corroboration/likeness.ts';
import type { Fault } from '../../core/result.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useAttest } from '../state/use-attest.tsx';

/** How many passages are shown: what comes after the best ten is hardly ever like. */
const shownAtMost = 10;

/** What is said elsewhere, on its way from the host: `null` while it is looked for. */
export type Elsewhere = { readonly likenesses: readonly Likeness[] } | { readonly fault: Fault } | null;

/** Looks for what other statements say that is like `passage`, anew whenever it is another one. */
export function useElsewhere(statement: string, { start, end }: Passage): Elsewhere {
  const { call } = useAttest();
  const [elsewhere, setElsewhere] = useState<Elsewhere>(null);
  useEffect(() => {
    let isCurrent = true;
    setElsewhere(null);
    void call('findElsewhere', { statement, passage: { start, end }, limit: shownAtMost }).then((found) => {
      if (isCurrent) setElsewhere(found.ok ? { likenesses: found.value } : { fault: found.fault });
    });
    return () => {
      isCurrent = false;
    };
  }, [call, statement, start, end]);
  return elsewhere;
}
