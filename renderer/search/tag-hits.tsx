import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { TagHit } from '../../core/search/search-result.ts';
import { TagDot } from '../controls/tag-chip.tsx';
import { useAttest } from '../state/use-attest.tsx';

interface TagHitsProps {
  readonly hits: readonly TagHit[];
  readonly onOpen: (tag: string) => void;
}

/** The tags that match. Opening one shows the excerpts that have it. */
export function TagHits({ hits, onOpen }: TagHitsProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  return (
    <section className="hit-group" aria-label={t`Tags`}>
      <h3 className="hit-title">
        <Trans>Tags</Trans> <span className="faint">{hits.length}</span>
      </h3>
      {hits.map(({ tag: id, path, highlights }) => {
        const tag = session.tags.find((candidate) => candidate.id === id);
        const count = plural(highlights, { one: '# highlight', other: '# highlights' });
        return (
          <button key={id} type="button" className="hit tag-item" data-testid="tag-hit" onClick={() => onOpen(id)}>
            {tag ? <TagDot tag={tag} /> : <span />}
            <span aria-hidden="true">{path}</span>
            <span className="faint" aria-hidden="true">
              {highlights}
            </span>
            <span className="visually-hidden">{t`Excerpts tagged ${path}, ${count}`}</span>
          </button>
        );
      })}
    </section>
  );
}
