import { type Files, systemFiles } from '../../../electron/store/files.ts';

/** `files` as they would be if nobody had thought of fsync: what is acknowledged is somewhere on its way. */
export function withoutSync(files: Files): Files {
  return {
    ...files,
    createFile: async (path, mode) => ({ ...(await files.createFile(path, mode)), sync: async () => undefined }),
    syncFolder: async () => undefined,
  };
}

/** The files of the system without fsync. */
export const filesWithoutSync: Files = withoutSync(systemFiles);
