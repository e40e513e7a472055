import type { Selector } from '../../anchoring/selector.ts';
import { laterOf, type Stamp, type TagTrace } from '../../workspace/trace.ts';
import type { HighlightRecord } from '../work.ts';
import { isGuid } from './guid.ts';
import { type JoinedText, joinTexts } from './join-texts.ts';
import type { NoteBook } from './open-notes.ts';
import type { Writers } from './open-people.ts';
import { readTime } from './read-time.ts';
import type { RefiProject, RefiSelection, RefiTextSource } from './refi-project.ts';

/** The longest note that is taken, in UTF-16 units. */
export const noteLimit = 100_000;

/** What is needed to know what a selection says. */
export interface SelectionContext {
  readonly project: RefiProject;
  readonly source: RefiTextSource;
  readonly notes: NoteBook;
  readonly writers: Writers;
  /** The ids of tags, by the guids of codes. */
  readonly tags: ReadonlyMap<string, string>;
  /** The guids of notes that are linked to a thing, by its guid: so NVivo writes annotations. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

/** A highlight that a selection became, and what of it could not be kept as it was. */
export interface MadeHighlight {
  readonly record: HighlightRecord;
  /** Notes that became one. */
  readonly joinedNotes: number;
  /** Characters of its note, where these were too many. */
  readonly cutNote: number;
  /** Codes that the file does not have. */
  readonly unknownCodes: number;
}

function noteOf(selection: RefiSelection, { notes, links }: SelectionContext): JoinedText {
  const guids = [
    ...selection.notes,
    ...(links.get(selection.guid) ?? []),
    ...selection.codings.flatMap((coding) => coding.notes),
  ];
  const parts = [selection.description, ...[...new Set(guids)].flatMap((guid) => notes.textOf(guid) ?? [])];
  return joinTexts(parts, noteLimit);
}

function tagsOf(selection: RefiSelection, since: Stamp, { writers, tags }: SelectionContext) {
  const found = new Map<string, TagTrace>();
  let unknown = 0;
  for (const { codes, user, created } of selection.codings) {
    if (codes.length === 0) unknown += 1;
    for (const code of codes) {
      const id = tags.get(code);
      if (id === undefined) unknown += 1;
      else if (!found.has(id)) {
        const at = writers.stamp(readTime(created), user === '' ? selection.user : user);
        found.set(id, { on: true, at: at === '' ? since : at, n: found.size });
      }
    }
  }
  return { tags: Object.fromEntries(found), unknown };
}

/** The earliest time that anything says of a selection; that of its source or project where nothing does. */
function timeOf(selection: RefiSelection, { source, project }: SelectionContext): string {
  const times = [
    selection.modified,
    ...selection.codings.map(({ created }) => created),
    source.created,
    source.modified,
    project.time,
  ];
  for (const time of times) {
    const read = readTime(time);
    if (read !== null) return read;
  }
  return '1970-01-01T00:00:00.000Z';
}

/** The highlight that `selection` is, at the place that `selector` describes in the statement. */
export function makeHighlight(
  selection: RefiSelection,
  statement: string,
  selector: Selector,
  context: SelectionContext,
): MadeHighlight {
  const { writers } = context;
  const said = readTime(selection.created);
  const created = said ?? timeOf(selection, context);
  const modified = readTime(selection.modified);
  const since = writers.stamp(said ?? modified, selection.user === '' ? selection.modifier : selection.user);
  const changer = isGuid(selection.modifier) ? selection.modifier : selection.user;
  const { text, length, count } = noteOf(selection, context);
  const { tags, unknown } = tagsOf(selection, since, context);
  // That a file has no note says little: the weakest stamp there is lets any other note be.
  const noted: Stamp = text === '' ? '' : laterOf(since, writers.stamp(modified, changer));
  const record: HighlightRecord = {
    lives: 1,
    since,
    created,
    modified: modified !== null && modified > created ? modified : created,
    tags,
    fields: {
      place: { value: { statement, selector, orphan: false }, at: since },
      note: { value: { text, isPrivate: false }, at: noted },
    },
  };
  return {
    record,
    joinedNotes: count > 1 ? count : 0,
    cutNote: length > noteLimit ? length : 0,
    unknownCodes: unknown,
  };
}
