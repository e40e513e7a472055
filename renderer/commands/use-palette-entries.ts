import { useMemo } from 'react';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { inTreeOrder } from '../../core/tags/tag-tree.ts';
import type { SavedSearch } from '../../core/workspace/saved-search.ts';
import { useNameOrder } from '../language/use-name-order.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useSavedSearches } from '../search/use-saved-searches.ts';
import { useAttest } from '../state/use-attest.tsx';
import { commandGroups } from './command.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { useCommandList } from './use-commands.tsx';
import { useEnglishCommands } from './use-english-commands.ts';

const plain = { detail: '', keys: null, tag: null };

/** The commands that have something to do at the time this appears, in the order of their groups. */
export function useCommandEntries(): readonly PaletteEntry[] {
  const list = useCommandList();
  const english = useEnglishCommands();
  return useMemo(() => {
    const able = list().filter(({ id, isAvailable = true }) => isAvailable && id !== 'go.palette');
    return commandGroups.flatMap((group) =>
      able
        .filter((command) => command.group === group)
        .map(
          ({ id, name, words = '', keys, run }): PaletteEntry => ({
            ...plain,
            kind: 'command',
            id: `command:${id}`,
            name,
            words: [words, english[id]?.name, english[id]?.words].join(' '),
            keys: keys[0] ?? null,
            run,
          }),
        ),
    );
  }, [list, english]);
}

/** Statements, tags, dossiers and saved searches, each with what opens it. */
export function useThingEntries(onSearch: (search: SavedSearch) => void): readonly PaletteEntry[] {
  const { session } = useAttest();
  const { openStatement, openDossier, showExcerpts } = useNavigation();
  const { searches } = useSavedSearches();
  const wordDate = useDateWords();
  const compareNames = useNameOrder();
  const { statements, tags, dossiers } = session;
  return useMemo(
    () => [
      ...statements
        .filter(({ fixity }) => fixity === 'verified' || fixity === 'changed')
        .map(
          (summary): PaletteEntry => ({
            ...plain,
            kind: 'statement',
            id: `statement:${summary.id}`,
            name: titleOf(summary),
            detail: [summary.publisher.value, wordDate(summary.date.value)].filter((part) => part !== null).join(' · '),
            run: () => openStatement(summary.id),
          }),
        ),
      ...inTreeOrder(tags, compareNames).map(
        ({ tag, path }): PaletteEntry => ({
          ...plain,
          kind: 'tag',
          id: `tag:${tag.id}`,
          name: path,
          tag,
          run: () => showExcerpts({ ...everyExcerpt, tags: [tag.id] }),
        }),
      ),
      ...dossiers.map(
        ({ id, name }): PaletteEntry => ({
          ...plain,
          kind: 'dossier',
          id: `dossier:${id}`,
          name,
          run: () => openDossier(id),
        }),
      ),
      ...searches.map(
        (search): PaletteEntry => ({
          ...plain,
          kind: 'search',
          id: `search:${search.id}`,
          name: search.name,
          detail: search.name === search.query ? '' : search.query,
          run: () => onSearch(search),
        }),
      ),
    ],
    [statements, tags, dossiers, searches, wordDate, compareNames, openStatement, openDossier, showExcerpts, onSearch],
  );
}
