import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { KeyCaps } from './key-caps.tsx';
import { useRunCommand } from './use-commands.tsx';
import { useKnownCommands } from './use-known-commands.ts';

/** The way to the palette and to the sheet of keys for who knows neither yet. */
export function CommandButtons(): ReactNode {
  const known = useKnownCommands();
  const run = useRunCommand();
  const keysOf = (id: 'go.palette' | 'help.keys'): ReactNode => {
    const [keys] = known[id].keys;
    return keys === undefined ? null : (
      <span aria-hidden="true">
        <KeyCaps keys={keys} />
      </span>
    );
  };
  return (
    <>
      <button type="button" className="status-button" onClick={() => run('go.palette')}>
        <Trans>Commands</Trans> {keysOf('go.palette')}
      </button>
      <button type="button" className="status-button" onClick={() => run('help.keys')}>
        <Trans>Keys</Trans> {keysOf('help.keys')}
      </button>
    </>
  );
}
