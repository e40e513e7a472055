import type { ReactNode } from 'react';
import { type GridLayout, headSlant } from '../../core/insight/grid-layout.ts';
import type { MarkedTag } from '../../core/insight/marked-tags.ts';
import { shortenLabel } from '../../core/insight/shorten-label.ts';

/** The longest name of a tag in a drawing, in characters. */
const longestTag = 24;

/** The name of a tag in a drawing: its path, or where that is too long, its own name after “…/”. */
export function tagLabel({ tag, path }: MarkedTag): string {
  const isShort = [...path].length <= longestTag || tag.parent === null;
  return shortenLabel(isShort ? path : `…/${tag.name}`, longestTag);
}

/** The length of the longest of these names, in characters. */
export function longestOf(names: readonly string[]): number {
  return names.reduce((longest, name) => Math.max(longest, [...name].length), 0);
}

interface TagHeadsProps {
  readonly layout: GridLayout;
  readonly heads: readonly { readonly key: string; readonly name: string; readonly tag: MarkedTag | null }[];
}

/** The names of tags slanting over their columns, each over a bar of its colour. */
export function TagHeads({ layout, heads }: TagHeadsProps): ReactNode {
  const { left, top, cellWidth } = layout;
  return heads.map(({ key, name, tag }, column) => {
    const x = left + column * cellWidth;
    return (
      <g key={key} data-colour={tag?.tag.colour}>
        <rect className="tag-fill" x={x + 1} y={top - 6} width={cellWidth - 2} height={3} />
        <text transform={`translate(${x + cellWidth / 2} ${top - 12}) rotate(-${headSlant})`}>{name}</text>
      </g>
    );
  });
}
