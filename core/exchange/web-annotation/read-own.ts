import { Selector } from '../../anchoring/selector.ts';
import { type Sentence, say } from '../../sentence.ts';
import { laterOf, stampAfter, timeOf, writerOf } from '../../workspace/trace.ts';
import type { KnownSource } from '../incoming.ts';
import { hasSoundHistory } from '../sound-history.ts';
import { HighlightRecord } from '../work.ts';
import type { IncomingTags } from './incoming-tags.ts';
import type { JsonObject } from './json-view.ts';
import { own } from './json-view.ts';
import type { KnownTexts } from './known-texts.ts';
import { readBodies } from './read-bodies.ts';
import { type Origin, readOrigin } from './read-origin.ts';
import { type ClaimedPassage, readTargets } from './read-targets.ts';
import { ownTerms, uuidOf } from './vocabulary.ts';
import { markOf, WireHighlight } from './wire.ts';

/** A highlight as an annotation of ours has it, or why it was refused. */
export type OwnHighlight =
  | {
      readonly id: string;
      readonly record: HighlightRecord;
      readonly statement: KnownSource;
      /** What is otherwise than in the file. */
      readonly changes: readonly Sentence[];
      /** What is to be said of a highlight that was taken as it is. */
      readonly remark: Sentence | null;
    }
  | { readonly id: null; readonly refusal: Sentence };

/** What own annotations are read with: the statement that one of the work's sources is here, and the file's tags. */
export interface OwnReading {
  readonly known: KnownTexts;
  readonly tags: IncomingTags;
  readonly statementFor: (source: string, sha256: string) => KnownSource | null;
  /** What the file calls a source. */
  readonly titleOf: (source: string) => string;
}

/** A highlight but for its tags, which are records by ids and might be called as no record of a schema is. */
const Untagged = HighlightRecord.omit({ tags: true });

const damaged = (): Sentence =>
  say(/*i18n*/ 'This highlight is damaged in the file and was left out: ask its writer to export it again.');

function positionOf(claimed: ClaimedPassage, wire: WireHighlight, known: KnownTexts) {
  const { position, quote, sha256 } = claimed;
  if (wire.position) return wire.position;
  if (!position || quote === null || sha256 === null) return { start: 0, end: 0 };
  const text = known.bySha256(sha256);
  if (!text) return { start: position.start, end: position.start + quote.length };
  const { toUtf16 } = known.converter(text);
  return { start: toUtf16(position.start), end: toUtf16(position.end) };
}

function selectorOf(claimed: ClaimedPassage, wire: WireHighlight, known: KnownTexts): Selector | null {
  const { start, end } = positionOf(claimed, wire, known);
  const { quote, prefix, suffix, sha256: source } = claimed;
  const parsed = Selector.safeParse({ quote, prefix, suffix, isUnique: wire.isUnique, start, end, source });
  return parsed.success ? parsed.data : null;
}

/** The note with when it was written: where its words are not those that we wrote, after these. `null` where it is not known. */
function readNote(comment: string | null, { note }: WireHighlight, { person, written }: Origin) {
  if (!note && comment === null) return null;
  const value = { text: comment ?? '', isPrivate: note?.isPrivate ?? false };
  if (!note || markOf(value.text).mark === note.mark) return { value, at: note?.at ?? written, isChanged: false };
  const now = timeOf(written) || timeOf(note.at);
  const by = person?.id ?? writerOf(note.at);
  return { value, at: now === '' || by === '' ? written : stampAfter(now, by, note.at), isChanged: true };
}

function isSound({ lives, since, at, note, taggings }: WireHighlight): boolean {
  return hasSoundHistory({ lives, since, taggings, fields: { place: { at }, note } });
}

/** The tags on it, as they were put on; and the note, as it was written where nobody has put another in its place. */
function readWords(annotation: JsonObject, wire: WireHighlight, { tags }: OwnReading) {
  const bodies = readBodies(annotation);
  const origin = readOrigin(annotation);
  const changes = [...bodies.changes];
  const traces = new Map(wire.taggings.map(({ tag, ...trace }) => [tag, trace]));
  for (const [n, { path, tagging }] of bodies.tags.entries()) {
    if (tagging) {
      const { tag, at, n: place } = tagging;
      tags.keep(tag, path);
      traces.set(tag, { on: true, at, n: place });
    } else {
      const { id, change } = tags.at(path);
      if (change) changes.push(change);
      const before = traces.get(id);
      if (!before?.on) traces.set(id, { on: true, at: laterOf(origin.written, before?.at ?? ''), n });
    }
  }
  const note = readNote(bodies.note, wire, origin);
  if (note?.isChanged) {
    changes.push(say(/*i18n*/ 'Its note was changed by another program: it was taken as it is in the file.'));
  }
  return { traces, note: note ? { note: { value: note.value, at: note.at } } : {}, changes };
}

/**
 * A highlight from an annotation that has our own term: word for word as it was written, but for the id of the statement, which is
 * that of the same bytes here. Where its words do not stand at its position the reader shows that it needs review, as it did
 * where it comes from; it is said here too.
 */
export function readOwn(annotation: JsonObject, reading: OwnReading): OwnHighlight {
  const wire = WireHighlight.safeParse(own(annotation, ownTerms.highlight));
  const [claimed, ...more] = readTargets(annotation);
  const iri = own(annotation, 'id');
  if (
    !wire.success ||
    !isSound(wire.data) ||
    !claimed ||
    claimed.quote === null ||
    claimed.sha256 === null ||
    more.length > 0
  ) {
    return { id: null, refusal: damaged() };
  }
  const id = wire.data.id ?? (typeof iri === 'string' ? uuidOf(iri) : null);
  const selector = selectorOf(claimed, wire.data, reading.known);
  if (id === null || !selector) return { id: null, refusal: damaged() };
  const statement = reading.statementFor(wire.data.statement, selector.source);
  if (!statement) {
    const refusal = say(
      /*i18n*/ 'It is of “{title}”, and no statement with the same bytes (SHA-256 {sha256}) is in your collection: add it, and import the file again.',
      { title: reading.titleOf(wire.data.statement), sha256: selector.source },
    );
    return { id: null, refusal };
  }
  const { traces, note, changes } = readWords(annotation, wire.data, reading);
  const { lives, since, at, orphan } = wire.data;
  const record = Untagged.safeParse({
    lives,
    since,
    created: own(annotation, 'created'),
    modified: own(annotation, 'modified'),
    fields: { place: { value: { statement: statement.id, selector, orphan }, at }, ...note },
  });
  if (!record.success || !hasSoundHistory({ ...record.data, taggings: [...traces.values()] })) {
    return { id: null, refusal: damaged() };
  }
  const isThere = statement.text.slice(selector.start, selector.end) === selector.quote;
  const review =
    orphan || (isThere && statement.sha256 === selector.source)
      ? null
      : say(
          /*i18n*/ 'Its words do not stand at its position in the statement: where they are is looked for when you open it.',
        );
  return {
    id,
    record: { ...record.data, tags: Object.fromEntries(traces) },
    statement,
    changes,
    remark: review,
  };
}
