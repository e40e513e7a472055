import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import { temporarySuffix } from '../store/write-file-durably.ts';

/** Where Chromium keeps what it keeps, in the folder of a portable Attest. */
const profileName = 'profile';

/** Whoever may write beside a program could have put a folder there to read what others write. */
const belongsToAnother = (folder: string): boolean => {
  const own = process.getuid?.();
  return own !== undefined && own !== 0 && statSync(folder).uid !== own;
};

const probeIn = (folder: string): string => join(folder, `.${randomBytes(6).toString('hex')}${temporarySuffix}`);

/** Chromium marks its profile as in use by a symbolic link, which the file systems of most sticks do not know. */
function holdsLinks(folder: string, makeLink: (to: string, path: string) => void): boolean {
  if (process.platform === 'win32') return true;
  const probe = probeIn(folder);
  try {
    makeLink('nothing', probe);
    rmSync(probe);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}

/** A profile that is in memory and gone when its user logs out, the same at each start; a temporary one where there is no such folder. */
function profileOfSession(folder: string, environment: NodeJS.ProcessEnv): string {
  const { XDG_RUNTIME_DIR: runtime } = environment;
  if (!runtime) return mkdtempSync(join(tmpdir(), 'attest-profile-'));
  return join(runtime, `attest-profile-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

/** What decides where Chromium's profile can be; `makeLink` is for tests. */
interface Ground {
  readonly isWriting: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly makeLink?: (to: string, path: string) => void;
}

/**
 * Makes sure that a portable Attest can keep its work in `folder`, before anything is opened, and gives the folder for
 * Chromium's profile: in it, or, on a disk that Chromium cannot have one on, where it is gone with the session. Fails with
 * one sentence where the folder is another account's, or, with `isWriting`, where nothing can be written.
 */
export function preparePortable(
  folder: string,
  { isWriting, environment, makeLink = symlinkSync }: Ground,
): Result<{ readonly profile: string }> {
  try {
    if (belongsToAnother(folder)) {
      return fail(
        'invalid',
        say(
          /*i18n*/ 'The folder {folder} beside the program belongs to another account, who could read your work there: make a new one, or start Attest with --workspace and a folder of your own.',
          { folder },
        ),
      );
    }
    if (!isWriting) return succeed({ profile: join(folder, profileName) });
    const probe = probeIn(folder);
    writeFileSync(probe, '');
    rmSync(probe);
    const profile = holdsLinks(folder, makeLink) ? join(folder, profileName) : profileOfSession(folder, environment);
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    return succeed({ profile });
  } catch (error) {
    if (!(error instanceof Error && isSystemError(error))) throw error;
    return fail(
      'not-saved',
      say(
        /*i18n*/ 'This Attest is portable and keeps everything in {folder}, but nothing can be written there, because {why} Or start Attest with --workspace and another folder.',
        { folder, why: describeSystemError(error) },
      ),
    );
  }
}

/**
 * What has Chromium keep beside the program, on Linux, what it would otherwise keep in its user's home whatever its
 * profile is: caches, data, and the reports of its crashes.
 */
export function portableEnvironment(profile: string, platform: NodeJS.Platform): Readonly<Record<string, string>> {
  if (platform !== 'linux') return {};
  return {
    XDG_CACHE_HOME: join(profile, 'cache'),
    XDG_DATA_HOME: join(profile, 'data'),
    BREAKPAD_DUMP_LOCATION: join(profile, 'crashes'),
  };
}
