import { describePassage, type Selector } from '../../anchoring/selector.ts';
import { type Result, succeed } from '../../result.ts';
import { say } from '../../sentence.ts';
import type { Tag } from '../../tags/tag.ts';
import { utf8ToUtf16, utf16 } from '../../text/offsets.ts';
import { type Passage, trimPassage } from '../../text/passage.ts';
import { stableId } from '../../text/stable-id.ts';
import type { Person, Stamp } from '../../workspace/trace.ts';
import { firstWords } from '../first-words.ts';
import type { Incoming, KnownSource, ReportLine } from '../incoming.ts';
import { type HighlightRecord, noWork, type WorkSource } from '../work.ts';
import { type Condensed, condense } from './condense.ts';
import { type MatchedStatement, placeQuote, type ReadyStatement, readyStatements, statementOf } from './place-quote.ts';
import { collectTags, levelsAmong, type TagCollector } from './tag-paths.ts';
import type {
  TaguetteDocument,
  TaguetteHighlight,
  TaguetteMoment,
  TaguetteProject,
  TaguetteTag,
} from './taguette-project.ts';

/** The time of what the file gives no time of. */
const never = '1970-01-01T00:00:00.000Z';

/** Units of context that are kept of a passage whose place is not certain. */
const contextUnits = 48;

/** A document with what is needed to find its passages. */
interface ReadyDocument {
  readonly text: string;
  readonly condensed: Condensed;
  readonly toUtf16: (bytes: number) => number | null;
}

/** Units of text that one import may look through: some ten seconds. */
const mostUnits = 10_000_000_000;

/** What has been read so far. */
interface Reading {
  /** Units of text that may still be looked through. */
  units: number;
  readonly highlights: Map<string, HighlightRecord>;
  /** How many highlights were made of one passage at one time. */
  readonly copies: Map<string, number>;
  readonly people: Map<string, Person>;
  readonly sources: Map<string, WorkSource>;
  readonly lines: ReportLine[];
}

/** How the highlights of a document fared. */
interface Count {
  taken: number;
  respaced: number;
  leftOut: number;
}

/** What names a project wherever it was copied to: ids are given anew in every copy, times are not. */
const projectKey = ({ name, created }: TaguetteProject): string => (created === '' ? name : created);

function stampOf(project: TaguetteProject, moment: TaguetteMoment | null, people: Map<string, Person>): Stamp {
  if (moment === null || moment.last === '') return '';
  const id = stableId('taguette:user', `${projectKey(project)}\n${moment.login}`);
  if (!people.has(id)) people.set(id, { id, name: moment.login, named: '', seen: '' });
  return `${moment.last} ${id}`;
}

/** The only place of `sought` in `text`; -1 where there is none or more than one. */
function onlyPlace(text: string, sought: string): number {
  const first = text.indexOf(sought);
  return first >= 0 && text.indexOf(sought, first + 1) < 0 ? first : -1;
}

/**
 * Where a highlight stands in its document. `isSure` where its offsets and the words that Taguette cut out say the same; where they do
 * not, the place of these words. `null` where they are not there, or twice.
 */
function passageIn(
  document: ReadyDocument,
  { start, end, snippet }: TaguetteHighlight,
): { readonly passage: Passage; readonly isSure: boolean } | null {
  const words = condense(snippet).text;
  const [first, last] = [document.toUtf16(start), document.toUtf16(end)];
  if (first !== null && last !== null && first < last) {
    const passage = trimPassage(document.text, { start: utf16(first), end: utf16(last) });
    const isSame = condense(document.text.slice(first, last)).text === words;
    if (isSame) return passage && { passage, isSure: true };
  }
  const at = words === '' ? -1 : onlyPlace(document.condensed.text, words);
  if (at < 0) return null;
  const { toFull } = document.condensed;
  return { passage: { start: utf16(toFull(at)), end: utf16(toFull(at + words.length - 1) + 1) }, isSure: false };
}

