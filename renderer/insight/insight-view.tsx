import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback, useDeferredValue, useMemo } from 'react';
import type { ExcerptFilter } from '../../core/excerpts/excerpt-filter.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { ReadButton } from '../reader/read-button.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { CoverageFigure } from './coverage-figure.tsx';
import { HeatMapFigure } from './heat-map-figure.tsx';
import { FollowMarks, type MarkGoal } from './mark-link.tsx';
import { TagPairsFigure } from './tag-pairs-figure.tsx';
import { TimeLineFigure } from './time-line-figure.tsx';
import { type ReadExtents, useExtents } from './use-extents.ts';
import { WordsFigure } from './words-figure.tsx';

interface InsightViewProps {
  /** Shows the excerpts that a filter lets through. */
  readonly onShow: (filter: ExcerptFilter) => void;
  /** Opens a statement. */
  readonly onRead: (statement: string) => void;
  /** The same function at every rendering. */
  readonly readExtents: ReadExtents;
}

/** What the highlights show together, in five figures. Every mark leads to its excerpts. */
export function InsightView({ onShow, onRead, readExtents }: InsightViewProps): ReactNode {
  const { session } = useAttest();
  const tell = useSentence();
  const { statements, tags, highlights } = session;
  const extents = useExtents(readExtents);
  const now = useMemo(() => ({ summaries: statements, tags, highlights }), [statements, tags, highlights]);
  // The figures may be a moment late: whoever changes something elsewhere does not wait for them.
  const sources = useDeferredValue(now);
  const follow = useCallback(
    (goal: MarkGoal) => (goal.kind === 'excerpts' ? onShow(goal.filter) : onRead(goal.statement)),
    [onShow, onRead],
  );
  return (
    <main className="insight">
      <header className="reader-bar">
        <h1 className="reader-bar-title">
          <Trans>Insight</Trans>
        </h1>
      </header>
      <div className="insight-scroll">
        <FollowMarks value={follow}>
          <div className="figures">
            {highlights.length === 0 ? (
              <EmptyState actions={<ReadButton />}>
                <Trans>
                  Nothing is highlighted yet. When something is, you see here what is marked where, which tags occur
                  together and which words are theirs.
                </Trans>
              </EmptyState>
            ) : (
              <HeatMapFigure sources={sources} />
            )}
            <TimeLineFigure sources={sources} />
            {highlights.length === 0 ? null : (
              <>
                <TagPairsFigure sources={sources} />
                {extents?.ok ? <CoverageFigure sources={sources} extents={extents.value} /> : null}
                {extents && !extents.ok ? <p className="bad">{tell(extents.fault)}</p> : null}
                <WordsFigure sources={sources} />
              </>
            )}
          </div>
        </FollowMarks>
      </div>
    </main>
  );
}
