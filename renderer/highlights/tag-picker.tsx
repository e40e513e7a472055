import { Autocomplete } from '@base-ui/react/autocomplete';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import type { Fault } from '../../core/result.ts';
import { type Tag, tagNameKey } from '../../core/tags/tag.ts';
import { checkTagPath, findByPath, inTreeOrder } from '../../core/tags/tag-tree.ts';
import { TagDot } from '../controls/tag-chip.tsx';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useNameOrder } from '../language/use-name-order.ts';

interface TagPickerProps {
  readonly tags: readonly Tag[];
  /** Ids of the tags that are on. */
  readonly chosen: readonly string[];
  readonly onPick: (path: string) => void;
  readonly onCancel: () => void;
}

/**
 * Any tag, by typing a part of its path; a path that does not exist yet becomes a new tag, under those it names. One that
 * cannot be a tag's is not picked: what is wrong with it is said under the field, where it can be mended.
 */
export function TagPicker({ tags, chosen, onPick, onCancel }: TagPickerProps): ReactNode {
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<Fault | null>(null);
  const tell = useSentence();
  const refusalId = useId();
  const field = useFocusOnMount<HTMLInputElement>();
  const path = typed.trim().replace(/\s+/gu, ' ');
  const isNew = path !== '' && findByPath(tags, path) === null;
  const pick = (item: string): void => {
    const checked = findByPath(tags, item) === null ? checkTagPath(item) : null;
    if (checked === null || checked.ok) {
      onPick(item);
      return;
    }
    setRefusal(checked.fault);
    // Pressing an item takes the focus from the words that are to be mended.
    field.current?.focus();
  };
  const paths = inTreeOrder(tags, compareNames).map((entry) => entry.path);
  return (
    <Autocomplete.Root
      open
      inline
      items={isNew ? [...paths, path] : paths}
      value={typed}
      onValueChange={(next, { reason }) => {
        // What is picked is the caller's: the field keeps what was typed.
        if (reason === 'item-press') return;
        setTyped(next);
        setRefusal(null);
      }}
      autoHighlight
      filter={(item, query) => tagNameKey(item).includes(tagNameKey(query))}
    >
      <div className="tag-picker">
        <Autocomplete.Input
          autoComplete="off"
          className="field"
          ref={field}
          placeholder={t`Tag name`}
          aria-label={t`Tag name`}
          aria-invalid={refusal !== null}
          aria-describedby={refusal === null ? undefined : refusalId}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Escape also lets go of a marked passage; here it means the tags alone.
            event.stopPropagation();
            onCancel();
          }}
        />
        <p className={refusal === null ? 'visually-hidden' : 'bad'} id={refusalId} role="status">
          {refusal === null ? null : tell(refusal)}
        </p>
        <Autocomplete.List className="tag-options">
          {(item: string) => {
            const tag = findByPath(tags, item);
            return (
              <Autocomplete.Item key={item} value={item} className="tag-option" onClick={() => pick(item)}>
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
