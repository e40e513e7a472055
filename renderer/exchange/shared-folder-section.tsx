import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useAnnounce } from '../controls/announcer.tsx';
import { useExchangePlace } from './exchange-place.tsx';
import { SharedFolderForm } from './shared-folder-form.tsx';
import { useSharedFolder } from './shared-folder-provider.tsx';
import { SharedFolderState } from './shared-folder-state.tsx';

/** A folder that a synchroniser keeps in step between people: which one, how it stands, and what is new in it. */
export function SharedFolderSection(): ReactNode {
  const { t } = useLingui();
  const announce = useAnnounce();
  const { shared, share } = useSharedFolder();
  const [hasStopped, setStopped] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const { isSharedAsked, askForShared } = useExchangePlace();
  const isShown = shared !== null;
  useEffect(() => {
    if (!isSharedAsked || !isShown) return;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
    askForShared(false);
  }, [isSharedAsked, isShown, askForShared]);
  if (!shared) return null;
  const { folder } = shared;
  const stop = async (): Promise<void> => {
    if (!(await share(null))) return;
    setStopped(true);
    announce(t`The folder is not shared any more`);
  };
  return (
    <section className="exchange-section" aria-labelledby={id} data-testid="shared-folder">
      <h2 ref={heading} id={id} className="history-heading" tabIndex={-1}>
        <Trans>Shared folder</Trans>
      </h2>
      <p className="import-lead">
        <Trans>
          Work with others through a folder that a synchroniser of yours keeps in step, such as Nextcloud or Syncthing,
          or on a USB stick. Attest itself sends nothing anywhere.
        </Trans>
      </p>
      {folder === null ? (
        <>
          <SharedFolderForm takesFocus={hasStopped} />
          <ul className="shared-rules">
            <li>
              <Trans>
                You write one file there, your own, a moment after each change. Nobody else’s file is touched.
              </Trans>
            </li>
            <li>
              <Trans>What the others write is merged when you say so, and you are told when there is something.</Trans>
            </li>
            <li>
              <Trans>
                Your file is in clear, even where your workspace is encrypted. Private notes stay out of it.
              </Trans>
            </li>
          </ul>
        </>
      ) : (
        <SharedFolderState shared={shared} folder={folder} onStop={() => void stop()} />
      )}
    </section>
  );
}
