import { checkFiles, type GivenFile, type ReleaseCheck, standingOf } from '../../../core/release.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { readReleaseKeys } from './release-keys.ts';
import { verifyRelease } from './verify-release.ts';

/** The program that is running: its version, and the folder with its resources, in which its keys are. */
export interface RunningProgram {
  readonly version: string;
  readonly resources: string;
}

/** Checks a manifest and the files that are to be installed with it. Fails where the manifest is not what was signed. */
export async function checkRelease(
  manifest: string,
  found: readonly GivenFile[],
  { version, resources }: RunningProgram,
): Promise<Result<ReleaseCheck>> {
  const verified = verifyRelease(manifest, await readReleaseKeys(resources));
  if (!verified.ok) return verified;
  const { release, key } = verified.value;
  return succeed({
    version: release.version,
    date: release.date,
    running: version,
    standing: standingOf(release.version, version),
    key,
    ...checkFiles(release, found),
  });
}
