import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** How the desktop app runs. */
interface RunningApp {
  readonly isPackaged: boolean;
  readonly executable: string;
  /** The project's folder, where it runs from its sources. */
  readonly project: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The folder that the program lies in as its user sees it: that of the .AppImage file, of the portable .exe, of the .app,
 * else of the executable; from the sources the project's.
 */
export function programPlace({ isPackaged, executable, project, environment, platform }: RunningApp): string {
  if (!isPackaged) return project;
  if (platform === 'darwin') {
    const bundle = join(dirname(executable), '..', '..');
    return bundle.endsWith('.app') ? dirname(bundle) : dirname(executable);
  }
  if (platform === 'win32') return environment['PORTABLE_EXECUTABLE_DIR'] || dirname(executable);
  const { APPIMAGE: image, APPDIR: mounted } = environment;
  // Whatever another AppImage starts inherits its variables: they are ours only where we run from what it names.
  if (image && mounted && isInside(executable, mounted)) return dirname(image);
  return dirname(executable);
}
