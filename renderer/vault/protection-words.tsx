import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** What encryption protects from, and what not, in plain words. */
export function ProtectionWords(): ReactNode {
  return (
    <div className="vault-words">
      <p>
        <Trans>
          Everything in the workspace is encrypted on the disk: imported statements, highlights, notes, tags, dossiers,
          history, backups and the search index. Who takes the computer or copies the folder cannot read it without the
          passphrase.
        </Trans>
      </p>
      <h3 className="pane-label">
        <Trans>It does not protect</Trans>
      </h3>
      <ul className="vault-limits">
        <li>
          <Trans>while the computer runs and the workspace is unlocked: lock it before you leave it alone;</Trans>
        </li>
        <li>
          <Trans>from being made to give the passphrase: anybody can see that the folder is encrypted;</Trans>
        </li>
        <li>
          <Trans>
            what was written before it was turned on: an SSD, a system backup or a synchronised folder may still hold
            it;
          </Trans>
        </li>
        <li>
          <Trans>what you export or print: such files are as readable as any other.</Trans>
        </li>
      </ul>
    </div>
  );
}
