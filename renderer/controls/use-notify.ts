import { Toast } from '@base-ui/react/toast';
import { useMemo } from 'react';
import type { Fault } from '../../core/result.ts';

/** Short messages at the edge of the window. */
export interface Notify {
  /** Something could not be done; stays until it is closed. */
  readonly fault: (fault: Fault) => void;
  /** Something was done; `action` is offered for a while. */
  readonly done: (message: string, action?: { readonly label: string; readonly run: () => void }) => void;
}

/** How long a message about something done stays, in milliseconds. */
const doneTimeoutMs = 8_000;

/** The messages. Only inside Base UI's `Toast.Provider`. */
export function useNotify(): Notify {
  const { add } = Toast.useToastManager();
  return useMemo(
    () => ({
      fault: ({ message }) => {
        add({ description: message, type: 'fault', timeout: 0, priority: 'high' });
      },
      done: (message, action) => {
        const actionProps = action ? { children: action.label, onClick: action.run } : undefined;
        add({ description: message, timeout: doneTimeoutMs, ...(actionProps && { actionProps }) });
      },
    }),
    [add],
  );
}
