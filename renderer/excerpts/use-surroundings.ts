import { useCallback, useEffect, useState } from 'react';
import type { ExcerptContext } from '../../core/excerpts/excerpt.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { excerptsAtATime } from '../../core/ipc-contract.ts';
import type { Place } from '../../core/statements/place.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The text around a quotation, and where it stands, which nobody knows of a text that has not been read. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly place: Place | null;
}

interface Held extends Surroundings {
  /** What they belong to: see `versionOf`. */
  readonly version: string;
}

/** How many surroundings are kept; of more, those read first are forgotten. */
const mostHeld = 2_000;

/** What surroundings depend on: where the highlight stands, and how much around it is asked for; `null` for nowhere. */
function versionOf({ statement, anchor, place, selector }: PlacedHighlight, context: ExcerptContext): string | null {
  if (anchor.state !== 'anchored' || (context === 'none' && place)) return null;
  return `${context} ${statement} ${selector.source} ${anchor.start} ${anchor.end}`;
}

function hold(held: ReadonlyMap<string, Held>, read: readonly (readonly [string, Held])[]): ReadonlyMap<string, Held> {
  const all = new Map(held);
  for (const [id, one] of read) {
    all.delete(id);
    all.set(id, one);
  }
  for (const id of all.keys()) {
    if (all.size <= mostHeld) break;
    all.delete(id);
  }
  return all;
}

/**
 * The text around quotations, read for `near` (those in or near sight) as they come there, one request at a time. `null`
 * where it has not come yet. What belongs to an earlier form of a highlight, or to another context, is never given.
 */
export function useSurroundings(
  near: readonly PlacedHighlight[],
  context: ExcerptContext,
): (highlight: PlacedHighlight) => Surroundings | null {
  const { session, call } = useAttest();
  const notify = useNotify();
  const [held, setHeld] = useState<ReadonlyMap<string, Held>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  // What has failed is not asked again by every step of a scroll.
  const attempt = `${context} ${session.revision}`;

  useEffect(() => {
    if (isBusy || failed === attempt) return;
    const wanted = new Map<string, { readonly version: string; readonly quote: string }>();
    for (const highlight of near) {
      const version = versionOf(highlight, context);
      if (version === null || held.get(highlight.id)?.version === version) continue;
      if (wanted.size < excerptsAtATime) wanted.set(highlight.id, { version, quote: highlight.selector.quote });
    }
    if (wanted.size === 0) return;
    setBusy(true);
    void call('readExcerpts', { ids: [...wanted.keys()], context }).then((read) => {
      setBusy(false);
      if (!read.ok) {
        setFailed(attempt);
        notify.fault(read.fault);
        return;
      }
      const answers = new Map(read.value.map((excerpt) => [excerpt.id, excerpt]));
      const fresh = [...wanted].map(([id, { version, quote }]): [string, Held] => {
        // An answer about other words is of a change that is still on its way here.
        const answer = answers.get(id)?.quotation === quote ? answers.get(id) : undefined;
        return [
          id,
          { version, before: answer?.before ?? '', after: answer?.after ?? '', place: answer?.place ?? null },
        ];
      });
      setHeld((last) => hold(last, fresh));
    });
  }, [near, context, held, isBusy, failed, attempt, call, notify]);

  return useCallback(
    (highlight) => {
      const one = held.get(highlight.id);
      return one !== undefined && one.version === versionOf(highlight, context) ? one : null;
    },
    [held, context],
  );
}
