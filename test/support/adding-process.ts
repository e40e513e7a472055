import { openAttest } from '../../electron/services/open-attest.ts';

// A process that adds the files of a folder to a workspace, to be killed: `node … WORKSPACE RESOURCES THREAD [FOLDER]`. Without a folder, it
// only opens the workspace, as a start after a crash does. It says how many files are done, a line each.
const [workspaceFolder = '', resources = '', convertThread = '', folder] = process.argv.slice(2);

const opened = await openAttest({
  host: 'desktop',
  version: '0',
  resources,
  workspaceFolder,
  access: 'write',
  lockWaitMs: 10_000,
  convertThread,
  saveFile: async () => {
    throw new Error('Nothing is saved here.');
  },
  pickPaths: async () => ({ paths: [folder ?? ''], isRecursive: true }),
});
if (!opened.ok) throw new Error(opened.fault.message);
opened.value.subscribe((event) => {
  if (event.type === 'adding' && event.adding) console.log(event.adding.done);
});
if (folder !== undefined) {
  await opened.value.call('beginAdding', { from: { kind: 'folder' }, versionOf: null, encoding: null });
}
// Until it is killed.
setInterval(() => undefined, 1_000);
