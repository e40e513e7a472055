import { z } from 'zod';

/** The longest manifest of a release that is read, in bytes. */
export const longestManifest = 65_536;

/** The most files that a release has, or that are checked at a time. */
export const mostReleaseFiles = 50;

/** No installer is larger, in bytes. */
const largestInstaller = 4 * 1024 ** 3;

/** A version of Attest: three numbers, so that of any two it is plain which is newer. */
const Version = z.string().regex(/^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/u);

/** A bare file name that means the same on every system, and no other folder. */
const FileName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$/u);

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** A file as it is, or as it is to be: its name, its size in bytes and its SHA-256 in hex. */
export const ReleaseFile = z.strictObject({
  name: FileName,
  size: z.int().positive().max(largestInstaller),
  sha256: Sha256,
});
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** A file that somebody has: it may be called anything. */
export const GivenFile = z.object({ name: z.string().max(1000), size: z.int().nonnegative(), sha256: Sha256 });
export type GivenFile = z.infer<typeof GivenFile>;

/** What is signed: a version of Attest, its day (ISO 8601), and its installers. */
export const Release = z.strictObject({
  format: z.literal('attest-release'),
  formatVersion: z.literal(1),
  version: Version,
  date: z.iso.date(),
  files: z
    .array(ReleaseFile)
    .min(1)
    .max(mostReleaseFiles)
    .refine((files) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length),
});
export type Release = z.infer<typeof Release>;

/**
 * A file that somebody has and wants to install, beside a release: `whole` as it was signed, `altered` where it has the
 * name of one of its files and other bytes, `foreign` where the release says nothing of it.
 */
export const CheckedFile = z.object({ name: z.string(), state: z.enum(['whole', 'altered', 'foreign']) });
export type CheckedFile = z.infer<typeof CheckedFile>;

/** What a release whose signature is good says, and how it stands to the version that is running. */
export const ReleaseCheck = z.object({
  version: z.string(),
  date: z.string(),
  running: z.string(),
  standing: z.enum(['newer', 'same', 'older']),
  /** The key it is signed with, by the beginning of its SHA-256. */
  key: z.string(),
  files: z.array(CheckedFile),
  /** Those of its files that were not given. */
  absent: z.array(z.string()),
});
export type ReleaseCheck = z.infer<typeof ReleaseCheck>;

const numbersOf = (version: string): number[] => version.split('.').map(Number);

/** How `version` stands to `running`; both are three numbers. */
export function standingOf(version: string, running: string): ReleaseCheck['standing'] {
  const other = numbersOf(running);
  const difference = numbersOf(version)
    .map((number, at) => number - (other[at] ?? 0))
    .find((each) => each !== 0);
  if (difference === undefined) return 'same';
  return difference > 0 ? 'newer' : 'older';
}

/** Judges files by their size and SHA-256: a release knows a file by its bytes, whatever it is called now. */
export function checkFiles(release: Release, found: readonly GivenFile[]): Pick<ReleaseCheck, 'files' | 'absent'> {
  const isSame = (one: GivenFile, other: GivenFile): boolean => one.sha256 === other.sha256 && one.size === other.size;
  const stateOf = (file: GivenFile): CheckedFile['state'] => {
    const named = release.files.find(({ name }) => name === file.name);
    if (named) return isSame(named, file) ? 'whole' : 'altered';
    return release.files.some((signed) => isSame(signed, file)) ? 'whole' : 'foreign';
  };
  const given = (signed: ReleaseFile): boolean =>
    found.some((file) => file.name === signed.name || isSame(signed, file));
  return {
    files: found.map((file) => ({ name: file.name, state: stateOf(file) })),
    absent: release.files.filter((signed) => !given(signed)).map(({ name }) => name),
  };
}
