import type { Selector } from '../../anchoring/selector.ts';
import { type OffsetConverter, type Utf16Offset, utf16 } from '../../text/offsets.ts';
import { writerOf } from '../../workspace/trace.ts';
import { inTaggingOrder } from '../../workspace/traced-fields.ts';
import { type HighlightRecord, isAlive, type Work } from '../work.ts';
import { annotationContext, iriOf, ownTerms, sourceIri, uuidOf } from './vocabulary.ts';
import { markOf, type WireHighlight, type WireTagging } from './wire.ts';

/** A text that positions can be turned into code points by. */
export interface MeasuredText {
  readonly length: number;
  readonly converter: OffsetConverter;
}

/** What annotations are written with: the whole work, the paths of its tags by their ids, and texts by SHA-256. */
export interface Writing {
  readonly work: Work;
  readonly paths: ReadonlyMap<string, string>;
  readonly measure: (sha256: string) => MeasuredText | null;
}

/** What is said of the program that wrote a file. */
export const generator = { type: 'Software', name: 'Attest' } as const;

/** Whether a highlight can be an annotation: it is there, and it is known what it marks. */
export function isAnnotation(record: HighlightRecord): boolean {
  return isAlive(record) && record.fields.place !== undefined;
}

/** Positions in code points; `null` where they would come back otherwise than they went. */
function codePoints({ start, end, source }: Selector, { measure }: Writing) {
  const text = measure(source);
  if (!text) return null;
  const { toCodePoints, toUtf16 } = text.converter;
  const isExact = (at: Utf16Offset): boolean => at <= text.length && toUtf16(toCodePoints(at)) === at;
  return start < end && isExact(start) && isExact(end) ? { start: toCodePoints(start), end: toCodePoints(end) } : null;
}

/** Who made the highlight, as far as the file may say. */
function creatorOf({ since }: HighlightRecord, { work }: Writing) {
  const id = writerOf(since) || work.writer;
  const name = (Object.hasOwn(work.people, id) && work.people[id]?.name) || '';
  return { id: iriOf('person', id), type: 'Person', ...(name === '' ? {} : { name }) };
}

function tagBodies(record: HighlightRecord, { paths }: Writing) {
  const taggings = new Map(Object.entries(record.tags));
  const said = new Set(inTaggingOrder([...taggings].filter(([id, { on }]) => on && paths.has(id))));
  const bodies = [...said].map((tag) => ({
    type: 'TextualBody',
    purpose: 'tagging',
    value: paths.get(tag),
    [ownTerms.tagging]: { tag, at: taggings.get(tag)?.at, n: taggings.get(tag)?.n },
  }));
  const unsaid = [...taggings].flatMap(([tag, trace]): WireTagging[] => (said.has(tag) ? [] : [{ tag, ...trace }]));
  return { bodies, unsaid };
}

/** A highlight as one annotation, whole by itself. What it marks must be known (`isAnnotation`). */
export function writeAnnotation(id: string, record: HighlightRecord, writing: Writing): object {
  const { place, note } = record.fields;
  if (!place) throw new Error(`The highlight ${id} marks nothing`);
  const { statement, selector, orphan } = place.value;
  const position = codePoints(selector, writing);
  const { bodies, unsaid } = tagBodies(record, writing);
  const comment = { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note?.value.text };
  const all = note && note.value.text !== '' ? [...bodies, comment] : bodies;
  const title = Object.hasOwn(writing.work.sources, statement) ? writing.work.sources[statement]?.title : undefined;
  const iri = iriOf('highlight', id);
  const { isUnique, start, end, prefix, suffix } = selector;
  const rest: WireHighlight = {
    ...(uuidOf(iri) === id ? {} : { id }),
    lives: record.lives,
    since: record.since,
    statement,
    at: place.at,
    orphan,
    isUnique,
    ...(position ? {} : { position: { start: utf16(start), end: utf16(end) } }),
    ...(note ? { note: { at: note.at, isPrivate: note.value.isPrivate, ...markOf(note.value.text) } } : {}),
    taggings: unsaid,
  };
  const quote = {
    type: 'TextQuoteSelector',
    exact: selector.quote,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
  };
  return {
    '@context': annotationContext,
    id: iri,
    type: 'Annotation',
    motivation: 'highlighting',
    created: record.created,
    modified: record.modified,
    creator: creatorOf(record, writing),
    generator,
    ...(all.length > 0 ? { body: all } : {}),
    target: {
      source: {
        id: sourceIri(selector.source),
        type: 'Text',
        ...(title === undefined ? {} : { 'dcterms:title': title }),
      },
      selector: position ? [quote, { type: 'TextPositionSelector', ...position }] : [quote],
    },
    [ownTerms.highlight]: rest,
  };
}
