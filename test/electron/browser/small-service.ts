import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { AttestEvent } from '../../../core/session.ts';

/** A service that answers three calls, remembers what it was asked, and says what a test has it say. */
export interface SmallService extends AttestService {
  readonly asked: { readonly name: string; readonly input: unknown }[];
  readonly tell: (event: AttestEvent) => void;
  readonly listenerCount: () => number;
}

/** What `citePassage` answers: text that is hard to carry. */
export const hardText = '“Свобода”\u00a0\u{1f54a}\u2028 e\u0301 </script>';

/** The event that tests send. */
export const savedEvent: AttestEvent = { type: 'save', save: { state: 'saved', at: '2020-11-05T12:00:00Z' } };

/** A small service for the server to carry. */
export function createSmallService(): SmallService {
  const asked: { name: string; input: unknown }[] = [];
  const listeners = new Set<(event: AttestEvent) => void>();
  const answer = (name: string): Result<unknown> => {
    if (name === 'citePassage') return succeed({ text: hardText, html: '', secret: 'not in the contract' });
    if (name === 'undo') return fail('read-only', 'Nothing can be changed here.');
    if (name === 'redo') throw new Error('the cause');
    return succeed({ wrong: 'shape' });
  };
  return {
    asked,
    call: (async (name: string, input: unknown) => {
      asked.push({ name, input });
      return answer(name);
      // The answers are of the wrong type on purpose in part.
    }) as AttestService['call'],
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: async () => true,
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
    listenerCount: () => listeners.size,
  };
}
