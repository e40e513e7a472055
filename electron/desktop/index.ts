import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, powerMonitor, session } from 'electron';
import { openAttest } from '../services/open-attest.ts';
import { ownFiles, workspaceFolder } from '../services/workspace-folder.ts';
import { registerAppScheme, serveReader } from './app-protocol.ts';
import { closeSafely } from './close-safely.ts';
import { connectReader } from './ipc.ts';
import { lockEveryPage, lockSession, silenceChromium } from './lock-down.ts';
import { lockWhenAway } from './lock-when-away.ts';
import { setMenu } from './menu.ts';
import { pickWithDialog } from './open-dialog.ts';
import { printByChromium } from './print-pdf.ts';
import { saveWithDialog } from './save-dialog.ts';
import { profileName, workspaceArgument } from './start-options.ts';
import { createReaderWindow, focusWindow, loadReader } from './window.ts';

const here = dirname(fileURLToPath(import.meta.url));
const folder = workspaceFolder(workspaceArgument(process.argv), process.env, process.platform);

/** How long to wait for another host of the same workspace to end, in milliseconds. */
const lockWaitMs = 2000;

/** The single-instance lock belongs to Chromium's profile: one for each workspace lets two workspaces be open at once. */
function chooseProfile(): void {
  const profile = join(app.getPath('userData'), profileName(folder));
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
}

function giveUp(message: string): void {
  dialog.showErrorBox('Attest cannot start', message);
  app.exit(1);
}

async function start(): Promise<void> {
  // Not a persistent partition: Chromium keeps nothing of what is read on the disk.
  const readerSession = session.fromPartition('reader', { cache: false });
  lockSession(readerSession);
  lockSession(session.defaultSession);
  serveReader(readerSession, join(here, '../renderer'));
  setMenu();

  let window: BrowserWindow | null = null;
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    if (window) focusWindow(window);
  });
  const opened = await openAttest({
    host: 'desktop',
    version: app.getVersion(),
    resources: join(here, '../../resources'),
    workspaceFolder: folder,
    access: 'write',
    searchThread: join(here, 'search-thread.js'),
    lockWaitMs,
    exportThread: join(here, 'export-thread.js'),
    saveFile: saveWithDialog(() => window, ownFiles(folder)),
    pickFile: pickWithDialog(() => window),
    printPdf: printByChromium(),
  });
  if (!opened.ok) {
    giveUp(opened.fault.message);
    return;
  }
  window = createReaderWindow(readerSession, join(here, '../preload/index.cjs'));
  connectReader(opened.value, window.webContents);
  closeSafely(window, opened.value);
  lockWhenAway(powerMonitor, opened.value);
  await loadReader(window);
}

registerAppScheme();
silenceChromium();
lockEveryPage();
chooseProfile();
if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
} else {
  app.quit();
}
