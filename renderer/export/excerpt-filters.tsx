import { Toggle } from '@base-ui/react/toggle';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ExcerptFilter } from '../../core/export/excerpt.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { inTreeOrder } from '../../core/tags/tag-tree.ts';
import { TagDot } from '../controls/tag-chip.tsx';
import { useAttest } from '../state/use-attest.tsx';

interface ExcerptFiltersProps {
  readonly filter: ExcerptFilter;
  readonly onFilter: (filter: ExcerptFilter) => void;
}

function toggled(items: readonly string[], item: string): string[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}

/** Which tags and statements go into the export. Nothing chosen means all. */
export function ExcerptFilters({ filter, onFilter }: ExcerptFiltersProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const hasTags = filter.tags.length > 0 || filter.untagged;
  return (
    <div className="filters">
      <fieldset className="filter-row">
        <legend>
          <Trans>Tags</Trans>
        </legend>
        <Toggle
          className="filter"
          pressed={!hasTags}
          onPressedChange={() => onFilter({ ...filter, tags: [], untagged: false })}
        >
          <Trans>All highlights</Trans>
        </Toggle>
        {inTreeOrder(session.tags).map(({ tag, path }) => (
          <Toggle
            key={tag.id}
            className="filter"
            pressed={filter.tags.includes(tag.id)}
            onPressedChange={() => onFilter({ ...filter, tags: toggled(filter.tags, tag.id) })}
          >
            <TagDot tag={tag} /> {path}
          </Toggle>
        ))}
        <Toggle
          className="filter"
          pressed={filter.untagged}
          onPressedChange={(untagged) => onFilter({ ...filter, untagged })}
        >
          <Trans>Without a tag</Trans>
        </Toggle>
      </fieldset>
      <fieldset className="filter-row">
        <legend>
          <Trans>Statements</Trans>
        </legend>
        <Toggle
          className="filter"
          pressed={filter.statements.length === 0}
          onPressedChange={() => onFilter({ ...filter, statements: [] })}
        >
          <Trans>All statements</Trans>
        </Toggle>
        {session.statements.map((summary) => (
          <Toggle
            key={summary.id}
            className="filter"
            title={titleOf(summary)}
            aria-label={t`Statement: ${titleOf(summary)}`}
            pressed={filter.statements.includes(summary.id)}
            onPressedChange={() => onFilter({ ...filter, statements: toggled(filter.statements, summary.id) })}
          >
            <span className="filter-title">{titleOf(summary)}</span>
          </Toggle>
        ))}
      </fieldset>
    </div>
  );
}
