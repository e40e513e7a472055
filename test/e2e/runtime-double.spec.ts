import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type DialogAnswer, type Double, launchDouble } from '../support/electron-double/launch-double.ts';
import type { Runtime } from '../support/runtime.ts';

/** A small correct application; each test puts one fault into it. */
const correctMain = `
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { join } from 'node:path';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
async function start() {
  protocol.handle('app', () => new Response('<!doctype html><title>Page</title>', { headers: { 'content-type': 'text/html' } }));
  session.defaultSession.setPermissionRequestHandler((contents, permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !url.startsWith('app:') }));
  ipcMain.handle('ask', async () => ({ answer: 1 }));
  const window = new BrowserWindow({
    webPreferences: { sandbox: true, contextIsolation: true, preload: join(import.meta.dirname, 'preload.cjs') },
  });
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  await window.loadURL('app://page/');
}
app.whenReady().then(start);
`;
const correctPreload = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('bridge', { ask: () => ipcRenderer.invoke('ask') });
`;

const outside = 'https://outside.invalid/';

interface Fault {
  /** Every text that is a key is in the main entry, and becomes its value. */
  readonly main?: Readonly<Record<string, string>>;
  readonly preload?: string;
  readonly answers?: readonly DialogAnswer[];
}

function withFault(source: string, fault: Readonly<Record<string, string>>): string {
  return Object.entries(fault).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The correct application does not have: ${from}`);
    return text.replace(from, to);
  }, source);
}

