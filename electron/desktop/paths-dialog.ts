import { type BrowserWindow, dialog } from 'electron';
import type { PickPaths } from '../services/ports.ts';

const properties = {
  file: ['openFile', 'dontAddToRecent'],
  files: ['openFile', 'multiSelections', 'dontAddToRecent'],
  folder: ['openDirectory', 'dontAddToRecent'],
} as const satisfies Record<string, Electron.OpenDialogOptions['properties']>;

/** What is read; other files can be chosen too, and are told what they are. */
const extensions = [
  'txt',
  'text',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
  'mht',
  'mhtml',
  'docx',
  'pdf',
  'epub',
  'eml',
];

/** Lets the user choose what is to be added, in a dialog that belongs to the window `currentWindow` gives; a folder with all that is in it. */
export function pickPathsWithDialog(currentWindow: () => BrowserWindow | null): PickPaths {
  return async (kind) => {
    const options: Electron.OpenDialogOptions = {
      title: 'Add statements',
      properties: [...properties[kind]],
      ...(kind === 'folder'
        ? {}
        : {
            filters: [
              { name: 'Documents', extensions },
              { name: 'All files', extensions: ['*'] },
            ],
          }),
    };
    const window = currentWindow();
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return canceled || filePaths.length === 0 ? null : { paths: filePaths, isRecursive: true };
  };
}
