import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SaveState } from '../../core/session.ts';
import { AddingStatus } from '../adding/adding-status.tsx';
import { CommandButtons } from '../commands/command-buttons.tsx';
import { SharedFolderStatus } from '../exchange/shared-folder-status.tsx';
import { TakingStatus } from '../exchange/taking-status.tsx';
import { ExportProgress } from '../export/export-progress.tsx';
import { formatDate } from '../language/format-date.ts';
import { LanguageControl } from '../language/language-control.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { VaultControl } from '../vault/vault-control.tsx';
import { OfflineNote } from './offline-note.tsx';

function SaveWords({ save }: { readonly save: SaveState }): ReactNode {
  const { i18n } = useLingui();
  if (save.state === 'saving') return <Trans>Saving…</Trans>;
  if (save.state === 'not-saved') return <Trans>Not saved</Trans>;
  if (save.at === null) return <Trans>Nothing to save yet</Trans>;
  const time = formatDate(new Date(save.at), i18n.locale, { timeStyle: 'short' });
  return <Trans>Saved {time}</Trans>;
}

/** The line at the bottom: that nothing leaves the computer, and whether the work is on the disk. */
export function StatusBar(): ReactNode {
  const { session, isLost } = useAttest();
  return (
    <footer className="status-bar">
      <OfflineNote />
      <span className="status-right">
        <AddingStatus />
        <ExportProgress />
        <TakingStatus />
        <SharedFolderStatus />
        <span role="status" data-testid="save-state" data-state={isLost ? 'not-saved' : session.save.state}>
          {isLost ? <Trans>Not connected</Trans> : <SaveWords save={session.save} />}
        </span>
        <span title={session.workspaceFolder}>
          <Plural value={session.unread ?? session.highlights.length} one="# highlight" other="# highlights" />,{' '}
          <Plural value={session.tags.length} one="# tag" other="# tags" />
        </span>
        <VaultControl />
        <CommandButtons />
        <LanguageControl />
      </span>
    </footer>
  );
}
