import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strict } from './strict.mjs';

const home = process.env.ELECTRON_DOUBLE_HOME;
const paths = new Map(
  ['home', 'appData', 'userData', 'temp', 'documents', 'downloads'].map((name) => [name, join(home, name)]),
);
for (const path of paths.values()) mkdirSync(path, { recursive: true });

/** The switches that the application gave, for Chromium. */
export const switches = [];

/** The windows that are open. */
export const openWindows = new Set();

function packageOf(entry) {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  }
  return {};
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

class App extends EventEmitter {
  commandLine = strict(
    { appendSwitch: (name, value) => switches.push(value === undefined ? `--${name}` : `--${name}=${value}`) },
    'app.commandLine',
  );
  isPackaged = false;
  ready = false;
  quitting = false;

  isReady() {
    return this.ready;
  }

  whenReady() {
    return this.ready ? Promise.resolve() : new Promise((resolve) => this.once('ready', () => resolve()));
  }

  getVersion() {
    return packageOf(process.argv[1]).version;
  }

  getName() {
    return packageOf(process.argv[1]).name;
  }

  getPath(name) {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name, path) {
    if (!existsSync(path)) throw new Error(`The folder ${path} does not exist.`);
    paths.set(name, path);
  }

  requestSingleInstanceLock() {
    const folder = this.getPath('userData');
    const lock = join(folder, 'SingletonLock');
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(lock, 'utf8'));
      if (isAlive(holder)) {
        writeFileSync(join(folder, `second-${process.pid}`), JSON.stringify(process.argv));
        return false;
      }
      rmSync(lock);
      return this.requestSingleInstanceLock();
    }
    process.on('exit', () => rmSync(lock, { force: true }));
    const seen = new Set();
    watch(folder, { persistent: false }, (_kind, name) => {
      if (!name?.startsWith('second-') || seen.has(name)) return;
      const args = readFileSync(join(folder, name), 'utf8');
      if (args === '') return; // It is there and not written yet: that is told next.
      seen.add(name);
      this.emit('second-instance', {}, JSON.parse(args), process.cwd());
    });
    return true;
  }

  quit() {
    this.quitting = true;
    this.emit('before-quit', { preventDefault: () => {} });
    if (openWindows.size === 0) this.finishQuit();
    for (const window of openWindows) window.close();
  }

  /** A window refused to close. */
  abandonQuit() {
    this.quitting = false;
  }

  afterWindowClosed() {
    if (openWindows.size > 0) return;
    if (this.quitting) this.finishQuit();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  finishQuit() {
    this.emit('will-quit', { preventDefault: () => {} });
    this.exit(0);
  }

  exit(code = 0) {
    this.emit('quit', {}, code);
    process.exit(code);
  }
}

/** Electron's `app`, as far as it is modelled. */
export const app = strict(new App(), 'app');
