import { useEffect } from 'react';
import { useAttest } from '../state/use-attest.tsx';

/** How often the host is told that somebody is there, in milliseconds. */
const everyMs = 30_000;

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchstart'] as const;

/** Tells the host, which locks the workspace when nothing is done, that somebody reads here: reading needs no calls. */
export function useActivity(): void {
  const { call, vault } = useAttest();
  const isWatched = vault.state === 'open';
  useEffect(() => {
    if (!isWatched) return;
    let last = performance.now();
    const onSign = (): void => {
      if (performance.now() - last < everyMs) return;
      last = performance.now();
      void call('readVault', {});
    };
    for (const sign of signs) addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, onSign, { capture: true });
    };
  }, [isWatched, call]);
}
