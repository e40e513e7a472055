import { useEffect, useRef, useState } from 'react';
import type { ImportItem } from '../../core/exchange/exchange-shapes.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';
import type { OpenImport } from './import-state.ts';

/** A stretch of an import's items. */
export interface ShownItems {
  readonly from: number;
  readonly items: readonly ImportItem[];
  /** Another stretch has been asked for, and is not here yet. */
  readonly isBusy: boolean;
}

/** The items of an import from the one that is asked for on, read anew when the workspace changes before they are taken. */
export function useImportItems({ summary, from, stage }: OpenImport): ShownItems {
  const { session, call } = useAttest();
  const notify = useNotify();
  const [read, setRead] = useState({ from: 0, items: summary.items });
  const { token } = summary;
  const { revision } = session;
  const seen = useRef({ from: 0, revision });
  const isOpen = stage === 'review';
  useEffect(() => {
    // What has been taken is shown as it was chosen; nothing in it would differ any more.
    if (!isOpen || (seen.current.from === from && seen.current.revision === revision)) return;
    let isCurrent = true;
    void call('readImportItems', { token, from }).then((answer) => {
      if (!isCurrent) return;
      seen.current = { from, revision };
      if (answer.ok) setRead({ from, items: answer.value.items });
      else notify.fault(answer.fault);
    });
    return () => {
      isCurrent = false;
    };
  }, [isOpen, token, from, revision, call, notify]);
  return { ...read, isBusy: isOpen && read.from !== from };
}
