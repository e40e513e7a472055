import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useNotify } from '../controls/use-notify.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useAttest } from '../state/use-attest.tsx';

/** What went wrong with saving, and what its user must know since the start. Stays until it is dealt with or closed. */
export function Notices(): ReactNode {
  const { session, isLost, call } = useAttest();
  const notify = useNotify();
  const tell = useSentence();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const { save } = session;
  const retry = async (): Promise<void> => {
    const retried = await call('retrySave', {});
    if (!retried.ok) notify.fault(retried.fault);
  };
  return (
    <div className="notices">
      {isLost ? (
        <div className="notice" role="alert" data-testid="lost">
          <p>
            <strong>
              <Trans>The Attest program has stopped.</Trans>
            </strong>{' '}
            <Trans>
              What was saved is safe, but nothing more can be saved here. Start Attest again, and use the new link.
            </Trans>
          </p>
        </div>
      ) : null}
      {save.state === 'not-saved' ? (
        <div className="notice" role="alert" data-testid="not-saved">
          <p>
            <strong>
              <Trans>Your last changes are not saved.</Trans>
            </strong>{' '}
            {tell({ message: save.reason, sentence: save.sentence })}{' '}
            <Trans>They stay here as long as Attest is open.</Trans>
          </p>
          <button type="button" className="button" onClick={() => void retry()}>
            <Trans>Try again</Trans>
          </button>
        </div>
      ) : null}
      {session.notices
        .filter(({ message }) => !closed.includes(message))
        .map(({ message, sentence }) => (
          <div key={message} className="notice" role="alert" data-testid="notice">
            <p>{tell({ message, sentence })}</p>
            <button type="button" className="button" onClick={() => setClosed([...closed, message])}>
              <Trans>Close</Trans>
            </button>
          </div>
        ))}
    </div>
  );
}
