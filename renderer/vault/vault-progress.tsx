import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { VaultState } from '../../core/vault-state.ts';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';

/** How far encrypting or decrypting has come. */
export function VaultProgress({ vault }: { readonly vault: VaultState }): ReactNode {
  const { t } = useLingui();
  const place = useFocusOnMount<HTMLDivElement>();
  const { state, done, total } = vault;
  const label = state === 'unsealing' ? t`Decrypting the workspace` : t`Encrypting the workspace`;
  const count = plural(total, { one: `${done} of # file`, other: `${done} of # files` });
  return (
    <div className="vault-progress" ref={place} tabIndex={-1} data-testid="vault-progress">
      <p>{label}</p>
      <progress value={done} max={Math.max(total, 1)} aria-label={label} aria-valuetext={count} />
      <p className="faint">{total === 0 ? <Trans>Getting ready…</Trans> : count}</p>
      <p className="pane-hint">
        {state === 'unsealing' ? (
          <Trans>If it is broken off, the workspace is encrypted again at the next start. Nothing is lost.</Trans>
        ) : (
          <Trans>If it is broken off, it goes on at the next start. Nothing is lost.</Trans>
        )}
      </p>
    </div>
  );
}
