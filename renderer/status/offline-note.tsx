import { Popover } from '@base-ui/react/popover';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { useAttest } from '../state/use-attest.tsx';
import { UpdateDialog } from '../update/update-dialog.tsx';

/** The words in the status bar that say the program is offline; pressed, they say what that means, and what was not checked. */
export function OfflineNote(): ReactNode {
  const { session } = useAttest();
  const { workspaceFolder } = session;
  const [isOpen, setOpen] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const trigger = useRef<HTMLButtonElement | null>(null);
  return (
    <>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger ref={trigger} className="offline-button">
          <Trans>Offline. Nothing leaves this computer.</Trans>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className="bar-positioner" side="top" align="start" sideOffset={6} collisionPadding={8}>
            <Popover.Popup className="bar offline-popup">
              <Popover.Title className="offline-title">
                <Trans>What “offline” means here</Trans>
              </Popover.Title>
              <Popover.Description render={<div />} className="offline-words">
                <p>
                  <Trans>
                    Attest connects to nothing outside this computer: it looks for no updates and reports nothing. Your
                    highlights and notes are in the workspace folder. A file leaves it only when you export one.
                  </Trans>
                </p>
                <p>
                  <Trans>
                    This is tested: all its tests of the whole program run with every connection recorded, and fail if
                    one goes further than this computer.
                  </Trans>
                </p>
                {session.isPortable ? (
                  <p data-testid="portable">
                    <Trans>
                      This Attest is portable: your work is in {workspaceFolder}, beside the program, and Attest itself
                      keeps nothing on this computer.
                    </Trans>
                  </p>
                ) : null}
                {session.host === 'browser' ? (
                  <p>
                    <Trans>
                      In the browser edition this holds for the window that Attest opens itself. If you opened its link
                      in your usual browser, that browser and its extensions can read this page.
                    </Trans>
                  </p>
                ) : null}
                <p>
                  <Trans>
                    Not tested are the system and your other programs: a service that backs up or synchronises the
                    workspace folder takes your notes elsewhere.
                  </Trans>
                </p>
              </Popover.Description>
              <button
                type="button"
                className="button offline-update"
                onClick={() => {
                  setOpen(false);
                  setChecking(true);
                }}
              >
                <Trans>Check an update file…</Trans>
              </button>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <UpdateDialog isOpen={isChecking} onClose={() => setChecking(false)} opener={trigger} />
    </>
  );
}
