import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { succeed } from '../../core/result.ts';
import type { PickFile } from '../services/ports.ts';

const extensions = ['attest', 'jsonld', 'json', 'qdpx', 'qdc', 'sqlite3', 'sqlite', 'db', 'csv'];

/** Lets the user choose a file to be read, in a dialog that belongs to the window `currentWindow` gives. */
export function pickWithDialog(currentWindow: () => BrowserWindow | null): PickFile {
  return async (_upload, signal) => {
    const options: Electron.OpenDialogOptions = {
      title: 'Import',
      properties: ['openFile', 'dontAddToRecent'],
      filters: [
        { name: 'Work', extensions },
        { name: 'All files', extensions: ['*'] },
      ],
    };
    const window = currentWindow();
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    const [path] = filePaths;
    if (canceled || path === undefined || signal.aborted) return succeed(null);
    return succeed({ source: path, name: basename(path) });
  };
}
