import type { GivenFile } from './given-file.ts';

/** Words that were pasted: as they are, and where it was known, with what they looked like. */
export interface PastedText {
  readonly text: string;
  /** `null` where there is none. */
  readonly html: string | null;
}

/** The longest name that is proposed, in UTF-16 units. */
const proposedLength = 60;

/** What the clipboard or a drop has of words; `null` where there is none. */
export function readPasted(data: Pick<DataTransfer, 'getData'>): PastedText | null {
  const text = data.getData('text/plain');
  if (text.trim() === '') return null;
  const html = data.getData('text/html');
  return { text, html: html.trim() === '' ? null : html };
}

/** `name` without what no system takes in the name of a file. */
const asFileName = (name: string): string =>
  name
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** A name for a text: its first words, cut between words. Empty where it begins with none. */
export function proposeName(text: string): string {
  const line = asFileName(text.trim().split('\n', 1)[0] ?? '');
  if (line.length <= proposedLength) return line;
  const cut = line.slice(0, proposedLength);
  const end = cut.lastIndexOf(' ');
  return (end > 0 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/u, '');
}

/** The file that a pasted text becomes, in UTF-8: a page where there is `html`, which says so itself, otherwise plain text. */
export function fileOfPasted({ text, html }: PastedText, name: string): GivenFile {
  const base = asFileName(name);
  const content = html === null ? text : `<!doctype html>\n<meta charset="utf-8">\n${html}`;
  const fileName = `${base}${html === null ? '.txt' : '.html'}`;
  return { name: fileName, open: async () => new File([content], fileName) };
}
