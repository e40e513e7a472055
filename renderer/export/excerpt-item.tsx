import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Excerpt } from '../../core/export/excerpt.ts';
import { findByPath } from '../../core/tags/tag-tree.ts';
import { TagChip } from '../controls/tag-chip.tsx';
import { usePlaceWords } from '../highlights/place-words.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { useAttest } from '../state/use-attest.tsx';

interface ExcerptItemProps {
  readonly excerpt: Excerpt;
  readonly onOpen: () => void;
}

/** One excerpt as it will be exported: context, quotation, context; note; tags and where it stands. */
export function ExcerptItem({ excerpt, onOpen }: ExcerptItemProps): ReactNode {
  const { session } = useAttest();
  const wordPlace = usePlaceWords();
  const wordDate = useDateWords();
  const { before, quotation, after, note, publisher, date, place, state } = excerpt;
  return (
    <li className="excerpt" data-testid="excerpt">
      <p className="excerpt-text">
        <span className="excerpt-context">{before}</span>
        <q className="excerpt-quotation">{quotation}</q>
        <span className="excerpt-context">{after}</span>
      </p>
      {note === '' ? null : <p className="excerpt-note">{note}</p>}
      {state === 'anchored' ? null : (
        <p className="bad">
          {state === 'orphaned' ? (
            <Trans>Kept as an orphan, or no longer in the statement. Exported as it was marked.</Trans>
          ) : (
            <Trans>Needs review. Exported as it was marked.</Trans>
          )}
        </p>
      )}
      <p className="excerpt-foot">
        {excerpt.tags.map((path) => {
          const tag = findByPath(session.tags, path);
          return tag ? <TagChip key={tag.id} tag={tag} /> : null;
        })}
        <button type="button" className="link-button" onClick={onOpen}>
          {publisher}, {wordDate(date === '' ? null : date)}, {wordPlace(place)}
        </button>
      </p>
    </li>
  );
}
