import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { succeed } from '../../core/result.ts';
import type { PickFile } from '../services/ports.ts';
import type { FileFromSystem } from './offered-file.ts';

const extensions = ['attest', 'jsonld', 'json', 'qdpx', 'qdc', 'sqlite3', 'sqlite', 'db', 'csv'];

/**
 * Gives the file that the system offered, or else lets the user choose one, in a dialog that belongs to the window
 * `currentWindow` gives.
 */
export function pickWithDialog(currentWindow: () => BrowserWindow | null, offered: FileFromSystem): PickFile {
  return async (_upload, signal) => {
    const path = offered.take();
    if (path !== null) return succeed({ source: path, name: basename(path) });
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
    const [chosen] = filePaths;
    if (canceled || chosen === undefined || signal.aborted) return succeed(null);
    return succeed({ source: chosen, name: basename(chosen) });
  };
}
