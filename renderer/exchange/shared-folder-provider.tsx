import { useLingui } from '@lingui/react/macro';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportRule } from '../../core/exchange/exchange-shapes.ts';
import type { SharedState } from '../../core/exchange/sharing-shapes.ts';
import type { CallOutput } from '../../core/ipc-contract.ts';
import type { Result } from '../../core/result.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import { formatList } from '../language/format-list.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The shared folder, and what can be done with it. */
export interface SharedFolderUse {
  /** `null` until it has been read. */
  readonly shared: SharedState | null;
  /** What is under way. */
  readonly busy: 'share' | 'look' | 'merge' | null;
  /** Shares a folder; with `null`, none any more. Whether it was done. */
  readonly share: (folder: string | null) => Promise<boolean>;
  readonly look: () => Promise<void>;
  /** Merges what is new; what is disagreed on by `rule`. */
  readonly merge: (rule: ImportRule) => Promise<void>;
}

const SharedFolderContext = createContext<SharedFolderUse | null>(null);

/** The shared folder. Only inside `SharedFolderProvider`. */
export function useSharedFolder(): SharedFolderUse {
  const shared = use(SharedFolderContext);
  if (!shared) throw new Error('useSharedFolder needs a SharedFolderProvider around it');
  return shared;
}

/** Whose work is new in the shared folder, as a text that changes when more of it comes. */
const newsIn = (shared: SharedState | null): string =>
  (shared?.waiting ?? []).map(({ name, items }) => `${items} ${name}`).join('\n');

/** Follows the shared folder wherever its user is in the window, and says once what is new in it. */
export function SharedFolderProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { call, subscribe } = useAttest();
  const { t, i18n } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const [shared, setShared] = useState<SharedState | null>(null);
  const [busy, setBusy] = useState<SharedFolderUse['busy']>(null);
  useEffect(() => {
    let isLate = false;
    const unsubscribe = subscribe((event) => {
      if (event.type !== 'shared') return;
      isLate = true;
      setShared(event.shared);
    });
    void call('readShared', {}).then((read) => {
      if (read.ok && !isLate) setShared(read.value);
    });
    return () => {
      isLate = true;
      unsubscribe();
    };
  }, [call, subscribe]);

  const news = newsIn(shared);
  const told = useRef('');
  useEffect(() => {
    if (news === told.current) return;
    told.current = news;
    if (news === '' || !shared) return;
    const names = formatList(
      shared.waiting.map(({ name }) => name),
      i18n.locale,
      'conjunction',
    );
    announce(t`New in the shared folder: ${names}`);
  }, [news, shared, announce, t, i18n.locale]);

  const run = useCallback(
    async <Value,>(what: NonNullable<SharedFolderUse['busy']>, act: () => Promise<Result<Value>>) => {
      setBusy(what);
      const answer = await act();
      setBusy(null);
      if (!answer.ok) notify.fault(answer.fault);
      return answer.ok ? answer.value : null;
    },
    [notify],
  );
  const share = useCallback(
    async (folder: string | null): Promise<boolean> => {
      const state = await run('share', () => call('shareFolder', { folder }));
      if (state) setShared(state);
      return state !== null;
    },
    [run, call],
  );
  const look = useCallback(async (): Promise<void> => {
    const state = await run('look', () => call('lookIntoShared', {}));
    if (!state) return;
    setShared(state);
    if (state.waiting.length === 0 && !state.trouble) announce(t`Nothing new in the shared folder`);
  }, [run, call, announce, t]);
  const merge = useCallback(
    async (rule: ImportRule): Promise<void> => {
      const merged = await run<CallOutput<'mergeShared'>>('merge', () => call('mergeShared', { rule }));
      if (merged) offer(`${wordChange(merged.summary)}.`, merged.revision);
    },
    [run, call, offer, wordChange],
  );
  const value = useMemo(() => ({ shared, busy, share, look, merge }), [shared, busy, share, look, merge]);
  return <SharedFolderContext value={value}>{children}</SharedFolderContext>;
}
