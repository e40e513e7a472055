import { Toast } from '@base-ui/react/toast';
import { useEffect } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import type { MessageData } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** Goes to the messages. Base UI notes where the focus comes from, to give it back, only at this key of its own. */
function goToMessages(): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6' }));
  document.querySelector<HTMLElement>('.message:not([data-limited]) .button')?.focus();
}

/** The key that goes to the messages; and a message whose Undo has been overtaken by another change goes. */
export function useMessageKeys(): void {
  const { session } = useAttest();
  const { toasts, close } = Toast.useToastManager<MessageData>();
  const known = useKnownCommands();
  useCommands([{ ...known['window.messages'], isAvailable: toasts.length > 0, run: goToMessages }]);
  useEffect(() => {
    for (const { id, data, transitionStatus } of toasts) {
      const isOvertaken = data?.revision !== undefined && data.revision < session.revision;
      if (isOvertaken && transitionStatus !== 'ending') close(id);
    }
  }, [toasts, close, session.revision]);
}
