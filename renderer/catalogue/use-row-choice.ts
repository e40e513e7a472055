import { useCallback, useMemo, useRef } from 'react';

/** How a row is selected: alone, beside the others, or with all from the one before to it. */
export type SelectHow = 'alone' | 'toggle' | 'range';

/** The rows from one index to another, either first. */
function between(keys: readonly string[], from: string | null, to: string): readonly string[] {
  const [first, last] = [from === null ? -1 : keys.indexOf(from), keys.indexOf(to)];
  return first === -1 ? [to] : keys.slice(Math.min(first, last), Math.max(first, last) + 1);
}

/** Which rows are selected, and the ways to select others. */
export interface RowChoice {
  /** Ids, of statements that there are. It outlives a change of what is listed. */
  readonly selected: ReadonlySet<string>;
  readonly select: (key: string, how: SelectHow) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

interface RowChoiceOptions {
  /** The rows, by their keys, in their order. */
  readonly keys: readonly string[];
  /** Those that there are, listed or not. */
  readonly known: readonly { readonly id: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

/** Selects rows as lists of files do: a click alone, with Ctrl beside the others, with Shift from the one before. */
export function useRowChoice({ keys, known, chosen, onChosen }: RowChoiceOptions): RowChoice {
  const anchor = useRef<string | null>(null);
  const latest = useRef({ keys, chosen, onChosen });
  latest.current = { keys, chosen, onChosen };
  const selected = useMemo(() => {
    if (chosen.size === 0) return chosen;
    const there = new Set<string>();
    for (const { id } of known) if (chosen.has(id)) there.add(id);
    return there.size === chosen.size ? chosen : there;
  }, [chosen, known]);
  const select = useCallback((key: string, how: SelectHow): void => {
    const { keys: rows, chosen: before, onChosen: choose } = latest.current;
    if (how === 'range') {
      // Its other end stays, so that the range can be drawn shorter again.
      choose(new Set(between(rows, anchor.current, key)));
      anchor.current ??= key;
      return;
    }
    anchor.current = key;
    if (how === 'alone') {
      choose(new Set([key]));
      return;
    }
    const next = new Set(before);
    if (!next.delete(key)) next.add(key);
    choose(next);
  }, []);
  const selectAll = useCallback(() => latest.current.onChosen(new Set(latest.current.keys)), []);
  const clear = useCallback(() => {
    anchor.current = null;
    latest.current.onChosen(new Set());
  }, []);
  return useMemo(() => ({ selected, select, selectAll, clear }), [selected, select, selectAll, clear]);
}
