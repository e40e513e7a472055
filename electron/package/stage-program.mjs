import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folders of a build that are the program; the stamp and the lock beside them are not. */
const builtFolders = ['main', 'preload', 'renderer'];

const licences = ['LICENSE', 'THIRD_PARTY_NOTICES.txt'];

/** What of package.json the program and the makers of packages read. */
const keptFields = ['name', 'version', 'description', 'license', 'type', 'main'];

/** @param {string} folder @returns {Promise<string[]>} the files in it, relative, in one order on every system */
async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(folder.length + 1)).sort();
}

/**
 * Written anew rather than copied: whether a file may be executed is part of the archive, and is no matter of who
 * checked it out how.
 *
 * @param {string} from
 * @param {string} to
 */
async function putFile(from, to) {
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, await readFile(from), { mode: 0o644 });
}

/** @param {string} from @param {string} to */
async function putFolder(from, to) {
  for (const file of await listFiles(from)) await putFile(join(from, file), join(to, file));
}

/**
 * Puts into `folder` what a package has of Attest, and nothing else: the build, the resources, the licences, and a
 * package.json without what is only for making it.
 *
 * @param {string} project the project folder, built
 * @param {string} folder which is empty or not there
 */
export async function stageProgram(project, folder) {
  await mkdir(folder, { recursive: true });
  for (const name of builtFolders) await putFolder(join(project, 'out', name), join(folder, 'out', name));
  await putFolder(join(project, 'resources'), join(folder, 'resources'));
  for (const name of licences) await putFile(join(project, name), join(folder, name));
  const description = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  const kept = Object.fromEntries(keptFields.map((field) => [field, description[field]]));
  // By its name systems tell which window belongs to which entry of their menus.
  const reduced = { ...kept, author: 'The Attest developers', desktopName: 'attest.desktop' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(reduced, null, 2)}\n`, { mode: 0o644 });
}
