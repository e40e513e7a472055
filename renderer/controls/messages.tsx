import { Toast } from '@base-ui/react/toast';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import type { MessageData } from './use-notify.ts';

/** Shows the messages of `useNotify`, newest first; those beyond the limit wait until another has gone. */
export function Messages(): ReactNode {
  const { toasts, close } = Toast.useToastManager<MessageData>();
  const { t } = useLingui();
  return (
    <Toast.Portal>
      <Toast.Viewport className="messages" aria-label={t`Messages`}>
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className="message" data-type={toast.type} data-keys="window">
            <Toast.Content className="message-content" data-ways={toast.data?.way !== undefined}>
              <Toast.Description className="message-text" />
              {toast.data?.way ? (
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    close(toast.id);
                    toast.data?.way?.run();
                  }}
                >
                  {toast.data.way.label}
                </button>
              ) : null}
              {toast.actionProps ? <Toast.Action className="button" /> : null}
              <Toast.Close render={<IconButton name={t`Close this message`} />}>×</Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
