import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy, printedPagePolicy } from '../../../electron/services/content-security-policy.ts';

const project = join(import.meta.dirname, '../../..');
const switches = new Map<string, string | undefined>();
const appListeners = new Map<string, (event: unknown, contents: WebContents) => void>();

vi.mock('electron', () => ({
  app: {
    commandLine: { appendSwitch: (name: string, value?: string) => switches.set(name, value) },
    on: (name: string, listener: (event: unknown, contents: WebContents) => void) => appListeners.set(name, listener),
  },
}));

const { lockedPreferences, lockEveryPage, lockSession, silenceChromium } = await import(
  '../../../electron/desktop/lock-down.ts'
);

/** The sources of the program that run in Electron: the main process and the preload. */
const sources = ['electron/desktop', 'electron/preload']
  .flatMap((folder) => readdirSync(join(project, folder)).map((name) => join(project, folder, name)))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** What `lockSession` has set. */
const session = {
  decideRequest: (_permission: string, _url: string): boolean => true,
  decideCheck: (_permission: string, _origin: string): boolean => true,
  cancels: (_url: string): boolean => false,
  spelling: true,
  dictionaries: '',
};

beforeAll(() => {
  type Decide = (isGranted: boolean) => void;
  const fake = {
    setPermissionRequestHandler: (
      handler: (contents: null, permission: string, decide: Decide, details: { requestingUrl: string }) => void,
    ) => {
      session.decideRequest = (permission, requestingUrl) => {
        let decision = true;
        handler(null, permission, (isGranted) => (decision = isGranted), { requestingUrl });
        return decision;
      };
    },
    setPermissionCheckHandler: (handler: (contents: null, permission: string, origin: string) => boolean) => {
      session.decideCheck = (permission, origin) => handler(null, permission, origin);
    },
    webRequest: {
      onBeforeRequest: (
        listener: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void,
      ) => {
        session.cancels = (url) => {
          let isCancelled = false;
          listener({ url }, ({ cancel }) => (isCancelled = cancel));
          return isCancelled;
        };
      },
    },
    setSpellCheckerEnabled: (isEnabled: boolean) => {
      session.spelling = isEnabled;
    },
    setSpellCheckerDictionaryDownloadURL: (url: string) => {
      session.dictionaries = url;
    },
  };
  lockSession(fake as unknown as Session); // As much of it as the lock-down uses.
  silenceChromium();
  lockEveryPage();
});

/** What a page tries, and whether it was stopped, by the name of the event. */
function tryLeaving(name: string): boolean {
  const listeners = new Map<string, (event: { preventDefault: () => void }) => void>();
  const contents = {
    on: (event: string, listener: (event: { preventDefault: () => void }) => void) => listeners.set(event, listener),
    setWindowOpenHandler: (handler: () => { action: string }) =>
      listeners.set('window-open', (event) => {
        if (handler().action === 'deny') event.preventDefault();
      }),
    setWebRTCIPHandlingPolicy: () => undefined,
  };
  appListeners.get('web-contents-created')?.({}, contents as unknown as WebContents); // As much as the rules use.
  let isStopped = false;
  listeners.get(name)?.({ preventDefault: () => (isStopped = true) });
  return isStopped;
}

const outside = [
  'https://outside.invalid/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'ws://outside.invalid/',
  'ftp://a/',
];

