import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isMac } from '../commands/is-mac.ts';
import { keysInLine } from '../commands/key-names.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';

interface SplitButtonProps {
  /** The statement that it opens beside the open one; `null` where there is no other. */
  readonly other: string | null;
}

/** Opens a second statement beside the open one. */
export function SplitButton({ other }: SplitButtonProps): ReactNode {
  const { openBeside } = useNavigation();
  const { t } = useLingui();
  const label = t`Read two statements side by side`;
  return (
    <button
      type="button"
      className="pane-button"
      aria-label={label}
      aria-keyshortcuts={isMac() ? 'Meta+\\' : 'Control+\\'}
      title={`${label} (${keysInLine('Mod+\\', isMac())})`}
      disabled={other === null}
      onClick={() => {
        if (other !== null) openBeside(other);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect x="1.5" y="2.5" width="13" height="11" rx="1.5" />
        <path d="M8 2.5v11M3.5 6H6M3.5 8.5H6M10 6h2.5M10 8.5h2.5" />
      </svg>
    </button>
  );
}
