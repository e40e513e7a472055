import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

const commandNames = ['soffice', 'libreoffice'];
const wellKnownPaths = [
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** How long LibreOffice may take for a file: it makes itself a new profile first. */
export const libreOfficeTimeoutMs = 180_000;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of LibreOffice's program; `null` where it is not installed. */
function findLibreOffice(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => commandNames.map((name) => join(folder, name)));
  return [...candidates, ...wellKnownPaths].find(isProgram) ?? null;
}

/** Why the tests that need LibreOffice are skipped, for their names; empty where it is there. */
export const withoutLibreOffice = findLibreOffice() === null ? ' (skipped: LibreOffice is not installed)' : '';

/**
 * Has LibreOffice open the file `name` with `bytes` and save it as `target`: an extension, with the name and the options of
 * a filter where they are wanted, as `csv:Text - txt - csv (StarCalc):44,34,76`. Each call has a profile of its own.
 */
export async function convertByLibreOffice(name: string, bytes: Uint8Array, target: string): Promise<Buffer> {
  const program = findLibreOffice();
  if (program === null) throw new Error('LibreOffice is not installed.');
  const folder = await temporaryFolder();
  const input = join(folder, name);
  await writeFile(input, bytes);
  const output = join(folder, 'converted');
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await run(program, [profile, '--headless', '--convert-to', target, '--outdir', output, input], {
    timeout: libreOfficeTimeoutMs,
  });
  const extension = target.replace(/:.*$/u, '');
  return await readFile(join(output, `${basename(name, extname(name))}.${extension}`));
}
