import { Trans } from '@lingui/react/macro';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { EmptyState } from './empty-state.tsx';

/** How long the window is left to what its user does before the next part is loaded, in milliseconds at most. */
const idleWithinMs = 2_000;

/** How long the first picture is left to itself, in milliseconds. */
const restAfterMs = 1_000;

const waiting: (() => Promise<void>)[] = [];

/**
 * A part of the window that the first picture does not need: its script is loaded after that, or when it is shown. Where
 * the host that has it does not answer any more, it says so in its place.
 */
export function loadLater<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  const fetch = async (): Promise<void> => {
    part ??= await load();
  };
  waiting.push(fetch);
  return function Later(props: Props): ReactNode {
    const [state, setState] = useState<'loading' | 'loaded' | 'lost'>('loading');
    useEffect(() => {
      // Also when it came between the picture and this effect: the picture is without it.
      let isShown = true;
      const settle = (settled: 'loaded' | 'lost') => (): void => {
        if (isShown) setState(settled);
      };
      fetch().then(settle('loaded'), settle('lost'));
      return () => {
        isShown = false;
      };
    }, []);
    const Part = part;
    if (Part !== null) return <Part {...props} />;
    if (state !== 'lost') return null;
    return (
      <EmptyState>
        <Trans>This part of Attest could not be loaded. Start Attest again; your work is saved.</Trans>
      </EmptyState>
    );
  };
}

function loadNext(): void {
  const next = waiting.shift();
  if (!next) return;
  // What cannot be loaded now is tried again when it is shown, and told of there.
  const goOn = (): void => void next().then(loadNext, loadNext);
  requestIdleCallback(goOn, { timeout: idleWithinMs });
}

/**
 * Loads what was put off, one part after the other, whenever the window has nothing else to do, but not before what is read
 * has had its time to appear. Gives the way to call that off.
 */
export function loadTheRest(): () => void {
  const timer = setTimeout(loadNext, restAfterMs);
  return () => clearTimeout(timer);
}
