import { Dialog } from '@base-ui/react/dialog';
import { useLingui } from '@lingui/react/macro';
import type { ComponentProps, ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';

interface DialogPopupProps extends Pick<ComponentProps<typeof Dialog.Popup>, 'ref' | 'initialFocus' | 'finalFocus'> {
  readonly title: ReactNode;
  readonly className: string;
  readonly children: ReactNode;
}

/** What a dialog shows over the window: its title, the button that closes it, and its content. Inside `Dialog.Root`. */
export function DialogPopup({ title, className, children, ...rest }: DialogPopupProps): ReactNode {
  const { t } = useLingui();
  return (
    <Dialog.Portal>
      <Dialog.Backdrop className="backdrop" />
      <Dialog.Popup {...rest} className={`dialog ${className}`}>
        <header className="dialog-head">
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
          <Dialog.Close render={<IconButton name={t`Close`} hint={t`Close (Escape)`} />}>×</Dialog.Close>
        </header>
        {children}
      </Dialog.Popup>
    </Dialog.Portal>
  );
}
