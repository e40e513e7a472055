import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What there is not, and what to do about it, in one or two sentences. */
  readonly children: ReactNode;
  /** Buttons that do it, where there are any. */
  readonly actions?: ReactNode;
  /** A whole view, or a part of a pane, where the words are as small as those around them. */
  readonly place?: 'view' | 'pane';
}

/** What stands where there is nothing to list yet. */
export function EmptyState({ children, actions, place = 'view' }: EmptyStateProps): ReactNode {
  return (
    <div className="empty-state" data-place={place}>
      <p>{children}</p>
      {actions ? <div className="empty-actions">{actions}</div> : null}
    </div>
  );
}
