import type { ReactNode, RefObject } from 'react';

interface PaneButtonProps {
  readonly label: string;
  /** Where the pane is. */
  readonly side: 'start' | 'end';
  readonly isHidden: boolean;
  readonly onToggle: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** Hides a pane, or shows it again: a small window with the pane drawn in it. */
export function PaneButton({ label, side, isHidden, onToggle, button }: PaneButtonProps): ReactNode {
  const edge = side === 'start' ? 6 : 10;
  return (
    <button
      ref={button}
      type="button"
      className="pane-button"
      aria-expanded={!isHidden}
      aria-label={label}
      title={label}
      onClick={onToggle}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect x="1.5" y="2.5" width="13" height="11" rx="1.5" />
        <path d={`M${edge} 2.5v11`} />
        {isHidden ? null : (
          <rect
            className="pane-button-fill"
            x={side === 'start' ? 1.5 : edge}
            y="2.5"
            width="4.5"
            height="11"
            rx="1.5"
          />
        )}
      </svg>
    </button>
  );
}
