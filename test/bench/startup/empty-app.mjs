// The least that a desktop app can be: one window with one line of text. What Attest's start is compared with.
import { app, BrowserWindow, protocol } from 'electron';

const page = '<!doctype html><title>Empty</title><p data-start="0">One line.</p>';

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ width: 1360, height: 900 });
  return window.loadURL('app://empty/');
});
