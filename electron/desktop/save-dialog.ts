import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { succeed } from '../../core/result.ts';
import type { SaveFile } from '../services/ports.ts';
import { writeExport } from '../services/write-export.ts';

/** Lets the user choose where an export goes, in a dialog that belongs to the window `currentWindow` gives, and writes it there, but never over what is `guarded`. */
export function saveWithDialog(currentWindow: () => BrowserWindow | null, guarded: readonly string[]): SaveFile {
  return async (file, signal) => {
    const extension = extname(file.suggestedName).slice(1);
    const options = {
      title: 'Save the export',
      defaultPath: join(app.getPath('documents'), file.suggestedName),
      properties: ['dontAddToRecent' as const], // Windows would list it.
      filters: [
        // A file that was imported may have a name without one.
        ...(extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }]),
        { name: 'All files', extensions: ['*'] },
      ],
    };
    const window = currentWindow();
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    if (canceled || !filePath || signal.aborted) return succeed({ outcome: 'cancelled' });
    return writeExport(filePath, file, guarded);
  };
}