/** https://www.electronjs.org/docs/latest/tutorial/security, its numbers and its order. What no test can show is in docs/security.md. */
describe('Electron’s security checklist', () => {
  it('1: only secure content is loaded, which is the program’s own', () => {
    for (const url of outside) expect(session.cancels(url), url).toBe(true);
    for (const url of ['app://attest/', 'app://attest/assets/a.js', 'data:image/png;base64,']) {
      expect(session.cancels(url), url).toBe(false);
    }
    for (const url of ['app://print/', 'app://attest.example/', 'blob:https://a/1', 'chrome://settings/', '']) {
      expect(session.cancels(url), url).toBe(true);
    }
    expect(sources.match(/\.loadURL\([^)]*\)|\.loadFile\([^)]*\)/gu)).toEqual([
      '.loadURL(pageUrl)',
      '.loadURL(appUrl)',
    ]);
  });

  it('2: no page has Node', () => {
    expect(lockedPreferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
    const windows = sources.match(/new BrowserWindow\(/gu) ?? [];
    expect(sources.match(/webPreferences: \{ \.\.\.lockedPreferences, session(?:: printSession)?,/gu)).toHaveLength(
      windows.length,
    );
  });

  it('3 and 4: pages are isolated from the preload, and every process of a page is in its sandbox', () => {
    expect(lockedPreferences).toMatchObject({ contextIsolation: true, sandbox: true });
    expect(sources).not.toMatch(/(?<!includes\('--)no-sandbox|contextIsolation: false|sandbox: false/u);
  });

  it('5: a page gets no permission but to write what was selected to the clipboard', () => {
    const names = [
      'clipboard-read',
      'display-capture',
      'fileSystem',
      'fullscreen',
      'geolocation',
      'hid',
      'idle-detection',
      'keyboardLock',
      'media',
      'mediaKeySystem',
      'midi',
      'midiSysex',
      'notifications',
      'openExternal',
      'pointerLock',
      'serial',
      'speaker-selection',
      'storage-access',
      'top-level-storage-access',
      'unknown',
      'usb',
      'window-management',
    ];
    for (const name of names) {
      expect(session.decideRequest(name, 'app://attest/'), name).toBe(false);
      expect(session.decideCheck(name, 'app://attest'), name).toBe(false);
    }
    for (const [url, isGranted] of [
      ['app://attest/', true],
      ['https://outside.invalid/', false],
    ] as const) {
      expect(session.decideRequest('clipboard-sanitized-write', url)).toBe(isGranted);
      expect(session.decideCheck('clipboard-sanitized-write', url)).toBe(isGranted);
    }
  });

  it('6, 8, 9 and 10: nothing that protects a page is turned off, and nothing experimental on', () => {
    expect(sources).not.toMatch(
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|disable-web-security|ignore-certificate/u,
    );
  });

  it('7: the policy lets nothing in from elsewhere, and no text become code', () => {
    const rules = new Map(contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule] as const));
    expect(rules.get('default-src')).toBe("default-src 'none'");
    const allowed = new Set(["'self'", "'none'", 'data:', "'script'"]);
    for (const rule of rules.values()) {
      for (const source of rule.split(' ').slice(1)) expect(allowed.has(source), rule).toBe(true);
    }
    expect(rules.get('script-src')).toBe("script-src 'self'");
    expect(contentSecurityPolicy.split('; ').filter((rule) => rule.includes('data:'))).toEqual([
      "img-src 'self' data:",
    ]);
    expect(printedPagePolicy).not.toMatch(/script-src|https?:|\*/u);
  });

  it('11 and 12: there are no web views, and none can be attached', () => {
    expect(lockedPreferences.webviewTag).toBe(false);
    expect(tryLeaving('will-attach-webview')).toBe(true);
    expect(sources).not.toMatch(/allowpopups/iu);
  });

  it('13: no page goes anywhere, nor any frame in it', () => {
    expect(tryLeaving('will-navigate')).toBe(true);
    expect(tryLeaving('will-frame-navigate')).toBe(true);
  });

  it('14: no page opens a window', () => {
    expect(tryLeaving('window-open')).toBe(true);
  });

  it('15: nothing is handed to another program to open', () => {
    expect(sources).not.toMatch(/openExternal|openPath|\bshell\b/u);
  });

  it('16: the Electron that is asked for is an exact version', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/u);
  });

  it('18: no page is a file', () => {
    expect(sources).not.toMatch(/loadFile|registerFileProtocol|file:\/\/\//u);
    expect(session.cancels('file:///etc/passwd')).toBe(true);
  });

  it('20: the bridge has two functions, and gives the page nothing of Electron', () => {
    const preload = readFileSync(join(project, 'electron/preload/index.ts'), 'utf8');
    expect(preload.match(/ipcRenderer\.\w+/gu)).toEqual([
      'ipcRenderer.invoke',
      'ipcRenderer.on',
      'ipcRenderer.removeListener',
    ]);
    expect(preload.match(/exposeInMainWorld\([^)]*\)/gu)).toEqual(["exposeInMainWorld('attest', bridge)"]);
    // The event carries its sender, by which a page could send whatever it likes.
    expect(preload).toContain('(_event: IpcRendererEvent, event: AttestEvent): void => listener(event)');
  });
});

describe('Chromium on the desktop', () => {
  it('is told to keep off the network before it starts, and knows no address', () => {
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    for (const name of [
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'disable-quic',
      'dns-prefetch-disable',
      'no-pings',
      'no-proxy-server',
    ]) {
      expect(switches.has(name), name).toBe(true);
    }
  });

  it('fetches no dictionary to check spelling by', () => {
    expect(lockedPreferences.spellcheck).toBe(false);
    expect(session.spelling).toBe(false);
    expect(new URL(session.dictionaries).hostname).toMatch(/\.invalid$/u);
  });

  it('has no updater and no reports of crashes or use', () => {
    expect(sources).not.toMatch(/autoUpdater|crashReporter|net\.request|net\.fetch|telemetry|analytics/u);
  });
});
