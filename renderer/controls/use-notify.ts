import { Toast } from '@base-ui/react/toast';
import { useEffect, useMemo, useRef } from 'react';
import type { Fault } from '../../core/result.ts';
import { useSentence } from './use-sentence.ts';

/** The way to take back what a message tells of, for as long as nothing else has been changed. */
export interface UndoOffer {
  readonly label: string;
  readonly run: () => void;
  /** The revision that made the change: a later one puts it out of reach of the message. */
  readonly revision: number;
  /** Changes made in quick steps share a message: the same `series` is shown once, with its last words. */
  readonly series?: string;
}

/** The way to what a message tells of. */
export interface Way {
  readonly label: string;
  readonly run: () => void;
}

/** What the messages keep beside their words. */
export interface MessageData {
  readonly revision?: number;
  readonly way?: Way;
}

/** Short messages at the edge of the window. Each is read to a screen reader once: nobody need announce it. */
export interface Notify {
  /** Something could not be done; stays until it is closed, the next change, another view or Escape. */
  readonly fault: (fault: Fault) => void;
  /** Something was done; `undo`, and the `way` to it, are offered for a while. What it gives closes the message. */
  readonly done: (message: string, undo?: UndoOffer, way?: Way) => () => void;
}

/** How long a message about something done stays, in milliseconds; not counting while it is pointed at or has the focus. */
const doneTimeoutMs = 10_000;

/** The messages, the same object for as long as the view is there. Only inside Base UI's `Toast.Provider`. */
export function useNotify(): Notify {
  const { add, close } = Toast.useToastManager<MessageData>();
  const tell = useSentence();
  // Another language is no reason for whoever has this among its dependencies to do again what it did.
  const inWords = useRef(tell);
  useEffect(() => {
    inWords.current = tell;
  }, [tell]);
  return useMemo(
    () => ({
      fault: (fault) => {
        add({ description: inWords.current(fault), type: 'fault', timeout: 0, priority: 'high' });
      },
      done: (message, undo, way) => {
        if (!undo) {
          const told = add({ description: message, timeout: doneTimeoutMs, data: { ...(way && { way }) } });
          return () => close(told);
        }
        const onClick = (): void => {
          close(id);
          undo.run();
        };
        const id = add({
          ...(undo.series !== undefined && { id: undo.series }),
          description: message,
          timeout: doneTimeoutMs,
          actionProps: { children: undo.label, onClick },
          data: { revision: undo.revision, ...(way && { way }) },
        });
        return () => close(id);
      },
    }),
    [add, close],
  );
}
