import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { faultOfPassphrase } from '../../core/vault-state.ts';
import { useAttest } from '../state/use-attest.tsx';
import type { Estimate } from './estimate-strength.ts';

type Estimator = typeof import('./estimate-strength.ts');

/**
 * How well a new passphrase withstands guessing: `none` while nothing is typed, `loading` until the dictionaries are there,
 * `unknown` where they cannot be had.
 */
export type Judgement =
  | { readonly state: 'none' | 'short' | 'strange' | 'loading' | 'unknown' }
  | { readonly state: 'estimated'; readonly estimate: Estimate };

/** Names of the work, which whoever holds the computer tries first. */
function useNames(): readonly string[] {
  const { session } = useAttest();
  const { tags, dossiers, settings } = session;
  return useMemo(
    () => [...tags.map(({ name }) => name), ...dossiers.map(({ name }) => name), settings.name],
    [tags, dossiers, settings],
  );
}

function judge(estimator: Estimator | 'failed' | null, passphrase: string, names: readonly string[]): Judgement {
  if (passphrase === '') return { state: 'none' };
  const fault = faultOfPassphrase(passphrase);
  if (fault) return { state: fault };
  if (estimator === null) return { state: 'loading' };
  if (estimator === 'failed') return { state: 'unknown' };
  return { state: 'estimated', estimate: estimator.estimateStrength(passphrase, names) };
}

/**
 * Judges `passphrase` as it is typed. `isUsable`: it may be set, as far as that goes. The dictionaries are loaded when this is
 * first shown, and nothing of them before.
 */
export function useStrength(passphrase: string): { readonly judgement: Judgement; readonly isUsable: boolean } {
  const [estimator, setEstimator] = useState<Estimator | 'failed' | null>(null);
  useEffect(() => {
    let isCurrent = true;
    import('./estimate-strength.ts').then(
      (loaded) => isCurrent && setEstimator(loaded),
      () => isCurrent && setEstimator('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  const names = useNames();
  // Typing goes before judging.
  const judged = useDeferredValue(passphrase);
  const judgement = useMemo(() => judge(estimator, judged, names), [estimator, judged, names]);
  const isGood =
    judgement.state === 'estimated' ? judgement.estimate.strength !== 'common' : judgement.state === 'unknown';
  return { judgement, isUsable: isGood && judged === passphrase };
}
