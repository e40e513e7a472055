import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SharedState } from '../../core/exchange/sharing-shapes.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useMomentWords } from '../history/use-moment-words.ts';
import { useAttest } from '../state/use-attest.tsx';
import { ReportLines } from './report-lines.tsx';
import { useSharedFolder } from './shared-folder-provider.tsx';
import { SharedWaiting } from './shared-waiting.tsx';

interface SharedFolderStateProps {
  readonly shared: SharedState;
  readonly folder: string;
  readonly onStop: () => void;
}

/** How it stands with the shared folder: one's own file, what is new from others, and what to do about it. */
export function SharedFolderState({ shared, folder, onStop }: SharedFolderStateProps): ReactNode {
  const { vault } = useAttest();
  const { busy, look, merge } = useSharedFolder();
  const tell = useSentence();
  const moment = useMomentWords();
  const { trouble, writtenAt, waiting, lines } = shared;
  const time = writtenAt === null ? '' : moment.time(writtenAt);
  return (
    <div className="shared-state" aria-busy={busy !== null}>
      <dl className="shared-facts">
        <dt>
          <Trans>Folder</Trans>
        </dt>
        <dd>
          <bdi className="shared-path">{folder}</bdi>
        </dd>
        <dt>
          <Trans>Your file</Trans>
        </dt>
        <dd data-testid="shared-written">
          {writtenAt === null ? (
            <Trans>not written since Attest was started</Trans>
          ) : (
            <Trans>as it is here since {time}</Trans>
          )}
          {vault.state === 'none' ? null : (
            <span className="bad">
              {' '}
              <Trans>It is in clear, though your workspace is encrypted.</Trans>
            </span>
          )}
        </dd>
      </dl>
      {trouble ? (
        <p className="bad" role="status">
          {tell(trouble)}
        </p>
      ) : null}
      <section className="shared-news" aria-labelledby="shared-news">
        <h3 id="shared-news" className="pane-title">
          <Trans>From the others</Trans>
        </h3>
        <SharedWaiting waiting={waiting} isBusy={busy !== null} onMerge={(rule) => void merge(rule)} />
        <div className="row shared-actions">
          <button
            type="button"
            className="button"
            aria-disabled={busy !== null}
            onClick={() => {
              if (!busy) void look();
            }}
          >
            {busy === 'look' ? <Trans>Looking…</Trans> : <Trans>Look now</Trans>}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={busy !== null}
            onClick={() => {
              if (!busy) onStop();
            }}
          >
            <Trans>Stop sharing</Trans>
          </button>
        </div>
      </section>
      {lines.length > 0 ? (
        <section aria-labelledby="shared-lines" className="shared-news">
          <h3 id="shared-lines" className="pane-title">
            <Trans>About files in the folder</Trans>
          </h3>
          <ReportLines lines={lines.map((line) => ({ ...line, words: tell(line.sentence) }))} isFolded={false} />
        </section>
      ) : null}
    </div>
  );
}
