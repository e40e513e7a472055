import type { AttestService } from '../../core/ipc-contract.ts';
import { type Fault, type Result, succeed } from '../../core/result.ts';
import type { EarlyAnswers, OpenOptions } from './ports.ts';

/** What `open` is to tell while it opens. */
export type EarlyListeners = Required<Pick<OpenOptions, 'onSure' | 'onGlimpse'>>;

/** The services that are being opened: whoever calls them waits until they are there, but for what `early` answers before. */
function deferService(opening: Promise<AttestService>, early: Promise<EarlyAnswers>): AttestService {
  let opened: AttestService | null = null;
  void opening.then(
    (service) => {
      opened = service;
    },
    () => undefined,
  );
  return {
    call: async (name, input) => {
      const first = opened ?? (await Promise.race([opening, early]));
      const answers = 'has' in first && opened === null && first.has(name, input) ? first : await opening;
      return answers.call(name, input);
    },
    subscribe: (listener) => {
      let isOver = false;
      let unsubscribe = (): void => undefined;
      void opening.then((service) => {
        if (!isOver) unsubscribe = service.subscribe(listener);
      });
      return () => {
        isOver = true;
        unsubscribe();
      };
    },
    close: async () => (await opening).close(),
  };
}

/**
 * What `open` gives, or, as soon as it calls `onSure`, services that wait for it: so that a window is opened, and shown what there is to
 * be seen by `onGlimpse`, while a large workspace is still being read. `onFault` is told where it could not be opened after all.
 */
export function openEarly(
  open: (listeners: EarlyListeners) => Promise<Result<AttestService>>,
  onFault: (fault: Fault) => void,
): Promise<Result<AttestService>> {
  return new Promise((resolve, reject) => {
    let isEarly = false;
    let onGlimpse: (glimpse: EarlyAnswers) => void = () => undefined;
    const early = new Promise<EarlyAnswers>((give) => {
      onGlimpse = give;
    });
    const onSure = (): void => {
      isEarly = true;
      const service = opening.then((opened) => {
        if (opened.ok) return opened.value;
        onFault(opened.fault);
        throw new Error(opened.fault.message);
      });
      // Told by `onFault`, and by whatever `open` rejects with; whoever calls hears of it too.
      service.catch(() => undefined);
      resolve(succeed(deferService(service, early)));
    };
    const opening = open({ onSure, onGlimpse });
    opening.then((opened) => {
      if (!isEarly) resolve(opened);
    }, reject);
  });
}
