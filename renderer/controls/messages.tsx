import { Toast } from '@base-ui/react/toast';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** Shows the messages of `useNotify`, newest below. */
export function Messages(): ReactNode {
  const { toasts } = Toast.useToastManager();
  const { t } = useLingui();
  return (
    <Toast.Portal>
      <Toast.Viewport className="messages">
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className="message" data-type={toast.type}>
            <Toast.Content className="message-content">
              <Toast.Description className="message-text" />
              {toast.actionProps ? <Toast.Action className="button" /> : null}
              <Toast.Close className="button icon" aria-label={t`Close this message`}>
                ×
              </Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
