import { type BrowserWindow, dialog } from 'electron';
import type { AttestService } from '../../core/ipc-contract.ts';

const keepOpen = 0;

async function confirmLoss(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Some of your changes could not be written to the disk.',
    detail: 'If you close Attest now, these changes are lost. The reader shows which they are and why.',
    buttons: ['Keep open and try again', 'Close and lose unsaved changes'],
    defaultId: keepOpen,
    cancelId: keepOpen,
    noLink: true,
  });
  return response !== keepOpen;
}

/** Waits for the last write, and says whether the window may go: all is on the disk, or its user gives the rest up. */
async function mayClose(window: BrowserWindow, service: AttestService): Promise<boolean> {
  // A service that fails altogether must not make a window that cannot be closed: it counts as not saved.
  if (await service.close().catch(() => false)) return true;
  if (await confirmLoss(window)) return true;
  await service.call('retrySave', {});
  return false;
}

/** Lets the window close only when everything is on the disk, or when its user decides to lose what is not. */
export function closeSafely(window: BrowserWindow, service: AttestService): void {
  let isClosing = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    void mayClose(window, service)
      .then((agreed) => {
        if (agreed) window.destroy();
      })
      .finally(() => {
        isClosing = false;
      });
  });
}
