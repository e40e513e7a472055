import type { ReactNode } from 'react';
import { isMac } from '../commands/is-mac.ts';
import { keysInLine } from '../commands/key-names.ts';
import { useRunCommand } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';

/** Opens the field that finds in the statement that is worked in. */
export function FindButton(): ReactNode {
  const { name, keys } = useKnownCommands()['read.find'];
  const run = useRunCommand();
  const [first = ''] = keys;
  return (
    <button
      type="button"
      className="pane-button"
      aria-label={name}
      aria-keyshortcuts={isMac() ? 'Meta+F' : 'Control+F'}
      title={`${name} (${keysInLine(first, isMac())})`}
      onClick={() => run('read.find')}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.5 10.5 4 4" />
      </svg>
    </button>
  );
}