/** A selector that says what was marked and not where: its user is asked. */
function uncertainSelector(quote: string, document: ReadyDocument, passage: Passage | null, sha256: string): Selector {
  const { text } = document;
  return {
    quote,
    prefix: passage ? text.slice(Math.max(0, passage.start - contextUnits), passage.start) : '',
    suffix: passage ? text.slice(passage.end, passage.end + contextUnits) : '',
    isUnique: false,
    start: utf16(0),
    end: utf16(0),
    source: sha256,
  };
}

/** What a highlight marks in the statement, with a line where that is not certain. */
function selectIn(
  document: ReadyDocument,
  highlight: TaguetteHighlight,
  statement: MatchedStatement,
  count: Count,
  lines: ReportLine[],
): Selector | null {
  const { text, sha256, title } = statement.source;
  const found = passageIn(document, highlight);
  const quote = found ? document.text.slice(found.passage.start, found.passage.end) : highlight.snippet.trim();
  const item = firstWords(quote);
  if (item === '') {
    const sentence = say(/*i18n*/ 'A highlight of “{title}” was left out, because it marks no words.', { title });
    lines.push({ outcome: 'refused', item: title, sentence });
    return null;
  }
  const at = found?.isSure ? placeQuote(document.condensed, found.passage, statement) : null;
  const place = at && trimPassage(text, { start: utf16(at.start), end: utf16(at.end) });
  if (place && condense(text.slice(place.start, place.end)).text === condense(quote).text) {
    count.taken += 1;
    if (text.slice(place.start, place.end) !== quote) count.respaced += 1;
    return describePassage(text, place, sha256);
  }
  const sentence = found?.isSure
    ? say(
        /*i18n*/ 'The words “{words}” do not stand in “{title}” at one certain place: the highlight needs your review.',
        {
          words: item,
          title,
        },
      )
    : say(
        /*i18n*/ 'The words “{words}” do not stand where the file says: the highlight in “{title}” needs your review.',
        {
          words: item,
          title,
        },
      );
  lines.push({ outcome: 'changed', item, sentence });
  return uncertainSelector(quote, document, found?.passage ?? null, sha256);
}

function linesOfDocument(name: string, title: string, { taken, respaced, leftOut }: Count): ReportLine[] {
  const lines: ReportLine[] = [];
  if (taken > 0) {
    const sentence = say(
      /*i18n*/ '{count, plural, one {# highlight of the document “{name}” was} other {# highlights of the document “{name}” were}} taken over to “{title}”.',
      { count: taken, name, title },
    );
    lines.push({ outcome: 'taken', item: name, sentence });
  }
  if (respaced > 0) {
    const sentence = say(
      /*i18n*/ 'In “{title}” {count, plural, one {# highlight is quoted with the line breaks and spaces of the statement, which are} other {# highlights are quoted with the line breaks and spaces of the statement, which are}} not those of the document “{name}”.',
      { count: respaced, title, name },
    );
    lines.push({ outcome: 'changed', item: name, sentence });
  }
  if (leftOut > 0) {
    const sentence = say(
      /*i18n*/ '{count, plural, one {# highlight of the document “{name}” was} other {# highlights of the document “{name}” were}} left out, because it would take too long to find so many: divide the project and import its parts.',
      { count: leftOut, name },
    );
    lines.push({ outcome: 'refused', item: name, sentence });
  }
  return lines;
}

