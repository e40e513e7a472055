/** Whether `error` came from the operating system, with a code such as `ENOSPC`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space and try again.',
  EDQUOT: 'your disk quota is used up: free some space and try again.',
  EACCES: 'the system does not permit it: change the permissions or choose another place.',
  EPERM: 'the system does not permit it: change the permissions or choose another place.',
  EROFS: 'the disk is read-only: choose another place.',
  ENOENT: 'the folder is not there: bring it back or choose another place.',
  EEXIST: 'there is a file where the folder should be: choose another place.',
  ENOTDIR: 'a part of the path is a file, not a folder: choose another place.',
  EISDIR: 'it is a folder: choose a file name.',
  EIO: 'the disk reported an error: check it, and save elsewhere meanwhile.',
  ENAMETOOLONG: 'the name is too long for this disk: choose a shorter one.',
};

/** The reason for a failed file operation as the end of a sentence: what is wrong and what to do. */
export function describeSystemError(error: Error): string {
  if (!isSystemError(error)) return `${error.message}.`;
  return sentences[error.code] ?? `the system reported ${error.code}.`;
}
