import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { findByPath } from '../../core/tags/tag-tree.ts';
import { useAttest } from '../state/use-attest.tsx';

/** Tags by their paths; the colour is that of the tag which is at the path now. */
export function PathChips({ paths }: { readonly paths: readonly string[] }): ReactNode {
  const { session } = useAttest();
  if (paths.length === 0) {
    return (
      <span className="faint">
        <Trans>no tag</Trans>
      </span>
    );
  }
  return (
    <span className="chips">
      {paths.map((path) => (
        <span key={path} className="tag-chip" data-colour={findByPath(session.tags, path)?.colour ?? 'slate'}>
          {path}
        </span>
      ))}
    </span>
  );
}
