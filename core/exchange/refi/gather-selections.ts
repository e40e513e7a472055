import { say } from '../../sentence.ts';
import type { ReportLine } from '../incoming.ts';
import { firstWords } from './first-words.ts';
import type { RefiProject, RefiSelection, RefiTextSource } from './refi-project.ts';

/** The selections of a source as they will be highlights, and what there is to say of how they came to be. */
export interface GatheredSelections {
  readonly selections: readonly RefiSelection[];
  readonly lines: readonly ReportLine[];
}

/** A selection inside a note is a passage that the note is on: so QualCoder writes annotations. */
function annotationsOf(source: RefiTextSource, project: RefiProject): RefiSelection[] {
  const isOnly = project.sources.length === 1;
  const named = new Set(source.notes);
  const ofOthers = new Set(project.sources.flatMap(({ notes }) => notes));
  return project.notes.flatMap((note) => {
    const isMeant = named.has(note.guid) || (isOnly && !ofOthers.has(note.guid));
    if (!isMeant) return [];
    return note.selections.map((selection) => {
      const isTimed = selection.created !== '' || selection.modified !== '';
      const { user, created, modifier, modified } = isTimed ? selection : note;
      return { ...selection, user, created, modifier, modified, notes: [...selection.notes, note.guid] };
    });
  });
}

/** QualCoder writes a selection for every code on a passage: those by one user with one memo are one highlight. */
function joinCodings(selections: readonly RefiSelection[]): RefiSelection[] {
  const joined = new Map<string, RefiSelection>();
  for (const selection of selections) {
    const { start, end, user, description, notes, name } = selection;
    const isAlone = start === null || end === null;
    const key = isAlone ? `alone ${joined.size}` : JSON.stringify([start, end, user, description, notes, name]);
    const first = joined.get(key);
    joined.set(key, first ? { ...first, codings: [...first.codings, ...selection.codings] } : selection);
  }
  return [...joined.values()];
}

/** All passages that are marked in `source`, each once. */
export function gatherSelections(source: RefiTextSource, project: RefiProject): GatheredSelections {
  const all = [...source.selections, ...annotationsOf(source, project)];
  if (!/^qualcoder/iu.test(project.origin.trim())) return { selections: all, lines: [] };
  const selections = joinCodings(all);
  const count = all.length - selections.length;
  if (count === 0) return { selections, lines: [] };
  const sentence = say(
    /*i18n*/ '{count, plural, one {# passage that was marked once more, with another code, is one highlight with both.} other {# passages that were marked once more, with other codes, are one highlight each with all of them.}}',
    { count },
  );
  return { selections, lines: [{ outcome: 'changed', item: firstWords(source.name), sentence }] };
}
