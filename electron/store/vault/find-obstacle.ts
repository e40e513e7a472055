import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { inEnglish, type Sentence, say } from '../../../core/sentence.ts';
import { describeSystemError, isSystemError } from '../system-error.ts';
import { listFolder } from './folder-files.ts';
import { isOwnPlace } from './sealed-name.ts';
import { placeOfDoomed } from './sealing-steps.ts';

/** The largest file that is sealed, in bytes: it is in memory more than once for a moment. */
const largestBytes = 1024 ** 3;

/** Something in the folder stands in the way of encrypting it. Nothing has been changed. */
export class ObstacleError extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(inEnglish(sentence));
    this.sentence = sentence;
  }
}

async function obstacleIn(folder: string, file: string): Promise<Sentence | null> {
  try {
    // It is to be read, and to be overwritten.
    const handle = await open(join(folder, file), 'r+');
    try {
      const { size } = await handle.stat();
      return size <= largestBytes
        ? null
        : say(
            /*i18n*/ 'The file {file} is larger than a gibibyte: move it out of the workspace’s folder, and try again.',
            {
              file,
            },
          );
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof Error) || !isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return null;
    return say(/*i18n*/ 'The file {file} in the workspace’s folder cannot be read and replaced: {why}', {
      file,
      why: describeSystemError(error),
    });
  }
}

/**
 * Looks whether every file in a workspace folder can be sealed, before the first of them is touched. Throws
 * `ObstacleError`, which names the first that cannot. Links, and folders of somebody else, are no obstacle, unless the
 * workspace's own files are behind them.
 */
export async function findObstacle(folder: string): Promise<void> {
  const { files, strange, closed } = await listFolder(folder);
  const link = [...strange, ...closed].find(isOwnPlace);
  if (link !== undefined) {
    throw new ObstacleError(
      say(
        /*i18n*/ '{file} in the workspace’s folder is a link or cannot be looked into, so what it stands for would stay in clear: put the files themselves there, and try again.',
        { file: link },
      ),
    );
  }
  // A name in another encoding cannot even be asked for.
  const strangeName = strange.find((name) => name.includes('\ufffd'));
  if (strangeName !== undefined) {
    throw new ObstacleError(
      say(
        /*i18n*/ 'The name of the file {file} in the workspace’s folder is not written in Unicode: rename it or move it elsewhere, and try again.',
        { file: strangeName },
      ),
    );
  }
  for (const file of files) {
    if (placeOfDoomed(file) !== null) {
      throw new ObstacleError(
        say(
          /*i18n*/ 'The file {file} in the workspace’s folder has a name that Attest needs for itself: rename it, and try again.',
          { file },
        ),
      );
    }
    const obstacle = await obstacleIn(folder, file);
    if (obstacle) throw new ObstacleError(obstacle);
  }
}
