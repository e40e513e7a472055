import type { Passage } from '../../text/passage.ts';
import { laterOf, type Stamp, timeOf, writerOf } from '../../workspace/trace.ts';
import { inTaggingOrder } from '../../workspace/traced-fields.ts';
import type { HighlightRecord, Work } from '../work.ts';
import type { GuidMaker } from './guid.ts';
import type { XmlWriter } from './xml-writer.ts';

/** Of a quotation as many code points name it: enough to find it by, and short enough to be shown. */
const nameLength = 400;

/** A highlight at its place in the statement. */
export interface PlacedRecord {
  readonly id: string;
  readonly record: HighlightRecord;
  readonly passage: Passage;
}

/** A time as XML has it (`xsd:dateTime`), in UTC. */
export const isoOf = (time: string): string => new Date(time).toISOString().replace('.000Z', 'Z');

function creatorOf({ since, fields }: HighlightRecord, work: Work): string {
  return writerOf(fields.place?.at ?? '') || writerOf(since) || work.writer;
}

function changerOf({ since, fields, tags }: HighlightRecord, work: Work): string {
  const stamps: Stamp[] = [
    since,
    fields.place?.at ?? '',
    fields.note?.at ?? '',
    ...Object.values(tags).map((t) => t.at),
  ];
  return writerOf(stamps.reduce(laterOf, '')) || work.writer;
}

/** What is needed to write a selection. */
export interface SelectionWriting {
  readonly work: Work;
  readonly writer: XmlWriter;
  readonly tagGuids: ReadonlyMap<string, string>;
  readonly userGuid: (id: string) => string;
  readonly newGuid: GuidMaker;
}

function nameOf(quote: string): string {
  // Cut by units first: of a long quotation not every character need be looked at.
  const characters = [...quote.slice(0, 2 * nameLength + 2)];
  return characters.length > nameLength ? `${characters.slice(0, nameLength).join('')}…` : quote;
}

/** A highlight as an element; `positions` are in code points, `quote` is what stands there. Nothing of a private note is in it. */
export function writeSelection(
  placed: PlacedRecord,
  positions: readonly [number, number],
  quote: string,
  how: SelectionWriting,
): string {
  const { id, record } = placed;
  const { work, writer, tagGuids, userGuid, newGuid } = how;
  const { attribute, content } = writer;
  const note = record.fields.note?.value;
  const description = note && !note.isPrivate && note.text !== '' ? note.text : null;
  const creator = creatorOf(record, work);
  const guid = newGuid('selection', id);
  const codings = inTaggingOrder(Object.entries(record.tags).filter(([tag, { on }]) => on && tagGuids.has(tag))).map(
    (tag) => {
      const at = record.tags[tag]?.at ?? '';
      const user = writerOf(at) || creator;
      const time = timeOf(at);
      return `<Coding${attribute('guid', newGuid('coding', `${guid} ${tagGuids.get(tag)}`))}${attribute('creatingUser', userGuid(user))}${attribute('creationDateTime', time === '' ? null : isoOf(time))}><CodeRef${attribute('targetGUID', tagGuids.get(tag) ?? '')}/></Coding>`;
    },
  );
  const made = `${attribute('creatingUser', userGuid(creator))}${attribute('creationDateTime', isoOf(record.created))}`;
  const changed = `${attribute('modifyingUser', userGuid(changerOf(record, work)))}${attribute('modifiedDateTime', isoOf(record.modified))}`;
  const start = `<PlainTextSelection${attribute('guid', guid)}${attribute('name', nameOf(quote))}${attribute('startPosition', positions[0])}${attribute('endPosition', positions[1])}${made}${changed}`;
  const inside = `${description === null ? '' : `<Description>${content(description)}</Description>`}${codings.join('')}`;
  return inside === '' ? `${start}/>\n` : `${start}>${inside}</PlainTextSelection>\n`;
}
