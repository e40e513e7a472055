import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { findByPath } from '../../core/tags/tag-tree.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useAttest } from '../state/use-attest.tsx';

interface Provisional {
  /** The highlights to paint: those of the workspace, and the one that is on its way into it. */
  readonly shown: readonly PlacedHighlight[];
  /**
   * Shows a highlight that is being made, from this frame on. Gives what to call when it is made, with the revision
   * that holds it, or `null` where that failed: it is shown until the reader has heard of that revision.
   */
  readonly show: (passage: Passage, tag: string | null) => (revision: number | null) => void;
}

function isAt({ anchor }: PlacedHighlight, { start, end }: Passage): boolean {
  return anchor.state === 'anchored' && anchor.start === start && anchor.end === end;
}

/** Paints a new highlight at once, without waiting for the host; the host's own takes its place when it arrives. */
export function useProvisional(statement: Statement, highlights: readonly PlacedHighlight[]): Provisional {
  const { session } = useAttest();
  const [coming, setComing] = useState<PlacedHighlight | null>(null);
  const [until, setUntil] = useState<number | null>(null);
  const { tags, revision: known } = session;

  useEffect(() => {
    if (until === null || known < until) return;
    setComing(null);
    setUntil(null);
  }, [until, known]);

  const show = useCallback(
    ({ start, end }: Passage, tag: string | null) => {
      const own = tag === null ? null : findByPath(tags, tag);
      setComing({
        id: 'provisional',
        statement: statement.summary.id,
        selector: { quote: '', prefix: '', suffix: '', isUnique: false, start, end, source: statement.sha256 },
        tags: own ? [own.id] : [],
        note: '',
        isNotePrivate: false,
        orphan: false,
        created: '',
        modified: '',
        anchor: { state: 'anchored', start, end },
        place: null,
      });
      return (revision: number | null) => {
        if (revision === null) setComing(null);
        else setUntil(revision);
      };
    },
    [statement, tags],
  );
  const shown = useMemo(() => {
    const isThere = coming === null || highlights.some((highlight) => isAt(highlight, coming.selector));
    return isThere ? highlights : [...highlights, coming];
  }, [coming, highlights]);
  return { shown, show };
}
