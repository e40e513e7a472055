import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { BackupSummary } from '../../core/workspace/backup.ts';
import { useMomentWords } from '../history/use-moment-words.ts';
import { BackupComparison } from './backup-comparison.tsx';
import { useBackups } from './use-backups.ts';
import { useReasonWords } from './use-reason-words.ts';

interface BackupItemProps {
  readonly backup: BackupSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function BackupItem({ backup, isChosen, onChoose }: BackupItemProps): ReactNode {
  const { i18n } = useLingui();
  const words = useMomentWords();
  const wordReason = useReasonWords();
  const kilobytes = i18n.number(Math.ceil(backup.bytes / 1000), { style: 'unit', unit: 'kilobyte' });
  return (
    <li>
      <button type="button" className="backup-item" aria-current={isChosen} onClick={onChoose} data-testid="backup">
        <span className="backup-when">
          {words.day(backup.at)}, {words.time(backup.at)}
        </span>
        <span className="faint">
          {wordReason(backup.reason)}, {kilobytes}
        </span>
      </button>
    </li>
  );
}

/** The backups, and what the chosen one holds that is not as it is now. */
export function BackupPanel({ onOpen }: { readonly onOpen: (highlight: string) => void }): ReactNode {
  const { t } = useLingui();
  const backups = useBackups();
  const [chosen, setChosen] = useState<string | null>(null);
  const name = backups?.find((backup) => backup.name === chosen)?.name;
  return (
    <aside className="export-panel" aria-label={t`Backups`}>
      <h2 className="pane-title">
        <Trans>Backups</Trans>
      </h2>
      {backups?.length === 0 ? (
        <p className="pane-hint">
          <Trans>
            There is no backup yet. Attest makes one when it is next opened, and every hour in which something was
            changed.
          </Trans>
        </p>
      ) : null}
      {backups && backups.length > 0 ? (
        <>
          <p className="pane-hint">
            <Trans>Copies of your work on this computer. Choose one to see what differs from now.</Trans>
          </p>
          <ul className="backup-list" aria-label={t`Backups, newest first`}>
            {backups.map((backup) => (
              <BackupItem
                key={backup.name}
                backup={backup}
                isChosen={backup.name === name}
                onChoose={() => setChosen(backup.name)}
              />
            ))}
          </ul>
        </>
      ) : null}
      {name === undefined ? null : <BackupComparison key={name} name={name} onOpen={onOpen} />}
    </aside>
  );
}
