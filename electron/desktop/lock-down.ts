import { app, type Session, type WebContents, type WebPreferences } from 'electron';
import { isAppUrl } from './app-url.ts';

/** How much of Node the page gets: none. */
export const lockedPreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  spellcheck: false,
};

/** Stops what Chromium does on the network by itself. Only has an effect before the application is ready. */
export function silenceChromium(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-quic',
    'dns-prefetch-disable',
    'no-proxy-server', // Looking for a proxy asks the network.
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** The only permission the reader needs: putting a citation on the clipboard. */
function isAllowed(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isAppUrl(origin);
}

/** Whether a request stays inside the program: our own files, and pictures that are part of the page. */
function staysInside(url: string): boolean {
  return isAppUrl(url) || url.startsWith('data:');
}

/** Keeps a session from fetching a dictionary. */
export function stopSpelling(session: Session): void {
  session.setSpellCheckerEnabled(false);
  // Even a disabled spelling checker has fetched dictionaries: this address leads nowhere.
  session.setSpellCheckerDictionaryDownloadURL('https://dictionaries.invalid/');
}

/** Denies a session every permission but writing to the clipboard, and every request but those for the reader's files. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) => {
    decide(isAllowed(permission, requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !staysInside(url) }));
  stopSpelling(session);
}

/** Keeps a page where it is: it cannot go to another address, open a window or find out network addresses. */
function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Keeps every page of the program where it is, from its making, whoever makes it. */
export function lockEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}
