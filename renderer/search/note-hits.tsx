import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { NoteHit } from '../../core/search/search-result.ts';
import { useAttest } from '../state/use-attest.tsx';
import { MarkedText } from './marked-text.tsx';
import { ReadingLabel } from './reading-label.tsx';

interface NoteHitsProps {
  readonly hits: readonly NoteHit[];
  /** How many there are, with those that are not shown. */
  readonly total: number;
  readonly onOpen: (highlight: string) => void;
}

/** The notes that match, each with the words it is about. Opening one opens its highlight. */
export function NoteHits({ hits, total, onOpen }: NoteHitsProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  return (
    <section className="hit-group" aria-label={t`In your notes`}>
      <h3 className="hit-title">
        <Trans>In your notes</Trans> <span className="faint">{total}</span>
      </h3>
      {hits.map((hit) => {
        const highlight = session.highlights.find(({ id }) => id === hit.highlight);
        const text = `${hit.before}${hit.exact}${hit.after}`;
        const quotation = highlight?.selector.quote ?? '';
        return (
          <button
            key={hit.highlight}
            type="button"
            className="hit"
            data-testid="note-hit"
            data-tier={hit.tier}
            onClick={() => onOpen(hit.highlight)}
          >
            <MarkedText text={text} origin={Math.max(0, highlight?.note.indexOf(text) ?? 0)} matches={hit.matches} />
            <span className="hit-place">
              <span className="faint hit-quotation">{t`on “${quotation}”`}</span>
              <ReadingLabel readings={hit.readings} />
            </span>
          </button>
        );
      })}
    </section>
  );
}
