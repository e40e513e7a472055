import { useEffect, useState } from 'react';
import type { Excerpt } from '../../core/export/excerpt.ts';
import type { CallInput } from '../../core/ipc-contract.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The excerpts that an export with these choices would hold, kept in step with the highlights. */
export function useExcerpts(request: CallInput<'listExcerpts'>): readonly Excerpt[] | null {
  const { session, call } = useAttest();
  const notify = useNotify();
  const [excerpts, setExcerpts] = useState<readonly Excerpt[] | null>(null);
  const { revision } = session;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means other excerpts
  useEffect(() => {
    let isCurrent = true;
    void call('listExcerpts', request).then((listed) => {
      if (!isCurrent) return;
      if (listed.ok) setExcerpts(listed.value);
      else notify.fault(listed.fault);
    });
    return () => {
      isCurrent = false;
    };
  }, [request, revision, call, notify]);
  return excerpts;
}
