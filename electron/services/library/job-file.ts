import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../../store/files.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { isSystemError } from '../../store/system-error.ts';
import { temporarySuffix, writeFileDurably } from '../../store/write-file-durably.ts';

/** What is kept of an adding for as long as it goes on, so that it can go on after a crash. */
const AddingJobFile = z.object({
  format: z.literal('attest-adding'),
  version: z.literal(1),
  job: z.string().min(1),
  /** ISO 8601 in UTC. */
  begun: z.iso.datetime(),
  /** The files and folders, by their absolute paths; none where the reader sends them, which cannot go on without it. */
  paths: z.array(z.string().min(1)),
  isRecursive: z.boolean(),
  encoding: z.string().nullable(),
});
export type AddingJobFile = z.infer<typeof AddingJobFile>;

/** Where it lies. */
export interface JobPlace {
  /** The workspace folder. */
  readonly folder: string;
  readonly files: Files;
}

const pathOf = ({ folder }: JobPlace): string => join(folder, 'statements', 'adding.json');

/** Writes down what is being added. Rejects with the system's error. */
export async function writeJobFile(place: JobPlace, job: Omit<AddingJobFile, 'format' | 'version'>): Promise<void> {
  const path = pathOf(place);
  const { files } = place;
  await makeFolder(dirname(path), files);
  await writeFileDurably(path, JSON.stringify({ format: 'attest-adding', version: 1, ...job }), { files });
}

/** Nothing is being added any more. Where the file cannot be removed, the next start finds everything added. */
export async function removeJobFile(place: JobPlace): Promise<void> {
  await place.files.remove(pathOf(place)).catch((error: unknown) => {
    if (!isSystemError(error)) throw error;
  });
}

/** What was being added when the program ended; `null` where there is nothing, or nothing that can be read. */
export async function readJobFile(place: JobPlace): Promise<AddingJobFile | null> {
  try {
    return AddingJobFile.parse(JSON.parse((await place.files.readFile(pathOf(place))).toString()));
  } catch (error) {
    if (isSystemError(error) || error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Clears away the files of statements that were being written when the program ended. */
export async function clearHalfWritten({ folder, files }: JobPlace): Promise<void> {
  const namesIn = (path: string): Promise<string[]> =>
    files.readFolder(path).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
      return []; // What cannot be cleared away does no harm.
    });
  for (const kind of ['originals', 'texts']) {
    const place = join(folder, 'statements', kind);
    for (const part of await namesIn(place)) {
      for (const name of await namesIn(join(place, part))) {
        if (name.endsWith(temporarySuffix)) await files.remove(join(place, part, name)).catch(() => undefined);
      }
    }
  }
}
