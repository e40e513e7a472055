import { say } from '../../core/sentence.ts';
import { type GivenFile, inOrder, isPassedOver } from './given-file.ts';
import { type UnreadFile, whyUnread } from './unread-file.ts';

/** How deep folders are looked into: beyond lies only a folder with a link to itself. */
const deepest = 64;

const leadsBack = say(
  /*i18n*/ 'It is a link that leads to itself, or to a folder that is added already: it was not followed.',
);

/** What was dropped or pasted: all that can be kept of it when the event is over. */
export type Dropped = FileSystemEntry | File;

/** What is in a drop or on the clipboard. To be asked for during the event: afterwards it is empty. */
export function listDropped({ items }: DataTransfer): Dropped[] {
  return [...items].flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry() ?? item.getAsFile() ?? []) : [],
  );
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** The entries of a folder, by name. Rejects where it cannot be read. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // It gives a hundred or so at a time, and none when there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    entries.push(...some);
  }
  return entries.sort((a, b) => inOrder(a.name, b.name));
}

/** The files that were dropped, with those in folders, and the folders that could not be read. */
export async function gatherDropped(
  dropped: readonly Dropped[],
): Promise<{ readonly files: GivenFile[]; readonly unread: UnreadFile[] }> {
  const files: GivenFile[] = [];
  const unread: UnreadFile[] = [];
  const walk = async (entry: FileSystemEntry, path: string, depth: number): Promise<void> => {
    const name = `${path}${entry.name}`;
    if (isFile(entry)) {
      files.push({ name, open: () => new Promise<File>((resolve, reject) => entry.file(resolve, reject)) });
      return;
    }
    if (!isFolder(entry)) return;
    if (depth === deepest) {
      unread.push({ name, sentence: leadsBack });
      return;
    }
    try {
      for (const inner of await readFolder(entry)) {
        if (!isPassedOver(inner.name)) await walk(inner, `${name}/`, depth + 1);
      }
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      unread.push({ name, sentence: whyUnread(error) });
    }
  };
  for (const one of dropped) {
    if (one instanceof File) files.push({ name: one.name, open: async () => one });
    else await walk(one, '', 0);
  }
  return { files, unread };
}
