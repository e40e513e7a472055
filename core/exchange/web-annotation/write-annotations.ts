import { writeJsonText } from '../../export/json-text.ts';
import { inTreeOrder } from '../../tags/tag-tree.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { foldTags } from '../fold-tags.ts';
import type { KnownSource } from '../incoming.ts';
import type { HighlightRecord, Work } from '../work.ts';
import { annotationContext, iriOf, ownContext, ownTerms, ownVersion } from './vocabulary.ts';
import type { MeasuredText } from './write-annotation.ts';
import { generator, isAnnotation, writeAnnotation } from './write-annotation.ts';

type Records<Item> = Readonly<Record<string, Item>>;

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By statement and position, so that two files can be compared line by line. */
function compareHighlights([a, one]: [string, HighlightRecord], [b, other]: [string, HighlightRecord]): number {
  const [first, second] = [one.fields.place?.value, other.fields.place?.value];
  if (!first || !second) return inOrder(a, b);
  return inOrder(first.statement, second.statement) || first.selector.start - second.selector.start || inOrder(a, b);
}

const withIds = (records: Records<object>): object[] =>
  Object.entries(records)
    .sort(([a], [b]) => inOrder(a, b))
    .map(([id, record]) => ({ id, ...record }));

const isEmpty = (records: Records<object>): boolean => Object.keys(records).length === 0;

/** Deleted highlights, and those of which it is not known what they mark. */
function otherHighlights(highlights: Work['highlights']): object[] {
  const others = Object.entries(highlights).filter(([, record]) => !isAnnotation(record));
  return others
    .sort(([a], [b]) => inOrder(a, b))
    .map(([id, { tags, ...record }]) => ({
      id,
      ...record,
      taggings: Object.entries(tags).map(([tag, trace]) => ({ tag, ...trace })),
    }));
}

/** A list with one item on each line. */
const lines = (items: readonly object[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => writeJsonText(item)).join(',\n')}\n]`;

/** An object with one member on each line; the values are JSON already. */
const members = (entries: Readonly<Record<string, string>>): string =>
  `{\n${Object.entries(entries)
    .map(([key, json]) => `${writeJsonText(key)}: ${json}`)
    .join(',\n')}\n}`;

function measuring(texts: readonly KnownSource[]): (sha256: string) => MeasuredText | null {
  const bySha = new Map(texts.map((known) => [known.sha256, known]));
  // Highlights come statement by statement: only the last text is worth keeping.
  let last: { readonly sha256: string; readonly measured: MeasuredText } | null = null;
  return (sha256) => {
    if (last?.sha256 === sha256) return last.measured;
    const text = bySha.get(sha256)?.text;
    if (text === undefined) return null;
    last = { sha256, measured: { length: text.length, converter: offsetConverter(text) } };
    return last.measured;
  };
}

/**
 * `work` as a collection of W3C Web Annotations (JSON-LD, `application/ld+json`): one highlight on each line, with its quotation
 * and context, its position in code points where `texts` has the text, its tags and its note; and under terms of our own whatever
 * else there is. `readAnnotations` makes the same work of it. The same work gives the same file.
 */
export function writeAnnotations(work: Work, texts: readonly KnownSource[]): string {
  const paths = new Map(inTreeOrder([...foldTags(work.tags).values()], inOrder).map(({ tag, path }) => [tag.id, path]));
  const writing = { work, paths, measure: measuring(texts) };
  const marked = Object.entries(work.highlights).filter(([, record]) => isAnnotation(record));
  const items = marked.sort(compareHighlights).map(([id, record]) => writeAnnotation(id, record, writing));
  const rest = members({
    version: String(ownVersion),
    writer: writeJsonText(work.writer),
    ...(work.isPart ? { isPart: 'true' } : {}),
    people: lines(withIds(work.people)),
    sources: lines(withIds(work.sources)),
    tags: lines(withIds(work.tags)),
    dossiers: lines(withIds(work.dossiers)),
    searches: lines(withIds(work.searches)),
    highlights: lines(otherHighlights(work.highlights)),
    ...(isEmpty(work.statements) ? {} : { statements: lines(withIds(work.statements)) }),
    ...(isEmpty(work.sets) ? {} : { sets: lines(withIds(work.sets)) }),
  });
  const id = iriOf('collection', `collection of ${work.writer}`);
  const page = members({
    id: writeJsonText(iriOf('page', `page of ${work.writer}`)),
    type: writeJsonText('AnnotationPage'),
    partOf: writeJsonText(id),
    startIndex: '0',
    items: lines(items),
  });
  const collection = members({
    '@context': writeJsonText([annotationContext, ownContext]),
    id: writeJsonText(id),
    type: writeJsonText('AnnotationCollection'),
    label: writeJsonText('Highlights from Attest'),
    generator: writeJsonText(generator),
    total: String(items.length),
    [ownTerms.work]: rest,
    first: page,
  });
  return `${collection}\n`;
}
