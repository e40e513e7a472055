import { Checkbox } from '@base-ui/react/checkbox';
import { Popover } from '@base-ui/react/popover';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { TagFilter, TagMatch } from '../../core/highlights/filter-by-tags.ts';
import { inTreeOrder } from '../../core/tags/tag-tree.ts';
import { PopoverPopup } from '../controls/popover-popup.tsx';
import { TagDot } from '../controls/tag-chip.tsx';
import { useNameOrder } from '../language/use-name-order.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The filter that lets everything through. */
export const noTagFilter: TagFilter = { tags: [], match: 'any', untagged: false };

interface TagFilterControlProps {
  readonly filter: TagFilter;
  readonly onFilter: (filter: TagFilter) => void;
}

/** Chooses which highlights are seen, in the text and in the list, by their tags: any, all or none of some. */
export function TagFilterControl({ filter, onFilter }: TagFilterControlProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const matches: readonly { value: TagMatch; name: string }[] = [
    { value: 'any', name: t`with any of` },
    { value: 'all', name: t`with all of` },
    { value: 'none', name: t`with none of` },
  ];
  const isUntagged = filter.untagged && filter.match !== 'none';
  const count = filter.tags.length + (isUntagged ? 1 : 0);
  const toggle = (id: string): void => {
    const tags = filter.tags.includes(id) ? filter.tags.filter((other) => other !== id) : [...filter.tags, id];
    onFilter({ ...filter, tags });
  };
  const chosen = count === 0 ? t`All tags` : t`Filter: ${plural(count, { one: '# choice', other: '# choices' })}`;
  return (
    <Popover.Root>
      <Popover.Trigger className="link-button" aria-label={t`Filter highlights by tags. ${chosen}`}>
        {chosen}
      </Popover.Trigger>
      <PopoverPopup className="filter-popup" align="end" label={t`Filter highlights by tags`}>
        <select
          autoComplete="off"
          className="field"
          aria-label={t`Which highlights`}
          value={filter.match}
          onChange={(event) => {
            const next = matches.find(({ value }) => value === event.target.value);
            if (next) onFilter({ ...filter, match: next.value });
          }}
        >
          {matches.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <ul className="filter-tags">
          {inTreeOrder(session.tags, compareNames).map(({ tag, depth }) => (
            <li key={tag.id} style={{ paddingInlineStart: `${depth}rem` }}>
              <label className="check" htmlFor={`filter-${tag.id}`}>
                <Checkbox.Root
                  id={`filter-${tag.id}`}
                  className="check-box"
                  checked={filter.tags.includes(tag.id)}
                  onCheckedChange={() => toggle(tag.id)}
                >
                  <Checkbox.Indicator>✓</Checkbox.Indicator>
                </Checkbox.Root>
                <TagDot tag={tag} /> {tag.name}
              </label>
            </li>
          ))}
        </ul>
        {filter.match === 'none' ? null : (
          <label className="check" htmlFor="filter-untagged">
            <Checkbox.Root
              id="filter-untagged"
              className="check-box"
              checked={filter.untagged}
              onCheckedChange={(untagged) => onFilter({ ...filter, untagged })}
            >
              <Checkbox.Indicator>✓</Checkbox.Indicator>
            </Checkbox.Root>
            <Trans>and those without a tag</Trans>
          </label>
        )}
        <button type="button" className="button" onClick={() => onFilter(noTagFilter)}>
          <Trans>Show all</Trans>
        </button>
      </PopoverPopup>
    </Popover.Root>
  );
}
