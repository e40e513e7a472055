import { useCallback, useMemo, useState } from 'react';
import type { DossierItem } from '../../core/dossiers/dossier.ts';

/** Which item the keys are for, and which are selected to be moved or removed together. */
export interface ItemSelection {
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  readonly activate: (id: string) => void;
  readonly toggle: (id: string) => void;
  /** Selects everything from the active item to this one, which becomes active. */
  readonly extend: (id: string) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** What an action on this item is about: all selected where it is one of them, else itself. */
  readonly aboutItem: (id: string) => ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Holds the active item and the selection among `items`; what is gone from these is selected no more. */
export function useItemSelection(items: readonly DossierItem[]): ItemSelection {
  const [chosen, setChosen] = useState(none);
  const [last, setLast] = useState<string | null>(null);
  const selected = useMemo(
    () => (chosen.size === 0 ? none : new Set(items.flatMap(({ id }) => (chosen.has(id) ? [id] : [])))),
    [chosen, items],
  );
  const active = items.some(({ id }) => id === last) ? last : (items[0]?.id ?? null);
  const toggle = useCallback((id: string) => {
    setLast(id);
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const extend = useCallback(
    (id: string) => {
      const [from, to] = [items.findIndex((item) => item.id === active), items.findIndex((item) => item.id === id)];
      const range = items.slice(Math.min(from, to), Math.max(from, to) + 1).map((item) => item.id);
      setChosen((before) => new Set([...before, ...range]));
      setLast(id);
    },
    [items, active],
  );
  const selectAll = useCallback(() => setChosen(new Set(items.map(({ id }) => id))), [items]);
  const clear = useCallback(() => setChosen(none), []);
  const aboutItem = useCallback((id: string) => (selected.has(id) ? selected : new Set([id])), [selected]);
  return useMemo(
    () => ({ active, selected, activate: setLast, toggle, extend, selectAll, clear, aboutItem }),
    [active, selected, toggle, extend, selectAll, clear, aboutItem],
  );
}
