import type { ReactNode } from 'react';
import type { Tag } from '../../core/tags/tag.ts';

interface TagChipProps {
  readonly tag: Tag;
}

/** A tag's name on its colour. The name carries the meaning; the colour only helps. */
export function TagChip({ tag }: TagChipProps): ReactNode {
  return (
    <span className="tag-chip" data-colour={tag.colour}>
      {tag.name}
    </span>
  );
}

/** A tag's colour as a small dot beside its name. */
export function TagDot({ tag }: TagChipProps): ReactNode {
  return <span className="tag-dot" data-colour={tag.colour} aria-hidden="true" />;
}
