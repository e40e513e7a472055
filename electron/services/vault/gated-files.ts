import type { Files } from '../../store/files.ts';

/** Files that can be shut: nothing is read or written through them from then on. */
export interface GatedFiles {
  readonly files: Files;
  readonly shut: () => void;
}

/** `files` behind a gate. Shut, every function rejects with `EACCES`: what was late must not write under a wiped key. */
export function gatedFiles(files: Files): GatedFiles {
  let isShut = false;
  const gated =
    <Args extends readonly unknown[], Value>(act: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      if (isShut) throw Object.assign(new Error('The workspace is locked'), { code: 'EACCES' });
      return act(...args);
    };
  return {
    files: {
      readFile: gated(files.readFile),
      readFolder: gated(files.readFolder),
      lookAt: gated(files.lookAt),
      createFile: gated(files.createFile),
      cut: gated(files.cut),
      rename: gated(files.rename),
      remove: gated(files.remove),
      makeFolder: gated(files.makeFolder),
      syncFolder: gated(files.syncFolder),
    },
    shut: () => {
      isShut = true;
    },
  };
}
