import { type ReactNode, type RefObject, useEffect, useId } from 'react';
import { TagDot } from '../controls/tag-chip.tsx';
import { KeyCaps } from './key-caps.tsx';
import { MarkedLabel } from './marked-label.tsx';
import type { PaletteEntry } from './palette-entry.ts';
import type { Found } from './rank-entries.ts';
import type { PaletteGroup } from './use-palette-groups.ts';

interface PaletteListProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly PaletteGroup[];
  /** Which row the field's keys are at, counted over all groups. */
  readonly at: number;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** The id of a row, by which the field names it to a screen reader. */
export function rowId(list: string, at: number): string {
  return `${list}-${at}`;
}

/** The rows of the palette in their groups. The field keeps the focus and its keys; a row is pointed at, and chosen. */
export function PaletteList({ id, label, groups, at, list, onPoint, onChoose }: PaletteListProps): ReactNode {
  const heading = useId();
  useEffect(() => {
    // The heading above the first row is to be seen with it.
    if (at === 0) list.current?.scrollTo({ top: 0 });
    else document.getElementById(rowId(id, at))?.scrollIntoView({ block: 'nearest' });
  }, [list, id, at]);
  const row = ({ entry, inName, inDetail }: Found<PaletteEntry>, index: number): ReactNode => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its Enter chooses
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the row by aria-activedescendant
    <div
      key={entry.id}
      id={rowId(id, index)}
      role="option"
      className="palette-row"
      aria-selected={index === at}
      data-testid="palette-row"
      onPointerMove={() => {
        if (index !== at) onPoint(index);
      }}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      {entry.tag ? <TagDot tag={entry.tag} /> : null}
      <span className="palette-text">
        <span className="palette-name">
          <MarkedLabel text={entry.name} ranges={inName} />
        </span>
        {entry.detail === '' ? null : (
          <span className="palette-detail">
            <MarkedLabel text={entry.detail} ranges={inDetail} />
          </span>
        )}
      </span>
      {entry.keys === null ? null : <KeyCaps keys={entry.keys} />}
    </div>
  );
  const firsts = groups.map((_, group) => groups.slice(0, group).reduce((count, { rows }) => count + rows.length, 0));
  return (
    <div id={id} role="listbox" className="palette-list" aria-label={label} ref={list}>
      {groups.map((group, number) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
        <div key={group.heading} role="group" aria-labelledby={`${heading}-${number}`}>
          <div id={`${heading}-${number}`} className="pane-label palette-heading" role="presentation">
            {group.heading}
          </div>
          {group.rows.map((found, index) => row(found, (firsts[number] ?? 0) + index))}
        </div>
      ))}
    </div>
  );
}
