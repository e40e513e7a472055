import { say } from '../../sentence.ts';
import { firstWords } from '../first-words.ts';
import type { ReportLine } from '../incoming.ts';
import { isGuid } from './guid.ts';
import type { RefiProject, RefiTextSource } from './refi-project.ts';

/** The texts of notes that lie in files of their own, by the paths that the project has; `null` where one cannot be read. */
export type NoteFiles = ReadonlyMap<string, string | null>;

/** The notes of a project: what they say, and which of them were asked for. */
export interface NoteBook {
  /** What a note says, its name before it where it has one; `null` where there is no such note, or nothing in it. */
  readonly textOf: (guid: string) => string | null;
  readonly has: (guid: string) => boolean;
  /** A line for each note that nothing took, and for each that could not be read. */
  readonly leftOver: () => ReportLine[];
}

function wordsOf({ name, content, path, description }: RefiTextSource, files: NoteFiles): string | null {
  const file = path === null ? undefined : files.get(path);
  if (content === null && file === null) return null;
  // A file ends with the end of a line, which is none of its words.
  const text = (content ?? (file ?? '').trimEnd()).replace(/\r\n?/gu, '\n').replace(/^\ufeff/u, '');
  const body = text.trim() === '' ? description : text;
  const isTitle = /\p{L}/u.test(name) && !isGuid(name.toLowerCase()) && !body.trimStart().startsWith(name.trim());
  return isTitle && body.trim() !== '' ? `${name.trim()}\n${body}` : body;
}

/** Prepares reading the notes of `project`. */
export function openNotes(project: RefiProject, files: NoteFiles): NoteBook {
  const notes = new Map<string, RefiTextSource>();
  for (const note of project.notes) if (!notes.has(note.guid)) notes.set(note.guid, note);
  const asked = new Set<string>();
  const read = new Map<RefiTextSource, string | null>();
  const wordsIn = (note: RefiTextSource): string | null => {
    const words = read.get(note);
    if (words !== undefined) return words;
    const found = wordsOf(note, files);
    read.set(note, found);
    return found;
  };
  return {
    textOf(guid) {
      const note = notes.get(guid);
      if (!note) return null;
      asked.add(guid);
      const words = wordsIn(note);
      return words === null || words.trim() === '' ? null : words;
    },
    has: (guid) => notes.has(guid),
    leftOver: () =>
      project.notes.flatMap((note): ReportLine[] => {
        const words = wordsIn(note);
        const item = firstWords(note.name.trim() === '' ? (words ?? note.guid) : note.name);
        if (words === null) {
          const sentence = say(/*i18n*/ 'The text of this note is missing in the file, or cannot be read.');
          return [{ outcome: 'refused', item, sentence }];
        }
        if (asked.has(note.guid) || words.trim() === '') return [];
        const sentence = say(
          /*i18n*/ 'The note is on nothing that was taken and nothing that Attest keeps notes on: it stays out.',
        );
        return [{ outcome: 'refused', item, sentence }];
      }),
  };
}
