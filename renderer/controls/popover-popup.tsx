import { Popover } from '@base-ui/react/popover';
import { type ReactNode, useRef } from 'react';
import { focusAtOnce } from './focus-at-once.ts';

/** What Tab comes to. */
const stops =
  ':is(button, input, select, textarea, a[href], [tabindex="0"]):not([tabindex="-1"], :disabled, [aria-hidden="true"])';

interface PopoverPopupProps {
  /** What it is, said when it opens. */
  readonly label: string;
  readonly className: string;
  /** Which edge of the button it keeps to. */
  readonly align: 'start' | 'end';
  /** What takes the focus as it opens; the first that can where nothing is said, or nothing is found. */
  readonly initialFocus?: () => HTMLElement | null | undefined;
  readonly children: ReactNode;
}

/** What opens under a button, named, and kept inside the window. Inside `Popover.Root`. */
export function PopoverPopup({ label, className, align, initialFocus, children }: PopoverPopupProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Popover.Portal>
      <Popover.Positioner className="bar-positioner" align={align} sideOffset={6} collisionPadding={8}>
        <Popover.Popup
          ref={popup}
          className={`bar ${className}`}
          aria-label={label}
          initialFocus={focusAtOnce(() => initialFocus?.() ?? popup.current?.querySelector<HTMLElement>(stops))}
        >
          {children}
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  );
}
