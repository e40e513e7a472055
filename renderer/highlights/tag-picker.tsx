import { Autocomplete } from '@base-ui/react/autocomplete';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type Tag, tagNameKey } from '../../core/tags/tag.ts';
import { TagDot } from '../controls/tag-chip.tsx';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';

interface TagPickerProps {
  readonly tags: readonly Tag[];
  /** Ids of the tags that are on. */
  readonly chosen: readonly string[];
  readonly onPick: (name: string) => void;
  readonly onCancel: () => void;
}

/** Any tag, by typing the beginning of its name; a name that does not exist yet becomes a new tag. */
export function TagPicker({ tags, chosen, onPick, onCancel }: TagPickerProps): ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const field = useFocusOnMount<HTMLInputElement>();
  const name = typed.trim().replace(/\s+/gu, ' ');
  const isNew = name !== '' && !tags.some((tag) => tagNameKey(tag.name) === tagNameKey(name));
  const names = tags.map((tag) => tag.name);
  return (
    <Autocomplete.Root
      open
      inline
      items={isNew ? [...names, name] : names}
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
            const tag = tags.find((candidate) => candidate.name === item);
            return (
              <Autocomplete.Item key={item} value={item} className="tag-option" onClick={() => onPick(item)}>
                {tag ? (
                  <>
                    <TagDot tag={tag} />
                    <span>{tag.name}</span>
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