const test = base.extend<{ launch: (fault: Fault) => Promise<Double> }, { runtime: Runtime }>({
  runtime: ['double', { option: true, scope: 'worker' }],
  launch: async ({ runtime }, use) => {
    test.skip(runtime !== 'double', 'these tests are about the Electron double itself');
    const folder = await mkdtemp(join(tmpdir(), 'attest-double-'));
    const launched: Double[] = [];
    await use(async ({ main = {}, preload = correctPreload, answers = [] }) => {
      await writeFile(join(folder, 'main.mjs'), withFault(correctMain, main));
      await writeFile(join(folder, 'preload.cjs'), preload);
      const double = await launchDouble({
        entry: join(folder, 'main.mjs'),
        home: join(folder, 'home'),
        args: [],
        answers,
      });
      launched.push(double);
      return double;
    });
    for (const double of launched) await double.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
});

/** What the page's `bridge.ask()` gives: the answer, the words of the error, or `no bridge`. */
function ask({ page }: Double): Promise<unknown> {
  return page.evaluate(async () => {
    const { bridge } = window as unknown as { bridge?: { ask: () => Promise<unknown> } };
    if (!bridge) return 'no bridge';
    return bridge.ask().catch((error: unknown) => (error instanceof Error ? error.message : 'no error'));
  });
}

function leave({ page }: Double): Promise<void> {
  return page.evaluate((url) => {
    setTimeout(() => {
      window.location.href = url;
    });
  }, outside);
}

test('the correct application works on the double', async ({ launch }) => {
  const double = await launch({});
  expect(await ask(double)).toEqual({ answer: 1 });
  await leave(double);
  await double.page.evaluate((url) => {
    window.open(url);
    return fetch(url).catch(() => null);
  }, outside);
  await double.page.waitForTimeout(500);
  expect(double.page.context().pages().length).toBe(1);
  expect(double.reports.filter(({ type }) => type !== 'page')).toEqual([]);
  expect(await double.close()).toBe(0);
});

test('a top-level await of whenReady is reported as the deadlock it is', async ({ launch }) => {
  await expect(
    launch({ main: { 'app.whenReady().then(start)': 'await app.whenReady(); await start()' } }),
  ).rejects.toThrow('waits for ever');
});

test('a missing navigation rule lets the page leave', async ({ launch }) => {
  const double = await launch({
    main: {
      "'will-navigate'": "'did-finish-load'",
      "!url.startsWith('app:')": 'false',
      'event.preventDefault()': '{}',
    },
  });
  await leave(double);
  await expect.poll(() => double.reports).toContainEqual({ type: 'outside-request', url: outside });
});

test('a missing rule for requests lets them out', async ({ launch }) => {
  const double = await launch({ main: { "!url.startsWith('app:')": 'false' } });
  await double.page.evaluate((url) => fetch(url).catch(() => null), outside);
  await expect.poll(() => double.reports).toContainEqual({ type: 'outside-request', url: outside });
});

test('a missing window-open rule lets a window open', async ({ launch }) => {
  const double = await launch({
    main: { "window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));": '' },
  });
  await double.page.evaluate((url) => void window.open(url), outside);
  await expect.poll(() => double.page.context().pages().length).toBe(2);
  await expect.poll(() => double.reports).toContainEqual({ type: 'outside-request', url: outside });
});

test('missing permission rules grant everything', async ({ launch }) => {
  const double = await launch({
    main: {
      'session.defaultSession.setPermissionRequestHandler((contents, permission, decide) => decide(false));': '',
      'session.defaultSession.setPermissionCheckHandler(() => false);': '',
    },
  });
  const state = await double.page.evaluate(
    async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  );
  expect(state).toBe('granted');
});

test('without isolation the preload cannot expose a bridge', async ({ launch }) => {
  const double = await launch({ main: { 'contextIsolation: true': 'contextIsolation: false' } });
  expect(await ask(double)).toBe('no bridge');
});

test('a preload that requires a module of Node does not run', async ({ launch }) => {
  const double = await launch({ preload: `require('node:fs');${correctPreload}` });
  expect(await ask(double)).toBe('no bridge');
  expect(double.reports).toContainEqual({
    type: 'preload-error',
    message: expect.stringContaining('module not found: node:fs'),
  });
});

test('what the preload keeps to itself is out of reach of the page', async ({ launch }) => {
  const double = await launch({ preload: `globalThis.secret = 1; document.title = 'shared';${correctPreload}` });
  expect(await ask(double)).toEqual({ answer: 1 });
  expect(await double.page.evaluate(() => 'secret' in window)).toBe(false);
});

test('an answer that cannot be cloned is an error in Electron’s words', async ({ launch }) => {
  const double = await launch({ main: { '({ answer: 1 })': '({ answer: () => 1 })' } });
  expect(await ask(double)).toBe("Error invoking remote method 'ask': Error: An object could not be cloned.");
});

test('an error of a handler and a missing handler are errors in Electron’s words', async ({ launch }) => {
  const throwing = await launch({ main: { '({ answer: 1 })': '{ throw new TypeError("no") }' } });
  expect(await ask(throwing)).toBe("Error invoking remote method 'ask': TypeError: no");
  await throwing.kill();
  const missing = await launch({ main: { "ipcMain.handle('ask'": "ipcMain.handle('other'" } });
  expect(await ask(missing)).toBe("Error invoking remote method 'ask': Error: No handler registered for 'ask'");
});

test('a page is printed to a PDF, and runs no script where it may not', async ({ launch }) => {
  const double = await launch({
    main: {
      '<!doctype html><title>Page</title>': '<!doctype html><title>Page</title><script>document.title = "run"</script>',
      '({ answer: 1 })': `{
        const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } });
        await hidden.loadURL('app://page/');
        const pdf = await hidden.webContents.printToPDF({ printBackground: true });
        hidden.destroy();
        return String(pdf.subarray(0, 5));
      }`,
    },
  });
  expect(await double.page.title()).toBe('run');
  expect(await ask(double)).toBe('%PDF-');
  expect(double.reports).toContainEqual(
    expect.objectContaining({ type: 'printed', url: 'app://page/', title: 'Page' }),
  );
});

test('what the double does not model ends the application with the reason', async ({ launch }) => {
  await expect(launch({ main: { 'sandbox: true': 'sandbox: false' } })).rejects.toThrow(
    'does not model webPreferences.sandbox',
  );
  await expect(launch({ main: { 'sandbox: true': 'sandbox: true, images: false' } })).rejects.toThrow('option images');
  await expect(launch({ main: { 'async function start() {': 'async function start() { app.dock;' } })).rejects.toThrow(
    'app.dock',
  );
});

test('a dialog that the test did not expect ends the application with the reason', async ({ launch }) => {
  const main = { 'async function start() {': "async function start() { dialog.showErrorBox('Title', 'Content');" };
  await expect(launch({ main })).rejects.toThrow('showErrorBox, for which the test gave no answer');
  await expect(launch({ main, answers: [{ dialog: 'showErrorBox', value: null }] })).resolves.toBeTruthy();
});
