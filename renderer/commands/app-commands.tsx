import { type ReactNode, useCallback } from 'react';
import type { SavedSearch } from '../../core/workspace/saved-search.ts';
import type { Searching } from '../search/use-search-request.ts';
import { CommandPalette } from './command-palette.tsx';
import { KeySheet } from './key-sheet.tsx';
import { useRunCommand } from './use-commands.tsx';
import { useWindowCommands } from './use-window-commands.ts';

interface AppCommandsProps {
  readonly searching: Searching;
  /** Asks the search for a whole query. */
  readonly onAsk: (query: string) => void;
}

/** The commands of the window, the palette that finds them and the sheet of their keys. */
export function AppCommands({ searching, onAsk }: AppCommandsProps): ReactNode {
  const { request, setSpellings } = searching;
  const run = useRunCommand();
  useWindowCommands({ areOn: request.spellings, turn: setSpellings });
  const search = useCallback(
    (query: string) => {
      onAsk(query);
      run('go.search');
    },
    [onAsk, run],
  );
  const searchSaved = useCallback(
    (saved: SavedSearch) => {
      setSpellings(saved.spellings);
      search(saved.query);
    },
    [setSpellings, search],
  );
  return (
    <>
      <CommandPalette onSearch={searchSaved} onEverything={search} />
      <KeySheet />
    </>
  );
}
