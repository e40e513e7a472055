import { fail, type Result, succeed } from '../../result.ts';
import { type Sentence, say } from '../../sentence.ts';
import { stableId } from '../../text/stable-id.ts';
import type { Person } from '../../workspace/trace.ts';
import { firstWords } from '../first-words.ts';
import type { Incoming, KnownSource, ReportLine } from '../incoming.ts';
import { importLimits } from '../limits.ts';
import type { HighlightRecord, Work, WorkSource } from '../work.ts';
import { describeTaken } from './describe-taken.ts';
import { type IncomingTags, incomingTags } from './incoming-tags.ts';
import { idOf, isDeeperThan, isObject, type JsonObject, listOf, own } from './json-view.ts';
import { type KnownTexts, knownTexts } from './known-texts.ts';
import { listAnnotations } from './list-annotations.ts';
import { wordsOf } from './place-passage.ts';
import { readBodies } from './read-bodies.ts';
import { readForeign } from './read-foreign.ts';
import { type OwnReading, readOwn } from './read-own.ts';
import { readTargets } from './read-targets.ts';
import { readWork, type WorkPart } from './read-work.ts';
import { ownTerms } from './vocabulary.ts';

const noWorkPart: WorkPart = {
  writer: '',
  isPart: false,
  people: new Map(),
  sources: new Map(),
  tags: new Map(),
  dossiers: new Map(),
  searches: new Map(),
  statements: new Map(),
  sets: new Map(),
  highlights: new Map(),
  lines: [],
};

/** What is read so far. */
interface Gathered {
  readonly highlights: Map<string, HighlightRecord>;
  readonly sources: Map<string, WorkSource>;
  readonly people: Map<string, Person>;
  readonly lines: ReportLine[];
  /** The highlights of which a line is said already. */
  readonly told: Set<string>;
}

interface Found {
  readonly id: string;
  readonly record: HighlightRecord;
  readonly statement: KnownSource;
}

/** Whether the highlight was taken: what a file has twice is taken once. */
function gather({ highlights, sources, lines }: Gathered, { id, record, statement }: Found, item: string): boolean {
  if (highlights.has(id)) {
    const sentence = say(/*i18n*/ 'The file has an annotation with the same id before this one: that was taken.');
    lines.push({ outcome: 'refused', item, sentence });
    return false;
  }
  highlights.set(id, record);
  const { id: source, sha256, title } = statement;
  if (!sources.has(source)) sources.set(source, { id: source, sha256, title });
  return true;
}

/** What an annotation is called in the report. */
function nameOf(annotation: JsonObject): string {
  const quote = readTargets(annotation).find((target) => target.quote !== null)?.quote ?? null;
  return firstWords(quote ?? readBodies(annotation).note ?? idOf(annotation) ?? '');
}

function takeOwn(annotation: JsonObject, reading: OwnReading, gathered: Gathered): void {
  const read = readOwn(annotation, reading);
  const item = nameOf(annotation);
  if (read.id === null) {
    gathered.lines.push({ outcome: 'refused', item, sentence: read.refusal });
    return;
  }
  if (!gather(gathered, read, item)) return;
  const told: ReportLine[] = [
    ...read.changes.map((sentence) => ({ outcome: 'changed' as const, item, sentence })),
    ...(read.remark ? [{ outcome: 'taken' as const, item, sentence: read.remark }] : []),
  ];
  if (told.length > 0) gathered.told.add(read.id);
  gathered.lines.push(...told);
}

function takeForeign(annotation: JsonObject, known: KnownTexts, tags: IncomingTags, gathered: Gathered): void {
  const { passages, person } = readForeign(annotation, known, tags);
  if (passages.length === 0) {
    const sentence = say(/*i18n*/ 'It does not say what it marks.');
    gathered.lines.push({ outcome: 'refused', item: nameOf(annotation), sentence });
  }
  for (const { claimed, found, sentences } of passages) {
    const item = claimed.quote === null ? nameOf(annotation) : firstWords(claimed.quote);
    if (found && !gather(gathered, found, item)) continue;
    if (found && person && !gathered.people.has(person.id)) gathered.people.set(person.id, person);
    if (found && sentences.length > 0) gathered.told.add(found.id);
    const outcome = found ? 'changed' : 'refused';
    for (const sentence of sentences) gathered.lines.push({ outcome, item, sentence });
  }
}

/** The sources of the file's own work that are here, under the ids that they have here. */
function sourcesHere({ sources }: WorkPart, known: KnownTexts): Map<string, WorkSource> {
  const here = new Map<string, WorkSource>();
  for (const source of sources.values()) {
    const statement = known.bySha256(source.sha256, source.id) ?? known.byVersion(source.sha256, source.id);
    if (statement && !here.has(statement.id)) here.set(statement.id, { ...source, id: statement.id });
  }
  return here;
}

