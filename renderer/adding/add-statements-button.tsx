import { Menu } from '@base-ui/react/menu';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useAdding } from './use-adding.ts';

/** The button with the ways to add statements, which wait while some are being added. */
export function AddStatementsButton(): ReactNode {
  const { isBusy, chooseFiles, chooseFolder, pasteText } = useAdding();
  return (
    <Menu.Root>
      <Menu.Trigger className="button add-statements" data-add-statements="">
        <Trans>Add statements</Trans>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="bar-positioner" align="start" sideOffset={6} collisionPadding={8}>
          <Menu.Popup className="bar menu">
            <Menu.Item className="menu-item" disabled={isBusy} onClick={chooseFiles}>
              <Trans>Choose files…</Trans>
            </Menu.Item>
            <Menu.Item className="menu-item" disabled={isBusy} onClick={chooseFolder}>
              <Trans>Choose a folder…</Trans>
            </Menu.Item>
            <Menu.Item className="menu-item" disabled={isBusy} onClick={pasteText}>
              <Trans>Paste text…</Trans>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
