import type { ReactNode } from 'react';
import { isMac } from '../commands/is-mac.ts';
import { keysInLine } from '../commands/key-names.ts';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { useNavigation } from './use-navigation.tsx';

interface WayButtonProps {
  readonly id: 'go.back' | 'go.forward';
  readonly canGo: boolean;
  readonly onGo: () => void;
}

function WayButton({ id, canGo, onGo }: WayButtonProps): ReactNode {
  const { name, keys } = useKnownCommands()[id];
  const [first = ''] = keys;
  return (
    <button
      type="button"
      className="pane-button way-button"
      aria-label={name}
      title={`${name} (${keysInLine(first, isMac())})`}
      // Not disabled: the focus would be lost to whoever has just gone as far as there is.
      aria-disabled={!canGo}
      onClick={() => {
        if (canGo) onGo();
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={id === 'go.back' ? 'M13.5 8h-11M7 3.5 2.5 8 7 12.5' : 'M2.5 8h11M9 3.5 13.5 8 9 12.5'} />
      </svg>
    </button>
  );
}

/** Back and Forward along the way that its user has gone in this window. */
export function WayButtons(): ReactNode {
  const { canGoBack, canGoForward, back, forward } = useNavigation();
  return (
    <span className="way-buttons">
      <WayButton id="go.back" canGo={canGoBack} onGo={back} />
      <WayButton id="go.forward" canGo={canGoForward} onGo={forward} />
    </span>
  );
}
