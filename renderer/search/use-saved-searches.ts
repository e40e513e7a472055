import { useLingui } from '@lingui/react/macro';
import { useCallback, useMemo } from 'react';
import type { Fault } from '../../core/result.ts';
import type { SavedSearch } from '../../core/workspace/saved-search.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useUndo } from '../history/use-undo.ts';
import { useNameOrder } from '../language/use-name-order.ts';
import { useAttest } from '../state/use-attest.tsx';

interface SavedSearches {
  /** The saved searches, by name. */
  readonly searches: readonly SavedSearch[];
  /** Keeps a search under a name. Resolves to why that could not be done, `null` where it was. */
  readonly save: (name: string, query: string, spellings: boolean) => Promise<Fault | null>;
  /** Removes one, and offers to undo that. */
  readonly forget: (search: SavedSearch) => Promise<void>;
}

/** The searches that its user keeps, and what can be done with them. */
export function useSavedSearches(): SavedSearches {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const notify = useNotify();
  const announce = useAnnounce();
  const { offer } = useUndo();
  const searches = useMemo(
    () => [...session.searches].sort((a, b) => compareNames(a.name, b.name)),
    [session.searches, compareNames],
  );
  const save = useCallback(
    async (name: string, query: string, spellings: boolean): Promise<Fault | null> => {
      const saved = await call('saveSearch', { name, query, spellings });
      if (!saved.ok) return saved.fault;
      announce(t`Search saved: ${name}`);
      return null;
    },
    [call, announce, t],
  );
  const forget = useCallback(
    async ({ id, name }: SavedSearch): Promise<void> => {
      const forgotten = await call('forgetSearch', { id });
      if (!forgotten.ok) {
        notify.fault(forgotten.fault);
        return;
      }
      offer(t`The saved search “${name}” was removed.`, forgotten.value.revision);
    },
    [call, notify, offer, t],
  );
  return { searches, save, forget };
}
