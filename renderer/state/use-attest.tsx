import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { AttestBridge, AttestEvent, CallInput, CallName, CallOutput, Session } from '../../core/ipc-contract.ts';
import type { Result } from '../../core/result.ts';
import { connectAttest } from '../bridge/attest-bridge.ts';
import { applyEvent } from './session-state.ts';

/** What every view can reach: the session as it is now, and the calls. */
export interface Attest {
  readonly session: Session;
  /** The program behind the reader does not answer: nothing can be saved. */
  readonly isLost: boolean;
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
}

type Opening = { readonly session: Session } | { readonly fault: string } | null;

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
}

/** Opens the session, keeps it in step with the host's events, and opens it anew after a lost connection. */
export function AttestProvider({ children, renderFault }: ProviderProps): ReactNode {
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
    void bridge.call('openSession', {}).then((opened) => {
      if (!isCurrent) return;
      if (!opened.ok) {
        setOpening({ fault: opened.fault.message });
        return;
      }
      session = early.reduce(applyEvent, opened.value);
      setOpening({ session });
    });
    return () => {
      isCurrent = false;
      unsubscribe();
    };
  }, [bridge, attempt]);

  const session = opening && 'session' in opening ? opening.session : null;
  const attest = useMemo(() => (session ? { session, isLost, call: bridge.call } : null), [session, isLost, bridge]);
  if (opening && 'fault' in opening) return renderFault(opening.fault);
  if (!attest) return null;
  return <AttestContext value={attest}>{children}</AttestContext>;
}
