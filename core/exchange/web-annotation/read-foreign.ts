import { type Sentence, say } from '../../sentence.ts';
import { stableId } from '../../text/stable-id.ts';
import { checkNote } from '../../workspace/edits.ts';
import type { Person, Stamp, TagTrace } from '../../workspace/trace.ts';
import type { KnownSource } from '../incoming.ts';
import type { HighlightRecord } from '../work.ts';
import type { IncomingTags } from './incoming-tags.ts';
import { idOf, type JsonObject } from './json-view.ts';
import type { KnownTexts } from './known-texts.ts';
import { placePassage, tooMuch } from './place-passage.ts';
import { type Bodies, readBodies } from './read-bodies.ts';
import { readOrigin } from './read-origin.ts';
import { type ClaimedPassage, readTargets } from './read-targets.ts';
import { uuidOf } from './vocabulary.ts';

/** What a passage of a foreign annotation became. */
export interface ForeignPassage {
  readonly claimed: ClaimedPassage;
  /** `null` where it was refused: `sentences` say why, and else what was changed. */
  readonly found: { readonly id: string; readonly record: HighlightRecord; readonly statement: KnownSource } | null;
  readonly sentences: readonly Sentence[];
}

/** What a foreign annotation became: a highlight for each passage that it marks, as far as they were found. */
export interface ForeignAnnotation {
  readonly passages: readonly ForeignPassage[];
  readonly person: Person | null;
}

/** What the note and a tag cost for every passage of an annotation after its first, in units of text. */
const costOfNoteUnit = 20;
const costOfTag = 100;

/** The id that one's own highlight has where it is an annotation's again, else one that follows from the annotation's. */
function highlightId(annotation: JsonObject, at: number): string {
  const iri = idOf(annotation);
  const own = iri === null ? null : uuidOf(iri);
  if (own !== null && at === 0) return own;
  return stableId('attest:annotation', `${iri ?? JSON.stringify(annotation)} ${at}`);
}

/** The tags of all its passages, which are made where there are none yet. */
function readTags(bodies: Bodies, written: Stamp, tags: IncomingTags) {
  const changes: Sentence[] = [];
  const traces = new Map<string, TagTrace>();
  for (const [n, { path }] of bodies.tags.entries()) {
    const { id, change } = tags.at(path);
    if (change) changes.push(change);
    if (!traces.has(id)) traces.set(id, { on: true, at: written, n });
  }
  return { traces: Object.fromEntries(traces), changes };
}

/** Reads an annotation that some other program wrote, or that lost what we said in it. */
export function readForeign(annotation: JsonObject, known: KnownTexts, tags: IncomingTags): ForeignAnnotation {
  const { person, created, modified, since, written } = readOrigin(annotation);
  const bodies = readBodies(annotation);
  const targets = readTargets(annotation);
  const note = checkNote(bodies.note ?? '');
  const costOfCopy = costOfNoteUnit * (bodies.note?.length ?? 0) + costOfTag * bodies.tags.length;
  let tagged: ReturnType<typeof readTags> | null = null;
  const passages = targets.map((claimed, at): ForeignPassage => {
    const refused = (sentence: Sentence): ForeignPassage => ({ claimed, found: null, sentences: [sentence] });
    if (!note.ok) return refused(note.fault.sentence ?? say(/*i18n*/ 'Its note is too long.'));
    if (at > 0 && !known.spend(costOfCopy)) return refused(tooMuch());
    const placing = placePassage(claimed, known);
    if (placing.statement === null) return refused(placing.refusal);
    const { statement, selector, change } = placing;
    tagged ??= readTags(bodies, written, tags);
    const sentences = [...bodies.changes, ...(change ? [change] : []), ...tagged.changes];
    const record: HighlightRecord = {
      lives: 1,
      since,
      created,
      modified,
      tags: tagged.traces,
      fields: {
        place: { value: { statement: statement.id, selector, orphan: false }, at: since },
        note: { value: { text: note.value, isPrivate: false }, at: written },
      },
    };
    return { claimed, found: { id: highlightId(annotation, at), record, statement }, sentences };
  });
  return { passages, person };
}
