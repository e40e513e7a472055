import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from './resolve-electron.mjs';

/**
 * The first file of the child process: runs the application's built main entry with the double in Electron's place.
 * Arguments: the entry, then what the application is to see as its own arguments.
 */
const [nodePath, , entry, ...args] = process.argv;

/** Longer than any entry takes that does not wait for `ready`, in milliseconds. */
const entryLimitMs = 10_000;

if (module.registerHooks) module.registerHooks({ resolve });
else module.register('./resolve-electron.mjs', import.meta.url);

process.argv = [nodePath, entry, ...args];
process.on('disconnect', () => process.exit(1));
const { becomeReady, showReady } = await import('./ready.mjs');

const deadlock = setTimeout(() => {
  process.stderr.write(
    'The main entry did not finish. Electron is ready only after it has, so a top-level await of whenReady() waits for ever.\n',
  );
  process.exit(1);
}, entryLimitMs);
await import(pathToFileURL(entry).href);
clearTimeout(deadlock);
await becomeReady();
showReady();
