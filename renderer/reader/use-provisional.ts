import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { findByPath } from '../../core/tags/tag-tree.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useAttest } from '../state/use-attest.tsx';

interface Provisional {
  /** The highlights to paint: those of the workspace, and the one that is on its way into it. */
  readonly shown: readonly PlacedHighlight[];
  /** Shows a highlight that is being made, from this frame on. Gives what takes it away again, should that fail. */
  readonly show: (passage: Passage, tag: string | null) => () => void;
}

function isAt(highlight: PlacedHighlight, { start, end }: Passage): boolean {
  return highlight.anchor.state === 'anchored' && highlight.anchor.start === start && highlight.anchor.end === end;
}

/** Paints a new highlight at once, without waiting for the host; the host's own takes its place when it arrives. */
export function useProvisional(statement: Statement, highlights: readonly PlacedHighlight[]): Provisional {
  const { session } = useAttest();
  const [coming, setComing] = useState<PlacedHighlight | null>(null);
  const { tags } = session;

  useEffect(() => {
    if (coming && highlights.some((highlight) => isAt(highlight, coming.selector))) setComing(null);
  }, [coming, highlights]);

  const show = useCallback(
    ({ start, end }: Passage, tag: string | null) => {
      const known = tag === null ? null : findByPath(tags, tag);
      setComing({
        id: 'provisional',
        statement: statement.summary.id,
        selector: { quote: '', prefix: '', suffix: '', isUnique: false, start, end, source: statement.sha256 },
        tags: known ? [known.id] : [],
        note: '',
        orphan: false,
        created: '',
        modified: '',
        anchor: { state: 'anchored', start, end },
        place: null,
      });
      return () => setComing(null);
    },
    [statement, tags],
  );
  return { shown: useMemo(() => (coming ? [...highlights, coming] : highlights), [coming, highlights]), show };
}
