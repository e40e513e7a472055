import { createContext, type MouseEvent, type ReactNode, use } from 'react';
import type { ExcerptFilter } from '../../core/excerpts/excerpt-filter.ts';

/** Where a mark leads: to excerpts, or to a statement that has none yet. */
export type MarkGoal =
  | { readonly kind: 'excerpts'; readonly filter: ExcerptFilter }
  | { readonly kind: 'statement'; readonly statement: string };

const FollowContext = createContext<(goal: MarkGoal) => void>(() => undefined);

/** Says what following a mark does, for all figures inside. */
export const FollowMarks = FollowContext;

interface MarkLinkProps {
  readonly goal: MarkGoal;
  /** What the mark says, in words: its name for a screen reader, by its title, and shown where the pointer rests. */
  readonly label: string;
  /** Where it stands for the arrow keys. */
  readonly row: number;
  readonly column: number;
  readonly children: ReactNode;
}

/** A mark of a drawing as a link. `useMarkKeys` says which of them the Tab key stops at. */
export function MarkLink({ goal, label, row, column, children }: MarkLinkProps): ReactNode {
  const follow = use(FollowContext);
  return (
    <a
      className="mark"
      href={goal.kind === 'excerpts' ? '#excerpts' : '#statement'}
      data-row={row}
      data-column={column}
      onClick={(event: MouseEvent) => {
        event.preventDefault();
        follow(goal);
      }}
    >
      <title>{label}</title>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: shapes take no focus, and the title says what they say */}
      <g aria-hidden="true">{children}</g>
    </a>
  );
}
