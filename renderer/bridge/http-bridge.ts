import {
  type AttestBridge,
  type CallInput,
  type CallName,
  type CallOutput,
  isChange,
} from '../../core/ipc-contract.ts';
import { fail, type Result } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import type { AttestEvent } from '../../core/session.ts';
import { createChangeQueue } from './change-queue.ts';

/** What the reader wants to be told beside the events. */
export interface HttpBridgeOptions {
  /** The events broke off and are back: some may have been missed, so open the session again. */
  readonly onReconnect: () => void;
  /** The program does not answer any more. */
  readonly onLost: () => void;
}

/** Characters up to which a call may outlive its page: browsers allow 64 KiB for all of them together. */
const keepaliveLimit = 10_000;

const stopped = fail(
  'internal',
  say(/*i18n*/ 'The Attest program has stopped. Start it again, and use the new link that it gives.'),
);

/**
 * The way to the services in the browser edition, where no preload offers `window.attest`: calls by `fetch`, events by
 * server-sent events. The first call waits until events flow, so that no change falls between the two. Changes arrive in
 * the order they were called. A call never rejects: a program that is gone is a `Result` too.
 */
export function createHttpBridge({ onReconnect, onLost }: HttpBridgeOptions): AttestBridge {
  const listeners = new Set<(event: AttestEvent) => void>();
  const source = new EventSource('/events');
  source.addEventListener('message', ({ data }) => {
    // The server sends nothing but this type there, and it is of the same build as this page.
    const event = JSON.parse(data) as AttestEvent;
    for (const listener of listeners) listener(event);
  });
  const settled = new Promise<void>((resolve) => {
    // The first opening is no return, unless the stream broke before it.
    let isReturn = false;
    source.addEventListener('open', () => {
      resolve();
      if (isReturn) onReconnect();
      isReturn = true;
    });
    source.addEventListener('error', () => {
      resolve();
      isReturn = true;
      onLost();
    });
  });

  const inOrder = createChangeQueue();

  const send = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>> => {
    try {
      const body = JSON.stringify(input);
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Attest': '1' },
        body,
        // Small calls still arrive when the page is just being left.
        keepalive: body.length < keepaliveLimit,
      });
      // The server has checked the output by the contract, and is of the same build as this page.
      return (await response.json()) as Result<CallOutput<Name>>;
    } catch (error) {
      // What fetch and json() reject with when nobody answers, or the answer breaks off.
      if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return stopped;
      throw error;
    }
  };

  return {
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>> {
      await settled;
      return isChange(name) ? inOrder(() => send(name, input)) : send(name, input);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
