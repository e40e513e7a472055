import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';

interface FindKeys {
  /** `false` while another statement is worked in. */
  readonly isActive: boolean;
  readonly onFind: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** The commands that find in the statement, and go on to the next match and the one before. */
export function useFindKeys({ isActive, onFind, onStep }: FindKeys): void {
  const known = useKnownCommands();
  useCommands([
    { ...known['read.find'], isAvailable: isActive, run: onFind },
    { ...known['read.find-next'], isAvailable: isActive, run: () => onStep(1) },
    { ...known['read.find-previous'], isAvailable: isActive, run: () => onStep(-1) },
  ]);
}
