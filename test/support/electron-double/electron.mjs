import { join } from 'node:path';
import { app } from './app.mjs';
import { BrowserWindow } from './browser-window.mjs';
import { takeAnswer, tellTest } from './control.mjs';
import { ipcMain } from './ipc-main.mjs';
import { powerMonitor } from './power-monitor.mjs';
import { protocol, session } from './session.mjs';
import { strict } from './strict.mjs';

const roles = new Set([
  ...['cut', 'copy', 'paste', 'selectAll', 'undo', 'redo'],
  ...['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'quit'],
]);

function checkMenu(template) {
  for (const { role, type, label, submenu } of template) {
    if (role !== undefined && !roles.has(role)) throw new Error(`The double does not know the menu role ${role}.`);
    if (role === undefined && type !== 'separator' && !label) throw new Error('A menu entry needs a label or a role.');
    if (submenu) checkMenu(submenu);
  }
}

const Menu = strict(
  {
    buildFromTemplate: (template) => {
      checkMenu(template);
      return { items: template };
    },
    setApplicationMenu: () => {},
  },
  'Menu',
);

/** Dialogs are answered by the test: a path, a folder (the suggested name is kept), `null` for Cancel; a button's number. */
const dialog = strict(
  {
    showSaveDialog: async (...args) => {
      const answer = takeAnswer('showSaveDialog');
      const { defaultPath } = args.at(-1);
      if (answer === null) return { canceled: true, filePath: '' };
      const filePath = answer.path ?? join(answer.folder, defaultPath.split(/[\\/]/u).at(-1));
      tellTest({ type: 'saving', path: filePath });
      return { canceled: false, filePath };
    },
    showOpenDialog: async () => {
      const answer = takeAnswer('showOpenDialog');
      return { canceled: answer === null, filePaths: answer ?? [] };
    },
    showMessageBox: async (...args) => {
      tellTest({ type: 'message-box', message: args.at(-1).message });
      return { response: takeAnswer('showMessageBox'), checkboxChecked: false };
    },
    showErrorBox: (title, content) => {
      process.stderr.write(`${title}: ${content}\n`);
      takeAnswer('showErrorBox');
    },
  },
  'dialog',
);

export { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session };
export default { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session };
