import { Toast } from '@base-ui/react/toast';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';

/** Shows the messages of `useNotify`, newest first; those beyond the limit wait until another has gone. */
export function Messages(): ReactNode {
  const { toasts } = Toast.useToastManager();
  const { t } = useLingui();
  return (
    <Toast.Portal>
      <Toast.Viewport className="messages" aria-label={t`Messages`}>
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className="message" data-type={toast.type} data-keys="window">
            <Toast.Content className="message-content">
              <Toast.Description className="message-text" />
              {toast.actionProps ? <Toast.Action className="button" /> : null}
              <Toast.Close render={<IconButton name={t`Close this message`} />}>×</Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
