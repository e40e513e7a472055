import { Popover } from '@base-ui/react/popover';
import type { ComponentProps, ReactNode } from 'react';

interface PopoverPopupProps extends Pick<ComponentProps<typeof Popover.Popup>, 'initialFocus'> {
  /** What it is, said when it opens. */
  readonly label: string;
  readonly className: string;
  /** Which edge of the button it keeps to. */
  readonly align: 'start' | 'end';
  readonly children: ReactNode;
}

/** What opens under a button, named, and kept inside the window. Inside `Popover.Root`. */
export function PopoverPopup({ label, className, align, children, ...rest }: PopoverPopupProps): ReactNode {
  return (
    <Popover.Portal>
      <Popover.Positioner className="bar-positioner" align={align} sideOffset={6} collisionPadding={8}>
        <Popover.Popup {...rest} className={`bar ${className}`} aria-label={label}>
          {children}
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  );
}
