/** A file that the reader has been given, to be sent as one that is to become a statement. */
export interface GivenFile {
  /** With the folders below the one that was chosen, parted by `/`. */
  readonly name: string;
  /** Its bytes come when they are asked of what this gives. Rejects where it is gone. */
  readonly open: () => Promise<File>;
}

/** Whether something within a folder is passed over, by its name: what is hidden, as the notes of a system and of its programs. */
export const isPassedOver = (name: string): boolean => name.startsWith('.');

/** Names as their user reads them, numbers by their value. */
export const inOrder = new Intl.Collator('en', { numeric: true }).compare;

/** Files that its user chose, or those in a folder that they chose. */
export function givenFiles(files: readonly File[]): GivenFile[] {
  return files
    .map((file) => ({ file, name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }))
    .filter(({ name }) => !name.split('/').slice(1).some(isPassedOver))
    .sort((a, b) => inOrder(a.name, b.name))
    .map(({ file, name }) => ({ name, open: async () => file }));
}
