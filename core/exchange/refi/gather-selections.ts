import { say } from '../../sentence.ts';
import { firstWords } from '../first-words.ts';
import type { ReportLine } from '../incoming.ts';
import type { RefiProject, RefiSelection, RefiTextSource } from './refi-project.ts';

/** The selections of a source as they will be highlights, and what there is to say of how they came to be. */
export interface GatheredSelections {
  readonly selections: readonly RefiSelection[];
  readonly lines: readonly ReportLine[];
}

/**
 * Gives the passages that notes are on by holding a selection, which is how QualCoder writes annotations: of each source those of
 * the notes it names, and of the only source all that none names. What is asked for twice is the first source's: positions are
 * those of one text.
 */
export type AnnotationFinder = (source: RefiTextSource) => readonly RefiSelection[];

function selectionsOf(note: RefiTextSource): RefiSelection[] {
  return note.selections.map((selection) => {
    const isTimed = selection.created !== '' || selection.modified !== '';
    const { user, created, modifier, modified } = isTimed ? selection : note;
    return { ...selection, user, created, modifier, modified, notes: [...selection.notes, note.guid] };
  });
}

/** Prepares finding the annotations of `project`. */
export function createAnnotationFinder({ sources, notes }: RefiProject): AnnotationFinder {
  const holding = notes.filter(({ selections }) => selections.length > 0);
  const byGuid = new Map(holding.map((note) => [note.guid, note]));
  if (sources.length === 1) return () => holding.flatMap(selectionsOf);
  return (source) =>
    [...new Set(source.notes)].flatMap((guid) => {
      const note = byGuid.get(guid);
      byGuid.delete(guid);
      return note ? selectionsOf(note) : [];
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

/** All passages that are marked in `source`, each once; `origin` is the program that wrote the project. */
export function gatherSelections(
  source: RefiTextSource,
  origin: string,
  annotationsOf: AnnotationFinder,
): GatheredSelections {
  const all = [...source.selections, ...annotationsOf(source)];
  if (!/^qualcoder/iu.test(origin.trim())) return { selections: all, lines: [] };
  const selections = joinCodings(all);
  const count = all.length - selections.length;
  if (count === 0) return { selections, lines: [] };
  const sentence = say(
    /*i18n*/ '{count, plural, one {# passage that was marked once more, with another code, is one highlight with both.} other {# passages that were marked once more, with other codes, are one highlight each with all of them.}}',
    { count },
  );
  return { selections, lines: [{ outcome: 'changed', item: firstWords(source.name), sentence }] };
}