function readDocument(
  project: TaguetteProject,
  { name, created, text, highlights }: TaguetteDocument,
  statements: readonly ReadyStatement[],
  tagIds: ReadonlyMap<number, string>,
  reading: Reading,
): void {
  if (highlights.length === 0) return;
  const document: ReadyDocument = { text, condensed: condense(text), toUtf16: utf8ToUtf16(text) };
  const statement = statementOf(document.condensed, statements, (units) => {
    reading.units -= units;
    return reading.units >= 0;
  });
  if (statement === null && reading.units < 0) {
    reading.lines.push(...linesOfDocument(name, '', { taken: 0, respaced: 0, leftOut: highlights.length }));
    return;
  }
  if (statement === null) {
    const sentence = say(
      /*i18n*/ 'The document “{name}” is none of the statements in your collection, so its {count, plural, one {# highlight was} other {# highlights were}} left out.',
      { name, count: highlights.length },
    );
    reading.lines.push({ outcome: 'refused', item: name, sentence });
    return;
  }
  const { id, sha256, title } = statement.source;
  reading.sources.set(id, { id, sha256, title });
  const count: Count = { taken: 0, respaced: 0, leftOut: 0 };
  const cost = (statement.isSame ? 2 : 6) * statement.source.text.length;
  for (const highlight of highlights) {
    reading.units -= cost;
    if (reading.units < 0) {
      count.leftOut += 1;
      continue;
    }
    const selector = selectIn(document, highlight, statement, count, reading.lines);
    if (selector === null) continue;
    const { moment, start, end } = highlight;
    const since = stampOf(project, moment, reading.people);
    const key = [projectKey(project), created === '' ? name : created, start, end, moment?.first ?? ''].join('\n');
    const copy = (reading.copies.get(key) ?? 0) + 1;
    reading.copies.set(key, copy);
    const own = stableId('taguette:highlight', copy === 1 ? key : `${key}\n${copy}`);
    const tags = highlight.tags.flatMap((tag) => tagIds.get(tag) ?? []);
    reading.highlights.set(own, {
      lives: 1,
      since,
      created: moment?.first || never,
      modified: moment?.last || never,
      tags: Object.fromEntries([...new Set(tags)].map((tag, n) => [tag, { on: true, at: since, n }])),
      fields: { place: { value: { statement: id, selector, orphan: false }, at: since } },
    });
  }
  reading.lines.push(...linesOfDocument(name, title, count));
}

/** How far up the tags above a tag are followed: further than there are levels. */
const mostAbove = 32;

function readTags(
  project: TaguetteProject,
  under: readonly string[],
  collector: TagCollector,
  people: Map<string, Person>,
): ReadonlyMap<number, string> {
  const byId = new Map(project.tags.map((tag) => [tag.id, tag]));
  const levelsOf = levelsAmong(project.tags.map(({ path }) => path));
  const ids = new Map<number, string>();
  for (const tag of project.tags) {
    const levels: (readonly string[])[] = [];
    let at: TaguetteTag | undefined = tag;
    while (at && levels.length < mostAbove) {
      levels.unshift(levelsOf(at.path));
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
    const names = [...under, ...levels.flat()];
    const id = collector.add({ names, description: tag.description.trim(), at: stampOf(project, tag.moment, people) });
    if (id !== null) ids.set(tag.id, id);
  }
  return ids;
}

/**
 * What the projects of a Taguette file hold, over the statements that are `known`: documents are matched to them by their words,
 * and every highlight is checked against the words that Taguette cut out for it. Of several projects each has its tags under
 * its name. `own` are the tags one has. What would be looked for in more than `units` UTF-16 units of text is left out, and said.
 */
export function readTaguetteProjects(
  projects: readonly TaguetteProject[],
  known: readonly KnownSource[],
  own: readonly Tag[] = [],
  units = mostUnits,
): Result<Incoming> {
  const statements = readyStatements(known);
  const collector = collectTags(own);
  const reading: Reading = {
    units,
    highlights: new Map(),
    copies: new Map(),
    people: new Map(),
    sources: new Map(),
    lines: [],
  };
  for (const project of projects) {
    const under = projects.length > 1 ? [project.name.replaceAll('/', '∕')] : [];
    const tagIds = readTags(project, under, collector, reading.people);
    for (const document of project.documents) readDocument(project, document, statements, tagIds, reading);
  }
  const tags = collector.records();
  const count = Object.keys(tags).length;
  const tagLine: ReportLine = {
    outcome: 'taken',
    item: 'Taguette',
    sentence: say(
      /*i18n*/ '{count, plural, =0 {The file has no tags.} one {# tag was read.} other {# tags were read.}}',
      { count },
    ),
  };
  return succeed({
    format: 'taguette',
    work: {
      ...noWork(stableId('taguette:file', projects.map(projectKey).join('\n'))),
      people: Object.fromEntries(reading.people),
      sources: Object.fromEntries(reading.sources),
      highlights: Object.fromEntries(reading.highlights),
      tags,
    },
    lines: [tagLine, ...collector.lines, ...reading.lines],
  });
}
