import { BrowserWindow, type Session } from 'electron';
import { appUrl } from './app-url.ts';
import { lockedPreferences } from './lock-down.ts';

/** Makes the reader's window, without anything of Node and not yet showing anything. Sizes are in device-independent pixels. */
export function createReaderWindow(session: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Attest',
    width: 1360,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    webPreferences: { ...lockedPreferences, session, preload },
  });
  // What is read never shows in a list of windows or tasks.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads the reader into its window. */
export async function loadReader(window: BrowserWindow): Promise<void> {
  await window.loadURL(appUrl);
}

/** Brings a window to its user, for instance when the program is started a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
