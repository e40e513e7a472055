import { describePassage, type Selector } from '../../anchoring/selector.ts';
import { type Sentence, say } from '../../sentence.ts';
import type { Tag } from '../../tags/tag.ts';
import { utf16 } from '../../text/offsets.ts';
import { stableId } from '../../text/stable-id.ts';
import { firstWords } from '../first-words.ts';
import type { Incoming, KnownSource, ReportLine } from '../incoming.ts';
import type { HighlightRecord, WorkSource } from '../work.ts';
import { noWork } from '../work.ts';
import { type AnnotationFinder, createAnnotationFinder, gatherSelections } from './gather-selections.ts';
import { idOfGuid } from './guid.ts';
import { importCodes } from './import-codes.ts';
import { leftOut } from './left-out.ts';
import { makeHighlight, type SelectionContext } from './make-highlight.ts';
import { createSourceMatcher, type SourceMatch } from './match-source.ts';
import { type NoteFiles, openNotes } from './open-notes.ts';
import { openPeople } from './open-people.ts';
import { newSearchBudget, placeSelections, type SearchBudget } from './place-selections.ts';
import type { RefiProject, RefiSelection, RefiTextSource } from './refi-project.ts';
import { sayCounted, sayDetails, sayPlaced, sayRefused } from './say-import.ts';

/** What was found of the texts that a project has in files of their own. */
export interface ProjectFiles {
  /** For each source with a path: the statement it is, or why it is none that can be had. */
  readonly sources: ReadonlyMap<RefiTextSource, SourceMatch | Sentence>;
  readonly notes: NoteFiles;
}

/** Quotations and notes that are taken from one file, in UTF-16 units together: more is no coding but an attack. */
const wordsLimit = 50_000_000;

const strange = say(
  /*i18n*/ 'The text is that of no statement of the collection, so that nothing can be marked in it: add the statement first.',
);

const isSentence = (match: SourceMatch | Sentence): match is Sentence => 'pattern' in match;

/** A selector that stands nowhere for sure: its words, and about where they may be. */
function toReview(quote: string, near: number, { text, sha256 }: KnownSource): Selector {
  const at = utf16(Math.min(Math.max(0, near), text.length));
  return { quote, prefix: '', suffix: '', isUnique: false, start: at, end: at, source: sha256 };
}

/** Links by the guid of the thing that a note is linked to; with how many say anything else. */
function noteLinks({ links }: RefiProject, isNote: (guid: string) => boolean) {
  const byThing = new Map<string, string[]>();
  let others = 0;
  for (const { origin, target } of links) {
    const [note, thing] = isNote(origin) ? [origin, target] : [target, origin];
    const linked = byThing.get(thing);
    if (!isNote(note)) others += 1;
    else if (linked) linked.push(note);
    else byThing.set(thing, [note]);
  }
  return { byThing, others };
}

interface Collected {
  readonly highlights: Map<string, HighlightRecord>;
  /** Where counting goes on for selections with one id. */
  readonly copies: Map<string, number>;
  readonly lines: ReportLine[];
  /** How many more units of quotations and notes are taken. */
  wordsLeft: number;
  readonly budget: SearchBudget;
  readonly annotationsOf: AnnotationFinder;
}

function idFor(
  { guid, start, end }: RefiSelection,
  known: KnownSource,
  { highlights: taken, copies }: Pick<Collected, 'highlights' | 'copies'>,
): string {
  const wanted = idOfGuid('selection', guid === '' ? `at ${known.sha256} ${start} ${end}` : guid);
  let id = wanted;
  for (let count = copies.get(wanted) ?? 2; taken.has(id); count += 1) {
    id = stableId('refi:selection', `${wanted} ${count}`);
    copies.set(wanted, count + 1);
  }
  return id;
}

