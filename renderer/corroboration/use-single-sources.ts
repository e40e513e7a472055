import { useCallback, useEffect, useState } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { type CallInput, passagesAtATime } from '../../core/ipc-contract.ts';
import type { Fault } from '../../core/result.ts';
import { useAttest } from '../state/use-attest.tsx';

type Asked = CallInput<'findSingleSources'>['passages'][number];

/**
 * What is known of a highlight: `single` where no other statement clearly says the like, `backed` where one does,
 * `unknown` while it is looked for, `unplaced` where the highlight has no place in its statement to judge.
 */
export type Standing = 'single' | 'backed' | 'unknown' | 'unplaced';

interface SingleSources {
  readonly standingOf: (highlight: PlacedHighlight) => Standing;
  /** Why the rest is not known; `null` where nothing went wrong. */
  readonly fault: Fault | null;
}

function askedOf({ statement, anchor }: PlacedHighlight): Asked | null {
  return anchor.state === 'anchored' ? { statement, passage: { start: anchor.start, end: anchor.end } } : null;
}

/** Statements do not change while the program runs: what was found of a passage holds as long as the passage. */
const keyOf = ({ statement, passage }: Asked): string => `${statement} ${passage.start} ${passage.end}`;

/** Finds out which of `highlights` are single sources, some at a time and one request after the other, while `isOn`. */
export function useSingleSources(highlights: readonly PlacedHighlight[], isOn: boolean): SingleSources {
  const { session, call } = useAttest();
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, boolean | null>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly fault: Fault; readonly revision: number } | null>(null);
  const { revision } = session;
  // What has failed is asked again when something has changed.
  const hasFailed = failed?.revision === revision;

  useEffect(() => {
    if (!isOn || isBusy || hasFailed) return;
    const wanted = new Map<string, Asked>();
    for (const highlight of highlights) {
      const asked = askedOf(highlight);
      if (asked && !verdicts.has(keyOf(asked)) && wanted.size < passagesAtATime) wanted.set(keyOf(asked), asked);
    }
    if (wanted.size === 0) return;
    setBusy(true);
    void call('findSingleSources', { passages: [...wanted.values()] }).then((found) => {
      setBusy(false);
      setFailed(found.ok ? null : { fault: found.fault, revision });
      if (!found.ok) return;
      const fresh = [...wanted.keys()].map((key, at) => [key, found.value[at] ?? null] as const);
      setVerdicts((last) => new Map([...last, ...fresh]));
    });
  }, [highlights, isOn, isBusy, hasFailed, verdicts, revision, call]);

  const standingOf = useCallback(
    (highlight: PlacedHighlight): Standing => {
      const asked = askedOf(highlight);
      if (!asked) return 'unplaced';
      const verdict = verdicts.get(keyOf(asked));
      if (verdict === undefined) return 'unknown';
      return verdict === null ? 'unplaced' : verdict ? 'single' : 'backed';
    },
    [verdicts],
  );
  return { standingOf, fault: failed?.fault ?? null };
}
