import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Found by the tools that set fuses; after it come the version of the wire, its length, and a digit for each fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As Electron brings them: what protects is off, what debugs is on. Longer than the wire that is known to the tools. */
const factoryFuses = '101100011';

const wire = Buffer.concat([
  Buffer.from(`no program: a stand-in for Electron's\0${sentinel}`),
  Buffer.from([1, factoryFuses.length]),
  Buffer.from(factoryFuses),
]);

/** @param {string} path @param {string | Uint8Array} content */
async function put(path, content) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { mode: 0o755 });
}

/** @param {string} name @param {string} identifier */
function plist(name, identifier) {
  const entries = {
    CFBundleExecutable: name,
    CFBundleName: name,
    CFBundleIdentifier: identifier,
    CFBundleVersion: '0',
  };
  const lines = Object.entries(entries).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${lines.join('')}</dict></plist>
`;
}

/** A Windows program with nothing in it but the resources that are edited: electron-builder reads it as one. */
function emptyWindowsProgram() {
  const require = createRequire(import.meta.resolve('electron-builder'));
  const { NtExecutable, NtExecutableResource, Resource } = createRequire(require.resolve('app-builder-lib'))('resedit');
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

/** @param {string} folder */
async function makeMacRuntime(folder) {
  const contents = join(folder, 'Electron.app', 'Contents');
  const frameworks = join(contents, 'Frameworks');
  await put(join(contents, 'Info.plist'), plist('Electron', 'com.github.Electron'));
  await put(join(contents, 'MacOS', 'Electron'), 'no program');
  await mkdir(join(contents, 'Resources'), { recursive: true });
  await put(join(frameworks, 'Electron Framework.framework', 'Electron Framework'), wire);
  for (const suffix of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
    const name = `Electron Helper${suffix}`;
    const helper = join(frameworks, `${name}.app`, 'Contents');
    await put(join(helper, 'Info.plist'), plist(name, 'com.github.Electron.helper'));
    await put(join(helper, 'MacOS', name), 'no program');
  }
}

/**
 * Makes a folder that has the shape of Electron's runtime, and fuses to set, and cannot run: for packages that are made
 * to be looked into where the runtime cannot be had.
 *
 * @param {string} folder
 * @param {'linux' | 'windows' | 'mac'} system
 */
export async function makeStandInRuntime(folder, system) {
  if (system === 'mac') await makeMacRuntime(folder);
  if (system === 'linux') await put(join(folder, 'electron'), wire);
  if (system === 'windows') await put(join(folder, 'electron.exe'), Buffer.concat([emptyWindowsProgram(), wire]));
  if (system !== 'mac') await mkdir(join(folder, 'resources'), { recursive: true });
  await put(join(folder, 'LICENSE'), 'The licence of Electron belongs here.\n');
  await put(join(folder, 'LICENSES.chromium.html'), 'The licences of Chromium belong here.\n');
  await put(join(folder, 'version'), '0.0.0');
}
