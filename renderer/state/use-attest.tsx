import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  type AttestBridge,
  type CallInput,
  type CallName,
  type CallOutput,
  isChange,
} from '../../core/ipc-contract.ts';
import type { Fault, Result } from '../../core/result.ts';
import { type AttestEvent, type Session, unpackSession } from '../../core/session.ts';
import type { VaultState } from '../../core/vault-state.ts';
import { connectAttest } from '../bridge/attest-bridge.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { onKept } from '../settings/device-storage.ts';
import { type HighlightReading, mostAtOnce, readHighlights } from './highlight-reading.ts';
import { applyEvent } from './session-state.ts';
import { isReadable, useVaultState } from './use-vault-state.ts';

/** What every view can reach: the session as it is now, and the calls. */
export interface Attest {
  readonly session: Session;
  /** The program behind the reader does not answer: nothing can be saved. */
  readonly isLost: boolean;
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  /** Calls `listener` for every event of the host until the returned function is called. */
  readonly subscribe: AttestBridge['subscribe'];
  /** How the workspace stands with its encryption. */
  readonly vault: VaultState;
  /** Empties the window, has what that leaves behind saved, and locks the workspace. Only where it is encrypted. */
  readonly lock: () => Promise<void>;
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
  /** What stands in place of `children` while the workspace is locked, or being encrypted before there was a session. */
  readonly renderVault: (vault: VaultState, call: AttestBridge['call']) => ReactNode;
  readonly renderFault: (message: string) => ReactNode;
  /** Gets ready what the first picture needs of a session. */
  readonly prepare: (session: Session) => Promise<void>;
}

/** Opens the session, keeps it in step with the host's events, and opens it anew after a lost connection. */
export function AttestProvider({ children, renderFault, renderVault, prepare }: ProviderProps): ReactNode {
  const tell = useSentence();
  const notify = useNotify();
  const [isLocking, setLocking] = useState(false);
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
  const pending = useRef(new Set<Promise<unknown>>());
  const hurry = useRef<HighlightReading['hurry']>(() => undefined);
  const call = useCallback<AttestBridge['call']>(
    async (name, input) => {
      if (!isChange(name)) {
        const asked = bridge.call(name, input);
        // Its highlights are wanted with it, and come after it.
        if (name === 'readStatement' && 'statement' in input) hurry.current(String(input.statement));
        return asked;
      }
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        setUnanswered((count) => count + 1);
      }, answerWithinMs);
      const answer = bridge.call(name, input);
      pending.current.add(answer);
      try {
        return await answer;
      } finally {
        pending.current.delete(answer);
        clearTimeout(timer);
        if (isLate) setUnanswered((count) => count - 1);
      }
    },
    [bridge],
  );

  const onLocked = useCallback(() => setOpening(null), []);
  const onFault = useCallback((fault: Fault) => setOpening({ fault }), []);
  const { vault, opened: turn, take } = useVaultState({ bridge, attempt, onLocked, onFault });
  const canOpen = isReadable(vault);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the session anew
  useEffect(() => {
    if (!canOpen) return;
    let isCurrent = true;
    let session: Session | null = null;
    let isWhole = false;
    let reading: HighlightReading | null = null;
    const early: AttestEvent[] = [];
    const wanted = new Set<string>();
    hurry.current = (statement) => {
      if (reading) reading.hurry(statement);
      else wanted.add(statement);
    };
    const unsubscribe = bridge.subscribe((event) => {
      // The event that locks comes here too, after it has ended this: what it was told of must not come back.
      if (!isCurrent) return;
      // What comes before the whole session may be newer than that: it is for both.
      if (!isWhole) early.push(event);
      if (session === null) return;
      const next = applyEvent(session, event);
      if (next === session) return;
      session = next;
      reading?.hear(event);
      setOpening({ session });
    });
    const show = (next: Session): Session => {
      session = next;
      setOpening({ session: next });
      return next;
    };
    const open = async (): Promise<void> => {
      const asked = { mostHighlights: mostAtOnce, isPacked: true };
      const first = await bridge.call('openSession', { ...asked, mayBeGlimpse: true });
      if (isCurrent && first.ok) await prepare(first.value);
      if (!isCurrent) return;
      let opened = first;
      let glimpsed: Session['statements'] = [];
      if (first.ok && first.value.isGlimpse) {
        glimpsed = show(early.reduce(applyEvent, unpackSession(first.value))).statements;
        opened = await bridge.call('openSession', { ...asked, hasStatements: true });
        if (!isCurrent) return;
      }
      if (!opened.ok) {
        // It was locked while this was asked: the event says so, and shows the lock screen.
        if (opened.fault.code !== 'locked') setOpening({ fault: opened.fault });
        return;
      }
      isWhole = true;
      const whole = show(early.reduce(applyEvent, unpackSession(opened.value, glimpsed)));
      if (whole.unread === undefined) return;
      reading = readHighlights(bridge, whole, (enrich) => {
        if (session) session = enrich(session);
        setOpening(session && { session });
      });
      for (const statement of wanted) reading.hurry(statement);
    };
    void open();
    return () => {
      isCurrent = false;
      unsubscribe();
      reading?.stop();
      hurry.current = () => undefined;
    };
  }, [bridge, attempt, prepare, canOpen, turn]);
  const lock = useCallback(async (): Promise<void> => {
    // What is being written is kept when it goes from the screen, as when the window is left.
    flushSync(() => setLocking(true));
    await Promise.allSettled([...pending.current]);
    const locked = await bridge.call('lockVault', {});
    // Before the views are let back: the event may come after the answer.
    if (locked.ok) take({ state: 'locked', done: 0, total: 0 });
    else notify.fault(locked.fault);
    setLocking(false);
  }, [bridge, notify, take]);
  useEffect(() => onKept((key, value) => void bridge.call('keepOnDevice', { key, value })), [bridge]);

  const session = opening && 'session' in opening ? opening.session : null;
  const isWaiting = unanswered > 0;
  const attest = useMemo(() => {
    if (!session || !vault) return null;
    const isSaved = session.save.state === 'saved';
    const shown: Session = isWaiting && isSaved ? { ...session, save: { state: 'saving' } } : session;
    return { session: shown, isLost, call, subscribe: bridge.subscribe, vault, lock };
  }, [session, isLost, call, bridge, isWaiting, vault, lock]);
  if (opening && 'fault' in opening) return renderFault(tell(opening.fault));
  if (isLocking) return null;
  if (vault && (vault.state === 'locked' || (!isReadable(vault) && !attest))) return renderVault(vault, bridge.call);
  if (!attest) return null;
  return <AttestContext value={attest}>{children}</AttestContext>;
}
