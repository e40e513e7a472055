import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { useAttest } from '../state/use-attest.tsx';
import { HighlightCard } from './highlight-card.tsx';

interface HighlightPaneProps {
  /** The highlights of the open statement, in reading order. */
  readonly highlights: readonly PlacedHighlight[];
  readonly active: string | null;
  readonly onOpen: (highlight: PlacedHighlight) => void;
}

/** The highlights beside the text. The active one is kept in sight. */
export function HighlightPane({ highlights, active, onOpen }: HighlightPaneProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const unsaved = session.save.state === 'not-saved' ? session.save.unsaved : [];

  useEffect(() => {
    if (active) list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <aside className="highlight-pane" aria-label={t`Highlights`}>
      <h2 className="pane-title">
        <Plural value={highlights.length} _0="No highlights yet" one="# highlight" other="# highlights" />
      </h2>
      {highlights.length === 0 ? (
        <p className="pane-hint">
          <Trans>
            Select a passage with the mouse, or press F7 and use Shift with the arrow keys. Then press 1 for torture, 2
            for detention, 3 for elections.
          </Trans>
        </p>
      ) : (
        <ol className="highlight-list" ref={list}>
          {highlights.map((highlight) => (
            <HighlightCard
              key={highlight.id}
              highlight={highlight}
              isActive={highlight.id === active}
              isUnsaved={unsaved.includes(highlight.id)}
              onOpen={() => onOpen(highlight)}
            />
          ))}
        </ol>
      )}
    </aside>
  );
}
