import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePanes } from '../panes/use-panes.tsx';

/** Puts everything but the text away, or brings it back. */
export function FocusButton(): ReactNode {
  const { isFocused, focus } = usePanes();
  const { t } = useLingui();
  const label = isFocused ? t`Leave the focus on the text` : t`Focus on the text`;
  return (
    <button
      type="button"
      className="pane-button"
      aria-pressed={isFocused}
      aria-label={label}
      aria-keyshortcuts="F9"
      title={`${label} (F9)`}
      onClick={() => focus(!isFocused)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {isFocused ? (
          <path d="M6.5 2v4.5H2M9.5 2v4.5H14M6.5 14V9.5H2M9.5 14V9.5H14" />
        ) : (
          <path d="M2 6V2h4M10 2h4v4M2 10v4h4M14 10v4h-4" />
        )}
      </svg>
    </button>
  );
}
