import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { usePanes } from '../panes/use-panes.tsx';

/** The command that shows the pages of the statement that is worked in, or puts them away. */
export function usePagesCommand(isAvailable: boolean): void {
  const known = useKnownCommands();
  const { panes, show } = usePanes();
  useCommands([{ ...known['read.pages'], isAvailable, run: () => show({ arePagesShown: !panes.arePagesShown }) }]);
}
