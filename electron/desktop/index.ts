import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, powerMonitor, session } from 'electron';
import { openAttest } from '../services/open-attest.ts';
import { type EarlyListeners, openEarly } from '../services/open-early.ts';
import { portableEnvironment, preparePortable } from '../services/portable-folder.ts';
import { ownFiles, workspacePlace } from '../services/workspace-folder.ts';
import { registerAppScheme, serveReader } from './app-protocol.ts';
import { closeSafely } from './close-safely.ts';
import { connectReader } from './ipc.ts';
import { lockEveryPage, lockSession, silenceChromium } from './lock-down.ts';
import { lockWhenAway } from './lock-when-away.ts';
import { setMenu } from './menu.ts';
import { archiveAmong, FileFromSystem } from './offered-file.ts';
import { pickWithDialog } from './open-dialog.ts';
import { pickPathsWithDialog } from './paths-dialog.ts';
import { printByChromium } from './print-pdf.ts';
import { programPlace } from './program-place.ts';
import { refuseWithoutSandbox } from './refuse-without-sandbox.ts';
import { saveWithDialog } from './save-dialog.ts';
import { profileName, workspaceArgument } from './start-options.ts';
import { createReaderWindow, focusWindow, loadReader } from './window.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { env: environment, platform } = process;
const { folder, portable, isPortable } = workspacePlace({
  chosen: workspaceArgument(process.argv),
  environment,
  platform,
  place: programPlace({
    isPackaged: app.isPackaged,
    executable: process.execPath,
    project: join(here, '../..'),
    environment,
    platform,
  }),
});

/** What the system had Attest open. */
const offered = new FileFromSystem();

/** How long to wait for another host of the same workspace to end, in milliseconds. */
const lockWaitMs = 2000;

/** Where the profiles are; that of a portable Attest is beside the program, with whatever Chromium keeps elsewhere. */
function profilesFolder(): string {
  // Beside Electron's own folder, which on Windows and macOS is the workspace's: names differ there by more than case.
  if (portable === null) return `${app.getPath('userData')}-window`;
  const prepared = preparePortable(portable, { isWriting: true, environment });
  if (!prepared.ok) throw new Error(prepared.fault.message);
  const { profile } = prepared.value;
  Object.assign(environment, portableEnvironment(profile, platform));
  return profile;
}

/** The single-instance lock belongs to Chromium's profile: one for each workspace lets two workspaces be open at once. */
function chooseProfile(): void {
  // The stick is at another path on each computer.
  const profile = join(profilesFolder(), isPortable ? 'desktop' : profileName(folder));
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
}

function giveUp(message: string): void {
  dialog.showErrorBox('Attest cannot start', message);
  app.exit(1);
}

const giveUpOn = (error: unknown): void => giveUp(error instanceof Error ? error.message : String(error));

async function start(): Promise<void> {
  // Not a persistent partition: Chromium keeps nothing of what is read on the disk.
  const readerSession = session.fromPartition('reader', { cache: false });
  lockSession(readerSession);
  lockSession(session.defaultSession);
  serveReader(readerSession, join(here, '../renderer'));
  setMenu();

  let window: BrowserWindow | null = null;
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', (_event, args, workingDirectory) => {
    offered.offer(archiveAmong(args, workingDirectory));
    if (window) focusWindow(window);
  });
  const open = (listeners: EarlyListeners) =>
    openAttest({
      ...listeners,
      host: 'desktop',
      version: app.getVersion(),
      resources: join(here, '../../resources'),
      workspaceFolder: folder,
      isPortable,
      access: 'write',
      searchThread: join(here, 'search-thread.js'),
      lockWaitMs,
      exportThread: join(here, 'export-thread.js'),
      importThread: join(here, 'import-thread.js'),
      convertThread: join(here, 'convert-thread.js'),
      saveFile: saveWithDialog(() => window, ownFiles(folder)),
      offered,
      pickFile: pickWithDialog(() => window, offered),
      pickPaths: pickPathsWithDialog(() => window),
      printPdf: printByChromium(),
    });
  const opened = await openEarly(open, ({ message }) => giveUp(message));
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

function begin(): void {
  const refusal = refuseWithoutSandbox(process.argv, environment);
  if (refusal !== null) {
    giveUp(refusal);
    return;
  }
  chooseProfile();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  offered.offer(archiveAmong(process.argv, process.cwd()));
  // How macOS names it; also before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offered.offer(path);
  });
  app.whenReady().then(start).catch(giveUpOn);
}

registerAppScheme();
silenceChromium();
lockEveryPage();
try {
  begin();
} catch (error) {
  giveUpOn(error);
}
