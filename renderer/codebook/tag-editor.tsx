import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { type Tag, TagColour } from '../../core/tags/tag.ts';
import { inTreeOrder, withDescendants } from '../../core/tags/tag-tree.ts';
import type { TagOperation } from '../../core/workspace/tag-operation.ts';
import { SelectField } from '../controls/select-field.tsx';
import { useNameOrder } from '../language/use-name-order.ts';
import { useAttest } from '../state/use-attest.tsx';
import { ChangePreview } from './change-preview.tsx';
import { useColourNames } from './use-colour-names.ts';
import { useTagChange } from './use-tag-change.ts';

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const asOption = (value: number | null): string | null => (value === null ? null : String(value));

interface TagEditorProps {
  readonly tag: Tag;
  /** The tag is gone, or another should be looked at. */
  readonly onLeave: (tag: string | null) => void;
}

/** Everything that can be done to one tag. Each change shows what it touches before it is done, and can be undone. */
export function TagEditor({ tag, onLeave }: TagEditorProps): ReactNode {
  const { session } = useAttest();
  const colourNames = useColourNames();
  const { t } = useLingui();
  const compareNames = useNameOrder();
  const [name, setName] = useState(tag.name);
  const [description, setDescription] = useState(tag.description);
  // The tag may change elsewhere, by Undo for instance: then the fields follow.
  useEffect(() => setName(tag.name), [tag.name]);
  useEffect(() => setDescription(tag.description), [tag.description]);
  const { pending, preview, refusal, prepare: prepareChange, apply } = useTagChange();
  /** One change at a time: beginning another takes back what was typed for the last. */
  const prepare = (operation: TagOperation | null): void => {
    if (operation?.do !== 'rename') setName(tag.name);
    if (operation?.do !== 'describe') setDescription(tag.description);
    prepareChange(operation);
  };
  const { id } = tag;
  const own = withDescendants(session.tags, [id]);
  const others = inTreeOrder(session.tags, compareNames)
    .filter((other) => !own.has(other.tag.id))
    .map((other) => ({ value: other.tag.id, name: other.path }));
  const labels: Readonly<Record<TagOperation['do'], string>> = {
    create: t`Create`,
    rename: t`Rename`,
    recolour: t`Change the colour`,
    describe: t`Keep the description`,
    shortcut: t`Change the digit`,
    move: t`Move`,
    merge: t`Merge`,
    delete: t`Delete`,
  };
  const confirm = async (): Promise<void> => {
    const target = pending?.do === 'merge' ? pending.into : pending?.do === 'delete' ? null : id;
    if (!(await apply())) return;
    if (target !== id) onLeave(target);
    // The button that was pressed is gone: the list goes on from here.
    document.querySelector<HTMLElement>('.codebook-entry')?.focus();
  };
  const review = (kind: TagOperation['do']): ReactNode =>
    pending?.do === kind ? (
      <ChangePreview
        preview={preview}
        refusal={refusal}
        label={labels[kind]}
        onApply={() => void confirm()}
        onCancel={() => prepare(null)}
      />
    ) : null;
  return (
    <aside className="export-panel" aria-label={t`Tag ${tag.name}`}>
      <h2 className="pane-title">{tag.name}</h2>
      <label className="form-field" htmlFor="tag-name">
        <Trans>Name</Trans>
        <input
          autoComplete="off"
          id="tag-name"
          className="field"
          value={name}
          onChange={(event) => {
            prepare(event.target.value === tag.name ? null : { do: 'rename', id, name: event.target.value });
            setName(event.target.value);
          }}
        />
      </label>
      {review('rename')}
      <label className="form-field" htmlFor="tag-description">
        <Trans>Description</Trans>
        <textarea
          autoComplete="off"
          id="tag-description"
          className="field"
          rows={3}
          value={description}
          placeholder={t`When to use this tag`}
          onChange={(event) => {
            const isSame = event.target.value === tag.description;
            prepare(isSame ? null : { do: 'describe', id, description: event.target.value });
            setDescription(event.target.value);
          }}
        />
      </label>
      {review('describe')}
      <span className="form-field" id="tag-colour">
        <Trans>Colour</Trans>
      </span>
      <RadioGroup
        className="swatches"
        aria-labelledby="tag-colour"
        value={pending?.do === 'recolour' ? pending.colour : tag.colour}
        onValueChange={(value) => {
          const colour = TagColour.parse(value);
          prepare(colour === tag.colour ? null : { do: 'recolour', id, colour });
        }}
      >
        {TagColour.options.map((colour) => (
          <Radio.Root
            key={colour}
            value={colour}
            className="swatch"
            data-colour={colour}
            aria-label={colourNames[colour]}
          >
            <Radio.Indicator>✓</Radio.Indicator>
          </Radio.Root>
        ))}
      </RadioGroup>
      {review('recolour')}
      <SelectField
        label={t`Digit`}
        none={t`none`}
        value={asOption(pending?.do === 'shortcut' ? pending.shortcut : tag.shortcut)}
        options={digits.map((digit) => {
          const holder = session.tags.find((other) => other.shortcut === digit && other.id !== id);
          return { value: String(digit), name: holder ? t`${digit}, now ${holder.name}` : String(digit) };
        })}
        onChange={(value) => {
          const shortcut = value === null ? null : Number(value);
          prepare(shortcut === tag.shortcut ? null : { do: 'shortcut', id, shortcut });
        }}
      />
      {review('shortcut')}
      <SelectField
        label={t`Under`}
        none={t`no other tag`}
        value={pending?.do === 'move' ? pending.parent : tag.parent}
        options={others}
        onChange={(parent) => prepare(parent === tag.parent ? null : { do: 'move', id, parent })}
      />
      {review('move')}
      <SelectField
        label={t`Merge into`}
        none={t`choose a tag`}
        value={pending?.do === 'merge' ? pending.into : null}
        options={others}
        onChange={(into) => prepare(into === null ? null : { do: 'merge', from: id, into })}
      />
      {review('merge')}
      <button type="button" className="button" onClick={() => prepare({ do: 'delete', id })}>
        <Trans>Delete this tag</Trans>
      </button>
      {review('delete')}
    </aside>
  );
}
