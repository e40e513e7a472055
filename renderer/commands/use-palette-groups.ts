import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { SavedSearch } from '../../core/workspace/saved-search.ts';
import type { foldLabel } from './fold-label.ts';
import { type EntryKind, entryKinds, type PaletteEntry } from './palette-entry.ts';
import { type Found, prepareEntries } from './rank-entries.ts';
import { useCommandEntries, useThingEntries } from './use-palette-entries.ts';

/** The most rows: what cannot be found among them is found by typing more. */
const mostRows = 60;
/** How many of what was chosen lately are offered before anything is typed. */
const recentRows = 6;

/** Entries under one heading. */
export interface PaletteGroup {
  readonly heading: string;
  readonly rows: readonly Found<PaletteEntry>[];
}

/** What the palette shows. */
interface Palette {
  readonly groups: readonly PaletteGroup[];
  /** How much fits besides and is not shown. */
  readonly left: number;
}

const unmarked = (entry: PaletteEntry): Found<PaletteEntry> => ({ entry, inName: [], inDetail: [] });

/** What fits `query`, best group first, and the search over everything last; before anything is typed, recent and commands. */
export function usePaletteGroups(
  query: string,
  recent: readonly string[],
  onSearch: (search: SavedSearch) => void,
  onEverything: (query: string) => void,
  fold: typeof foldLabel,
): Palette {
  const { t } = useLingui();
  const commands = useCommandEntries();
  const things = useThingEntries(onSearch);
  const findThings = useMemo(() => prepareEntries([...commands, ...things], fold), [commands, things, fold]);
  return useMemo(() => {
    const asked = query.trim();
    if (asked === '') {
      const all = new Map([...commands, ...things].map((entry) => [entry.id, entry]));
      const latest = recent.flatMap((id) => all.get(id) ?? []).slice(0, recentRows);
      const others = commands.filter((command) => !latest.includes(command));
      const groups = [
        { heading: t`Recent`, rows: latest.map(unmarked) },
        { heading: t`Commands`, rows: others.map(unmarked) },
      ];
      return { groups: groups.filter(({ rows }) => rows.length > 0), left: 0 };
    }
    const headings: Readonly<Record<EntryKind, string>> = {
      command: t`Commands`,
      statement: t`Statements`,
      tag: t`Tags`,
      dossier: t`Dossiers`,
      search: t`Saved searches`,
      everything: t`Search`,
    };
    const { found, count } = findThings(asked, recent, mostRows - 1);
    const everything: PaletteEntry = {
      kind: 'everything',
      id: 'everything',
      name: t`Search everything for “${asked}”`,
      detail: '',
      keys: null,
      tag: null,
      run: () => onEverything(asked),
    };
    // The group of the best first: entries come in their order.
    const kinds = new Set<EntryKind>([...found.map(({ entry }) => entry.kind), ...entryKinds]);
    const rows = [...found, unmarked(everything)];
    const groups = [...kinds].map((kind) => ({
      heading: headings[kind],
      rows: rows.filter(({ entry }) => entry.kind === kind),
    }));
    return { groups: groups.filter((group) => group.rows.length > 0), left: count - found.length };
  }, [query, recent, commands, things, findThings, onEverything, t]);
}