/** Whose work a file is that does not say so: its one writer's, else nobody's in particular. */
function writerOf(json: unknown, people: ReadonlyMap<string, Person>): string {
  const [only, ...more] = people.keys();
  if (only !== undefined && more.length === 0) return only;
  return stableId('attest:web-annotation', (isObject(json) ? idOf(json) : null) ?? '');
}

function refuse(sentence: Sentence): Result<Incoming> {
  return fail('invalid', sentence);
}

function readAll(annotations: readonly unknown[], part: WorkPart, known: KnownTexts, tags: IncomingTags): Gathered {
  const gathered: Gathered = {
    highlights: new Map(part.highlights),
    sources: sourcesHere(part, known),
    people: new Map(part.people),
    lines: [...part.lines],
    told: new Set(),
  };
  const reading: OwnReading = {
    known,
    tags,
    statementFor: (source, sha256) =>
      known.bySha256(sha256, source) ??
      known.bySha256(part.sources.get(source)?.sha256 ?? '', source) ??
      known.byVersion(sha256, source),
    titleOf: (source) => part.sources.get(source)?.title ?? source,
  };
  for (const annotation of annotations) {
    if (!isObject(annotation)) {
      const item = typeof annotation === 'string' ? firstWords(annotation) : '';
      const sentence = say(/*i18n*/ 'This annotation is not in the file itself: export it as a whole.');
      gathered.lines.push({ outcome: 'refused', item, sentence });
    } else if (Object.hasOwn(annotation, ownTerms.highlight)) takeOwn(annotation, reading, gathered);
    else takeForeign(annotation, known, tags, gathered);
  }
  return gathered;
}

/** The words that may have to be looked for in all statements. */
function wordsIn(annotations: readonly unknown[]): Set<string> {
  const words = new Set<string>();
  for (const annotation of annotations) {
    if (!isObject(annotation) || Object.hasOwn(annotation, ownTerms.highlight)) continue;
    for (const target of readTargets(annotation)) {
      const quote = wordsOf(target);
      if (quote !== null) words.add(quote);
    }
  }
  return words;
}

/**
 * The work in a file of W3C Web Annotations, parsed from JSON: what `writeAnnotations` wrote comes back as it was, and what others
 * wrote (a collection, a page, a list, a single annotation, an export of Hypothesis or Recogito) as far as its words stand in
 * `known`. The same file always gives the same. A sentence where nothing can be read; whatever cannot be taken has a line.
 */
export function readAnnotations(json: unknown, known: readonly KnownSource[]): Result<Incoming> {
  if (isDeeperThan(json, importLimits.depth)) {
    return refuse(
      say(
        /*i18n*/ 'This file has more than {limit} levels of lists one in the other, as no file of annotations has: it was not read.',
        {
          limit: importLimits.depth,
        },
      ),
    );
  }
  const list = listAnnotations(json);
  if (!list.ok) return list;
  const { annotations, work: told, hasOtherPages } = list.value;
  const part = told === undefined ? succeed(noWorkPart) : readWork(told);
  if (!part.ok) return part;
  const tags = incomingTags(part.value.tags);
  const gathered = readAll(annotations, part.value, knownTexts(known, wordsIn(annotations)), tags);
  if (tags.records.size > importLimits.tags) {
    return refuse(
      say(/*i18n*/ 'This file holds {count} tags, and Attest reads at most {limit} at once: divide the file.', {
        count: tags.records.size,
        limit: importLimits.tags,
      }),
    );
  }
  const { highlights, sources, people, lines } = gathered;
  if (hasOtherPages) {
    const item = (isObject(json) && idOf(listOf(own(json, 'first'))[0])) || '';
    const sentence = say(/*i18n*/ 'The file names pages that are not in it: export these too, and import them.');
    lines.push({ outcome: 'refused', item, sentence });
  }
  const work: Work = {
    writer: part.value.writer || writerOf(json, people),
    ...(part.value.isPart ? { isPart: true } : {}),
    people: Object.fromEntries(people),
    sources: Object.fromEntries(sources),
    highlights: Object.fromEntries(highlights),
    tags: Object.fromEntries(tags.records),
    dossiers: Object.fromEntries(part.value.dossiers),
    searches: Object.fromEntries(part.value.searches),
    statements: Object.fromEntries(part.value.statements),
    sets: Object.fromEntries(part.value.sets),
  };
  return succeed({ format: 'web-annotation', work, lines: [...describeTaken(work, gathered.told), ...lines] });
}
