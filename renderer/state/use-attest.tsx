import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import {
  type AttestBridge,
  type AttestEvent,
  type CallInput,
  type CallName,
  type CallOutput,
  isChange,
  type Session,
} from '../../core/ipc-contract.ts';
import type { Fault, Result } from '../../core/result.ts';
import { connectAttest } from '../bridge/attest-bridge.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { onKept } from '../settings/device-storage.ts';
import { applyEvent } from './session-state.ts';

/** What every view can reach: the session as it is now, and the calls. */
export interface Attest {
  readonly session: Session;
  /** The program behind the reader does not answer: nothing can be saved. */
  readonly isLost: boolean;
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  /** Calls `listener` for every event of the host until the returned function is called. */
  readonly subscribe: AttestBridge['subscribe'];
}

/** After how long a change that has not been answered counts as being saved still, in milliseconds. */
const answerWithinMs = 1_000;

type Opening = { readonly session: Session } | { readonly fault: Fault } | null;

const AttestContext = createContext<Attest | null>(null);

/** The session and the calls. Only inside `AttestProvider`. */
export function useAttest(): Attest {
  const attest = use(AttestContext);
  if (!attest) throw new Error('useAttest needs an AttestProvider around it');
  return attest;
}

interface ProviderProps {
  readonly children: ReactNode;
  readonly renderFault: (message: string) => ReactNode;
  /** Gets ready what the first picture needs of a session. */
  readonly prepare: (session: Session) => Promise<void>;
}

/** Opens the session, keeps it in step with the host's events, and opens it anew after a lost connection. */
export function AttestProvider({ children, renderFault, prepare }: ProviderProps): ReactNode {
  const tell = useSentence();
  const [opening, setOpening] = useState<Opening>(null);
  const [attempt, setAttempt] = useState(0);
  const [isLost, setLost] = useState(false);
  const bridge = useMemo<AttestBridge>(() => {
    const onReconnect = (): void => {
      setLost(false);
      setAttempt((count) => count + 1);
    };
    return connectAttest({ onReconnect, onLost: () => setLost(true) });
  }, []);

  // A host that is busy says nothing of its own: what it has not answered must not stand under “Saved”.
  const [unanswered, setUnanswered] = useState(0);
  const call = useCallback<AttestBridge['call']>(
    async (name, input) => {
      if (!isChange(name)) return bridge.call(name, input);
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        setUnanswered((count) => count + 1);
      }, answerWithinMs);
      try {
        return await bridge.call(name, input);
      } finally {
        clearTimeout(timer);
        if (isLate) setUnanswered((count) => count - 1);
      }
    },
    [bridge],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the session anew
  useEffect(() => {
    let isCurrent = true;
    let session: Session | null = null;
    const early: AttestEvent[] = [];
    const unsubscribe = bridge.subscribe((event) => {
      if (session === null) {
        early.push(event);
        return;
      }
      session = applyEvent(session, event);
      setOpening({ session });
    });
    void bridge.call('openSession', {}).then(async (opened) => {
      if (opened.ok) await prepare(opened.value);
      if (!isCurrent) return;
      if (!opened.ok) {
        setOpening({ fault: opened.fault });
        return;
      }
      session = early.reduce(applyEvent, opened.value);
      setOpening({ session });
    });
    return () => {
      isCurrent = false;
      unsubscribe();
    };
  }, [bridge, attempt, prepare]);
  useEffect(() => onKept((key, value) => void bridge.call('keepOnDevice', { key, value })), [bridge]);

  const session = opening && 'session' in opening ? opening.session : null;
  const isWaiting = unanswered > 0;
  const attest = useMemo(() => {
    if (!session) return null;
    const isSaved = session.save.state === 'saved';
    const shown: Session = isWaiting && isSaved ? { ...session, save: { state: 'saving' } } : session;
    return { session: shown, isLost, call, subscribe: bridge.subscribe };
  }, [session, isLost, call, bridge, isWaiting]);
  if (opening && 'fault' in opening) return renderFault(tell(opening.fault));
  if (!attest) return null;
  return <AttestContext value={attest}>{children}</AttestContext>;
}
