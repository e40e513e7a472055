import { Dialog } from '@base-ui/react/dialog';
import { Toast } from '@base-ui/react/toast';
import { useLingui } from '@lingui/react/macro';
import { type ComponentProps, type ReactNode, useRef, useState } from 'react';
import { focusAtOnce } from './focus-at-once.ts';
import { IconButton } from './icon-button.tsx';

interface DialogPopupProps extends Pick<ComponentProps<typeof Dialog.Popup>, 'ref' | 'finalFocus'> {
  readonly title: ReactNode;
  readonly className: string;
  /** What takes the focus as the dialog opens; the button that closes it where nothing is said, or nothing is found. */
  readonly initialFocus?: () => HTMLElement | null | undefined;
  readonly children: ReactNode;
}

/** What could not be done since the dialog was opened. Messages are below it; they have said it to screen readers. */
function DialogFaults(): ReactNode {
  const { toasts, close } = Toast.useToastManager();
  const { t } = useLingui();
  const [earlier] = useState(() => new Set(toasts.map(({ id }) => id)));
  return toasts
    .filter(({ id, type, transitionStatus }) => type === 'fault' && !earlier.has(id) && transitionStatus !== 'ending')
    .map(({ id, description }) => (
      <div key={id} className="dialog-fault" data-testid="dialog-fault">
        <p>{description}</p>
        <IconButton name={t`Close this message`} onClick={() => close(id)}>
          ×
        </IconButton>
      </div>
    ));
}

/** What a dialog shows over the window: its title, the button that closes it, and its content. Inside `Dialog.Root`. */
export function DialogPopup({ title, className, initialFocus, children, ...rest }: DialogPopupProps): ReactNode {
  const { t } = useLingui();
  const closeButton = useRef<HTMLButtonElement>(null);
  return (
    <Dialog.Portal>
      <Dialog.Backdrop className="backdrop" />
      <Dialog.Popup
        {...rest}
        className={`dialog ${className}`}
        initialFocus={focusAtOnce(() => initialFocus?.() ?? closeButton.current)}
      >
        <header className="dialog-head">
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
          <Dialog.Close ref={closeButton} render={<IconButton name={t`Close`} hint={t`Close (Escape)`} />}>
            ×
          </Dialog.Close>
        </header>
        <DialogFaults />
        {children}
      </Dialog.Popup>
    </Dialog.Portal>
  );
}
