import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../core/sentence.ts';
import { gatherDropped, listDropped } from '../../../renderer/adding/gather-dropped.ts';
import { givenFiles } from '../../../renderer/adding/given-file.ts';

/** How many entries a browser gives of a folder at a time. */
const atATime = 100;

/** What stands for an entry of a drop: only what is asked of one. */
const fileEntry = (name: string, content = name): FileSystemEntry =>
  // A browser makes these; no one else can.
  ({
    name,
    isFile: true,
    isDirectory: false,
    file: (resolve: (file: File) => void) => resolve(new File([content], name)),
  }) as unknown as FileSystemEntry;

const folderEntry = (name: string, inside: () => readonly FileSystemEntry[]): FileSystemEntry =>
  // As above.
  ({
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (
          resolve: (entries: readonly FileSystemEntry[]) => void,
          reject: (error: DOMException) => void,
        ) => {
          try {
            const some = inside().slice(at, at + atATime);
            at += some.length;
            resolve(some);
          } catch {
            reject(new DOMException('gone', 'NotFoundError'));
          }
        },
      };
    },
  }) as unknown as FileSystemEntry;

describe('what was dropped', () => {
  it('gives the files of a folder with all their folders, by name, numbers by their value, without what is hidden', async () => {
    const dropped = folderEntry('лісты', () => [
      fileEntry('10.txt'),
      fileEntry('2.txt'),
      fileEntry('.DS_Store'),
      folderEntry('год 👀', () => [fileEntry('a.pdf')]),
      folderEntry('.git', () => [fileEntry('config')]),
    ]);
    const { files, unread } = await gatherDropped([dropped, new File(['x'], 'loose.md')]);
    expect(files.map(({ name }) => name)).toEqual(['лісты/2.txt', 'лісты/10.txt', 'лісты/год 👀/a.pdf', 'loose.md']);
    expect(unread).toEqual([]);
    expect(await (await files[0]?.open())?.text()).toBe('2.txt');
  });

  it('gives all of a folder that the browser gives in parts', async () => {
    const many = Array.from({ length: 2 * atATime + 1 }, (_, at) => fileEntry(`${at}.txt`));
    const { files } = await gatherDropped([folderEntry('many', () => many)]);
    expect(files).toHaveLength(many.length);
  });

  it('names a folder that cannot be read, and goes on with the others', async () => {
    const gone = folderEntry('gone', () => {
      throw new Error('gone');
    });
    const { files, unread } = await gatherDropped([folderEntry('all', () => [gone, fileEntry('z.txt')])]);
    expect(files.map(({ name }) => name)).toEqual(['all/z.txt']);
    expect(unread.map(({ name, sentence }) => [name, inEnglish(sentence)])).toEqual([
      ['all/gone', 'It is not there any more: it was moved, renamed or deleted.'],
    ]);
  });

  it('comes to an end in a folder that has itself in it, and says so', async () => {
    const loop: FileSystemEntry = folderEntry('loop', () => [fileEntry('a.txt'), loop]);
    const { files, unread } = await gatherDropped([loop]);
    expect(files.length).toBeLessThan(100);
    expect(unread).toHaveLength(1);
    expect(inEnglish(unread[0]?.sentence ?? { pattern: '', values: {} })).toContain('leads to itself');
  });

  it('takes files where the browser knows nothing of folders, and no words', () => {
    const file = new File(['x'], 'a.txt');
    const items = [
      { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file },
      { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null },
    ];
    // The one part of a drop that is asked for.
    expect(listDropped({ items } as unknown as DataTransfer)).toEqual([file]);
  });
});

describe('files that were chosen', () => {
  const chosen = (name: string, path: string): File =>
    Object.assign(new File([''], name), { webkitRelativePath: path });

  it('have the names of their folders, and are sorted; what is hidden in a folder is passed over', () => {
    const files = [
      chosen('b.txt', 'x/b.txt'),
      chosen('.hidden', 'x/.hidden'),
      chosen('c', 'x/.git/c'),
      chosen('a', 'x/a'),
    ];
    expect(givenFiles(files).map(({ name }) => name)).toEqual(['x/a', 'x/b.txt']);
  });

  it('may be hidden ones where they were chosen by themselves', () => {
    expect(givenFiles([chosen('.note', '')]).map(({ name }) => name)).toEqual(['.note']);
  });
});
