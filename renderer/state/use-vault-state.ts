import { Toast } from '@base-ui/react/toast';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AttestBridge } from '../../core/ipc-contract.ts';
import type { Fault } from '../../core/result.ts';
import type { VaultState } from '../../core/vault-state.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { forgetPage, keepInMemory } from '../settings/device-storage.ts';

/** Whether there is a session to open. */
export const isReadable = (vault: VaultState | null): boolean => vault?.state === 'none' || vault?.state === 'open';

/** Takes away what has been said of the workspace outside of the views. */
function useSilence(): () => void {
  const { toasts, close } = Toast.useToastManager();
  const announce = useAnnounce();
  const latest = useRef(toasts);
  latest.current = toasts;
  return useCallback(() => {
    for (const { id } of latest.current) close(id);
    announce('');
  }, [close, announce]);
}

interface VaultWatch {
  /** `null` before the host has answered. */
  readonly vault: VaultState | null;
  /** Counts how often there was a session to open anew: what the host has opened is another one each time. */
  readonly opened: number;
  /** Takes a state for the host's. */
  readonly take: (vault: VaultState) => void;
}

interface VaultWatchOptions {
  readonly bridge: AttestBridge;
  /** Another number asks the host anew. */
  readonly attempt: number;
  /** Lets go of the session: nothing of it may stay in the window. */
  readonly onLocked: () => void;
  /** The host could not be asked. */
  readonly onFault: (fault: Fault) => void;
}

/**
 * How the workspace stands with its encryption, in step with the host. When it is locked the window is emptied at once, and
 * forgets what it remembers.
 */
export function useVaultState({ bridge, attempt, onLocked, onFault }: VaultWatchOptions): VaultWatch {
  const [vault, setVault] = useState<VaultState | null>(null);
  const [opened, setOpened] = useState(0);
  const silence = useSilence();
  const hadSession = useRef(false);
  const wasReadable = useRef(false);
  const take = useCallback(
    (next: VaultState): void => {
      keepInMemory(next.state !== 'none');
      // Two states may come before either is on the screen: it is not left to the screen to see that it was closed between.
      if (isReadable(next) && !wasReadable.current) setOpened((count) => count + 1);
      wasReadable.current = isReadable(next);
      if (next.state !== 'locked') {
        if (isReadable(next)) hadSession.current = true;
        setVault(next);
        return;
      }
      // At once: neither a frame with the work in it, nor its question whether to leave, may come after this.
      flushSync(() => {
        setVault(next);
        onLocked();
      });
      silence();
      forgetPage();
      // Another page has nothing of this one in its memory. The desktop lets no page load itself again.
      if (hadSession.current && window.attest === undefined) location.reload();
      hadSession.current = false;
    },
    [silence, onLocked],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks anew
  useEffect(() => {
    let isCurrent = true;
    let isTold = false;
    const unsubscribe = bridge.subscribe((event) => {
      if (event.type !== 'vault') return;
      isTold = true;
      take(event.vault);
    });
    void bridge.call('readVault', {}).then((read) => {
      if (!isCurrent || isTold) return;
      if (read.ok) take(read.value);
      else onFault(read.fault);
    });
    return () => {
      isCurrent = false;
      unsubscribe();
    };
  }, [bridge, attempt, take, onFault]);
  return { vault, opened, take };
}
