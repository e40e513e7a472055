import { resolveSelector } from '../../anchoring/resolve.ts';
import { type Sentence, say } from '../../sentence.ts';
import { offsetConverter } from '../../text/offsets.ts';
import type { Passage } from '../../text/passage.ts';
import { firstWords } from '../first-words.ts';
import { foldTags } from '../fold-tags.ts';
import type { KnownSource, ReportLine } from '../incoming.ts';
import { type HighlightRecord, isAlive, type Work } from '../work.ts';
import { createGuidMaker, guidOfId } from './guid.ts';
import { nameOfNobody } from './open-people.ts';
import { sayKeptBack } from './say-kept-back.ts';
import { writeCodes } from './write-codes.ts';
import { isoOf, type PlacedRecord, type SelectionWriting, writeSelection } from './write-selection.ts';
import { createXmlWriter, type XmlWriter } from './xml-writer.ts';

/** A project as it leaves: what goes into its archive, and what of the work the format cannot hold. */
export interface RefiProjectFile {
  /** The content of `project.qde`. */
  readonly qde: string;
  /** The texts that go beside it, by their paths in the archive. */
  readonly texts: ReadonlyMap<string, string>;
  readonly lines: readonly ReportLine[];
}

/** Names of sources become names of files with some programs. */
const titleLength = 120;

const unwritable = say(
  /*i18n*/ 'It holds characters that the format cannot hold: “�” stands in their place in the file.',
);

/** Where a highlight stands in its statement, or why it is not exported. */
function placeOf(record: HighlightRecord, known: KnownSource | undefined): Passage | Sentence {
  const place = record.fields.place?.value;
  if (!place || !known) {
    return say(/*i18n*/ 'The text of its statement cannot be read here, so the highlight stays out of the file.');
  }
  const anchor = resolveSelector(known.text, known.sha256, place.selector);
  if (place.orphan || anchor.state !== 'anchored') {
    return say(
      /*i18n*/ 'Where it stands in the statement is not certain, so it stays out of the file: review it first.',
    );
  }
  return { start: anchor.start, end: anchor.end };
}

/** The living highlights of each statement in reading order, and a line for each that has no place. */
function placeAll(work: Work, known: ReadonlyMap<string, KnownSource>) {
  const bySource = new Map<string, PlacedRecord[]>();
  const lines: ReportLine[] = [];
  for (const [id, record] of Object.entries(work.highlights)) {
    const place = record.fields.place?.value;
    if (!isAlive(record) || !place) continue;
    const passage = placeOf(record, known.get(place.statement));
    if ('pattern' in passage) {
      lines.push({ outcome: 'refused', item: firstWords(place.selector.quote), sentence: passage });
      continue;
    }
    const placed = bySource.get(place.statement);
    if (placed) placed.push({ id, record, passage });
    else bySource.set(place.statement, [{ id, record, passage }]);
  }
  for (const placed of bySource.values()) {
    placed.sort((a, b) => a.passage.start - b.passage.start || b.passage.end - a.passage.end || (a.id < b.id ? -1 : 1));
  }
  return { bySource, lines };
}

/** Names that file systems can have too, each once. */
function createTitler(): (title: string) => string {
  const taken = new Set<string>();
  return (title) => {
    const plain = [...title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')].slice(0, titleLength).join('').trim();
    let name = plain === '' ? 'Statement' : plain;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${plain} (${count})`;
    taken.add(name.toLowerCase());
    return name;
  };
}

function writeUsers(work: Work, used: ReadonlyMap<string, string>, { attribute }: XmlWriter): string {
  return [...used]
    .map(([id, guid]) => {
      const name = work.people[id]?.name ?? '';
      const own = guid === id ? null : id;
      return `<User${attribute('guid', guid)}${attribute('name', name === '' ? nameOfNobody(guid) : name)}${attribute('id', own)}/>\n`;
    })
    .join('');
}

/**
 * `work` as a REFI-QDA project (`.qdpx`) called `name`: the statements in `known` that it has highlights in, with their texts, and
 * its tags; positions in code points. The same for the same work. Whatever the format cannot hold is told in `lines`, and
 * so is every highlight whose place is not certain: it stays out.
 */
export function writeProject(work: Work, known: readonly KnownSource[], name: string): RefiProjectFile {
  const writer = createXmlWriter();
  const { attribute } = writer;
  const newGuid = createGuidMaker();
  const tags = [...foldTags(work.tags).values()];
  const codes = writeCodes(tags, writer, newGuid);
  const lines: ReportLine[] = [...codes.lines];
  const statements = new Map(known.map((source) => [source.id, source]));
  const { bySource, lines: unplaced } = placeAll(work, statements);
  for (const line of unplaced) lines.push(line);
  const users = new Map<string, string>();
  const userGuid = (id: string): string => {
    const guid = users.get(id) ?? guidOfId('user', id);
    users.set(id, guid);
    return guid;
  };
  userGuid(work.writer);
  for (const id of Object.keys(work.people).sort()) userGuid(id);
  const titleFor = createTitler();
  const texts = new Map<string, string>();
  const exported: string[] = [];
  const how: SelectionWriting = { work, writer, tagGuids: codes.guids, userGuid, newGuid };
  const sources = known.flatMap((source) => {
    const placed = bySource.get(source.id) ?? [];
    if (placed.length === 0) return [];
    const guid = newGuid('source', source.sha256);
    const converter = offsetConverter(source.text);
    texts.set(`sources/${guid}.txt`, source.text);
    const selections = placed.map((highlight) => {
      const { start, end } = highlight.passage;
      const quote = source.text.slice(start, end);
      const positions = [converter.toCodePoints(start), converter.toCodePoints(end)] as const;
      const xml = writeSelection(highlight, positions, quote, how);
      exported.push(highlight.id);
      if (writer.hasReplaced()) lines.push({ outcome: 'changed', item: firstWords(quote), sentence: unwritable });
      return xml;
    });
    const first = placed.map(({ record }) => isoOf(record.created)).reduce((a, b) => (b < a ? b : a));
    const made = `${attribute('creatingUser', userGuid(work.writer))}${attribute('creationDateTime', first)}`;
    const head = `<TextSource${attribute('guid', guid)}${attribute('name', titleFor(source.title))}${attribute('plainTextPath', `internal://${guid}.txt`)}${made}>`;
    writer.hasReplaced();
    return [`${head}\n${selections.join('')}</TextSource>\n`];
  });
  const named = writeUsers(work, users, writer);
  const parts = [
    `<Users>\n${named}</Users>\n`,
    codes.xml === '' ? '' : `<CodeBook>\n<Codes>\n${codes.xml}</Codes>\n</CodeBook>\n`,
    sources.length === 0 ? '' : `<Sources>\n${sources.join('')}</Sources>\n`,
  ];
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0"${attribute('name', name)} origin="Attest"${attribute('creatingUserGUID', userGuid(work.writer))}>\n`;
  if (exported.length > 0) {
    const sentence = say(
      /*i18n*/ '{count, plural, one {# highlight is} other {# highlights are}} in the file, in {statements, plural, one {# statement} other {# statements}}, with {tags, plural, =0 {no tags} one {# tag} other {# tags}}.',
      { count: exported.length, statements: sources.length, tags: tags.length },
    );
    lines.unshift({ outcome: 'taken', item: name, sentence });
  }
  lines.push(...sayKeptBack(work, tags, exported, name));
  return { qde: `${head}${parts.join('')}</Project>\n`, texts, lines };
}
