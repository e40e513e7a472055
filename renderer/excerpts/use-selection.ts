import { useCallback, useMemo, useState } from 'react';
import { type ExcerptItem, type ExcerptRow, excerptsBetween } from './list-excerpt-rows.ts';

/** Which excerpts are selected, by the ids of their highlights. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Selects an excerpt or takes it out; with `isRange`, all from the one before to it. */
  readonly toggle: (item: ExcerptItem, isRange: boolean) => void;
  /** Selects these, or takes them out. */
  readonly set: (ids: readonly string[], isSelected: boolean) => void;
  readonly clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/**
 * Holds the selection among `rows`, which begins with the ids in `first`. It outlives a change of the filter; `known` are
 * the highlights that there are.
 */
export function useSelection(
  rows: readonly ExcerptRow[],
  known: readonly { readonly id: string }[],
  first: ReadonlySet<string> = none,
): Selection {
  const [chosen, setChosen] = useState(first);
  const [anchor, setAnchor] = useState<string | null>(null);
  const ids = useMemo(() => {
    if (chosen.size === 0) return none;
    return new Set(known.filter(({ id }) => chosen.has(id)).map(({ id }) => id));
  }, [chosen, known]);
  const set = useCallback((changed: readonly string[], isSelected: boolean) => {
    setChosen((last) => {
      const next = new Set(last);
      for (const id of changed) {
        if (isSelected) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  const toggle = useCallback(
    (item: ExcerptItem, isRange: boolean) => {
      const range = isRange && anchor !== null ? excerptsBetween(rows, anchor, item.key) : [];
      const changed = range.length > 0 ? range : [item];
      set(
        changed.map(({ highlight }) => highlight.id),
        !ids.has(item.highlight.id),
      );
      setAnchor(item.key);
    },
    [rows, anchor, ids, set],
  );
  const clear = useCallback(() => {
    setChosen(none);
    setAnchor(null);
  }, []);
  return useMemo(() => ({ ids, toggle, set, clear }), [ids, toggle, set, clear]);
}
