import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** Says over the whole window what becomes of files that are held over it. */
export function DropVeil({ isOver }: { readonly isOver: boolean }): ReactNode {
  if (!isOver) return null;
  return (
    <div className="drop-veil" data-testid="drop-veil" aria-hidden="true">
      <p>
        <Trans>Drop it to add it as statements</Trans>
      </p>
    </div>
  );
}