function importSource(match: SourceMatch, context: SelectionContext, collected: Collected): void {
  const { source, project } = context;
  const { known, raw, isSameBytes } = match;
  const { highlights, lines } = collected;
  const item = firstWords(source.name);
  const { selections, lines: gathered } = gatherSelections(source, project.origin, collected.annotationsOf);
  const placed = placeSelections(known.text, raw, selections, collected.budget);
  lines.push(...gathered);
  if (!isSameBytes) {
    const sentence = say(
      /*i18n*/ 'Its bytes are not those in the collection, but its text is the same: it was taken for “{title}”.',
      {
        title: known.title,
      },
    );
    lines.push({ outcome: 'changed', item, sentence });
  }
  lines.push(...sayCounted(placed, item));
  let [taken, twice] = [0, 0];
  for (const [at, selection] of selections.entries()) {
    const place = placed[at];
    if (!place) continue;
    const sentence = sayPlaced(place);
    if (place.kind === 'none') {
      const words = firstWords(selection.name === '' ? source.name : selection.name);
      if (sentence) lines.push({ outcome: 'refused', item: words, sentence });
      continue;
    }
    const selector =
      place.kind === 'review'
        ? toReview(place.quote, place.near, known)
        : describePassage(known.text, { start: utf16(place.start), end: utf16(place.end) }, known.sha256);
    const words = firstWords(selector.quote);
    collected.wordsLeft -= selector.quote.length;
    if (collected.wordsLeft < 0) {
      const tooMuch = say(
        /*i18n*/ 'The passages and notes in the file are too long together: divide the project and export it again.',
      );
      lines.push({ outcome: 'refused', item: words, sentence: tooMuch });
      continue;
    }
    const made = makeHighlight(selection, known.id, selector, context);
    collected.wordsLeft -= made.record.fields.note?.value.text.length ?? 0;
    const id = idFor(selection, known, collected);
    if (id !== idOfGuid('selection', selection.guid) && selection.guid !== '') twice += 1;
    highlights.set(id, made.record);
    if (sentence) lines.push({ outcome: 'changed', item: words, sentence });
    else taken += 1;
    lines.push(...sayDetails(words, made));
  }
  if (twice > 0) {
    const sentence = say(
      /*i18n*/ '{count, plural, one {# passage has} other {# passages have}} a GUID that another has in the file: all were taken, with new ones.',
      { count: twice },
    );
    lines.push({ outcome: 'changed', item, sentence });
  }
  if (taken > 0) {
    const sentence = say(
      /*i18n*/ '{count, plural, one {# highlight was taken} other {# highlights were taken}} in “{title}”.',
      { count: taken, title: known.title },
    );
    lines.push({ outcome: 'taken', item, sentence });
  }
}

/**
 * A REFI-QDA project as work: what is marked in texts that are statements of `known`, with tags, notes, users and times. `files`
 * is what was found of its texts, `own` the tags one has: a code that is one of them, by its GUID or else by its path, becomes
 * no other. Ids and stamps are those of the file. All that has no place here, or that is not where the file says, is told.
 */
export function importProject(
  project: RefiProject,
  files: ProjectFiles,
  known: readonly KnownSource[],
  own: readonly Tag[],
): Incoming {
  const notes = openNotes(project, files.notes);
  const writers = openPeople(project);
  const codes = importCodes(project.codes, own, notes.textOf);
  const links = noteLinks(project, notes.has);
  const match = createSourceMatcher(known);
  const collected: Collected = {
    highlights: new Map(),
    copies: new Map(),
    lines: [...codes.lines],
    wordsLeft: wordsLimit,
    budget: newSearchBudget(),
    annotationsOf: createAnnotationFinder(project),
  };
  const sources = new Map<string, WorkSource>();
  for (const source of project.sources) {
    const context = { project, source, notes, writers, tags: codes.ids, links: links.byThing };
    const found = source.content === null ? files.sources.get(source) : match({ text: source.content, sha256: null });
    if (!found || isSentence(found)) {
      const { selections } = gatherSelections(source, project.origin, collected.annotationsOf);
      collected.lines.push(sayRefused(source, selections.length, found ?? strange));
      continue;
    }
    const { id, sha256, title } = found.known;
    importSource(found, context, collected);
    sources.set(id, { id, sha256, title });
  }
  const lines = [...collected.lines, ...leftOut(project, links.others), ...notes.leftOver()];
  const work = {
    ...noWork(writers.project),
    people: writers.people(),
    sources: Object.fromEntries(sources),
    highlights: Object.fromEntries(collected.highlights),
    tags: codes.tags,
  };
  return { format: 'qdpx', work, lines };
}
