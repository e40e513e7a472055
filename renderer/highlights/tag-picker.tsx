import { Autocomplete } from '@base-ui/react/autocomplete';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type Tag, tagNameKey } from '../../core/tags/tag.ts';
import { findByPath, inTreeOrder } from '../../core/tags/tag-tree.ts';
import { TagDot } from '../controls/tag-chip.tsx';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';
import { useNameOrder } from '../language/use-name-order.ts';

interface TagPickerProps {
  readonly tags: readonly Tag[];
  /** Ids of the tags that are on. */
  readonly chosen: readonly string[];
  readonly onPick: (path: string) => void;
  readonly onCancel: () => void;
}

/** Any tag, by typing a part of its path; a path that does not exist yet becomes a new tag, under those it names. */
export function TagPicker({ tags, chosen, onPick, onCancel }: TagPickerProps): ReactNode {
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const [typed, setTyped] = useState('');
  const field = useFocusOnMount<HTMLInputElement>();
  const path = typed.trim().replace(/\s+/gu, ' ');
  const isNew = path !== '' && findByPath(tags, path) === null;
  const paths = inTreeOrder(tags, compareNames).map((entry) => entry.path);
  return (
    <Autocomplete.Root
      open
      inline
      items={isNew ? [...paths, path] : paths}
      value={typed}
      onValueChange={setTyped}
      autoHighlight
      filter={(item, query) => tagNameKey(item).includes(tagNameKey(query))}
    >
      <div className="tag-picker">
        <Autocomplete.Input
          className="field"
          ref={field}
          placeholder={t`Tag name`}
          aria-label={t`Tag name`}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel();
          }}
        />
        <Autocomplete.List className="tag-options">
          {(item: string) => {
            const tag = findByPath(tags, item);
            return (
              <Autocomplete.Item key={item} value={item} className="tag-option" onClick={() => onPick(item)}>
                {tag ? (
                  <>
                    <TagDot tag={tag} />
                    <span>{item}</span>
                    {chosen.includes(tag.id) ? <span className="faint">{t`on`}</span> : null}
                  </>
                ) : (
                  <span>
                    <Trans>New tag “{item}”</Trans>
                  </span>
                )}
              </Autocomplete.Item>
            );
          }}
        </Autocomplete.List>
      </div>
    </Autocomplete.Root>
  );
}
