import type { z } from 'zod';
import { fail, type Result, succeed } from '../../result.ts';
import { say } from '../../sentence.ts';
import type { ReportLine } from '../incoming.ts';
import { importLimits } from '../limits.ts';
import { hasSoundHistory, type WithHistory } from '../sound-history.ts';
import type { Work } from '../work.ts';
import { isObject, own } from './json-view.ts';
import { ownVersion } from './vocabulary.ts';
import { WireWork, wireLists } from './wire.ts';

/** The records of a work of ours, by their ids; of the highlights only those that are no annotations. */
export interface WorkPart {
  readonly writer: string;
  readonly isPart: boolean;
  readonly people: ReadonlyMap<string, Work['people'][string]>;
  readonly sources: ReadonlyMap<string, Work['sources'][string]>;
  readonly tags: ReadonlyMap<string, Work['tags'][string]>;
  readonly dossiers: ReadonlyMap<string, Work['dossiers'][string]>;
  readonly searches: ReadonlyMap<string, Work['searches'][string]>;
  readonly statements: ReadonlyMap<string, Work['statements'][string]>;
  readonly sets: ReadonlyMap<string, Work['sets'][string]>;
  readonly highlights: ReadonlyMap<string, Work['highlights'][string]>;
  readonly lines: readonly ReportLine[];
}

/** What a record is called whose words cannot be read. */
function nameOf(item: unknown, list: string): string {
  const id = isObject(item) ? own(item, 'id') : null;
  return typeof id === 'string' ? id.slice(0, 100) : list;
}

/** The items of a list that are what they must be, by their ids; a line for each of the others. */
function readList<Item extends { readonly id: string } & WithHistory>(
  list: keyof typeof wireLists,
  items: readonly unknown[],
  schema: z.ZodType<Item>,
  lines: ReportLine[],
): Map<string, Item> {
  const read = new Map<string, Item>();
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (!parsed.success || !hasSoundHistory(parsed.data)) {
      const sentence = say(
        /*i18n*/ 'This record is damaged in the file and was left out: ask its writer to export it again.',
      );
      lines.push({ outcome: 'refused', item: nameOf(item, list), sentence });
    } else if (read.has(parsed.data.id)) {
      const sentence = say(/*i18n*/ 'The file has this record twice: the first was taken.');
      lines.push({ outcome: 'refused', item: nameOf(item, list), sentence });
    } else read.set(parsed.data.id, parsed.data);
  }
  return read;
}

function withoutIds<Item extends { readonly id: string }>(items: ReadonlyMap<string, Item>) {
  return new Map([...items].map(([id, { id: _, ...record }]) => [id, record] as const));
}

/** What a file says of a whole work under our own term; a sentence where it cannot be read. */
export function readWork(value: unknown): Result<WorkPart> {
  const version = isObject(value) ? own(value, 'version') : null;
  if (typeof version === 'number' && version > ownVersion) {
    return fail(
      'invalid',
      say(/*i18n*/ 'This file was written by a later version of Attest than this one: update Attest to read it.'),
    );
  }
  const parsed = WireWork.safeParse(value);
  if (!parsed.success) {
    return fail(
      'invalid',
      say(/*i18n*/ 'What Attest wrote into this file is damaged: ask for the file once more, or for its archive.'),
    );
  }
  const { writer, people, sources, tags, dossiers, searches, statements, sets, highlights } = parsed.data;
  const most = Math.max(...[people, tags, dossiers, searches, sets].map(({ length }) => length));
  const documents = Math.max(sources.length, statements.length);
  if (most > importLimits.tags || documents > importLimits.statements || highlights.length > importLimits.highlights) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'This file holds more than {limit} tags, dossiers or searches, more than Attest reads: divide the file.',
        {
          limit: importLimits.tags,
        },
      ),
    );
  }
  const lines: ReportLine[] = [];
  const others = [...readList('highlights', highlights, wireLists.highlights, lines)].map(
    ([id, { id: _, taggings, ...record }]) => {
      const traces = Object.fromEntries(taggings.map(({ tag, ...trace }) => [tag, trace]));
      return [id, { ...record, tags: traces }] as const;
    },
  );
  return succeed({
    writer,
    isPart: parsed.data.isPart === true,
    people: readList('people', people, wireLists.people, lines),
    sources: readList('sources', sources, wireLists.sources, lines),
    tags: withoutIds(readList('tags', tags, wireLists.tags, lines)),
    dossiers: withoutIds(readList('dossiers', dossiers, wireLists.dossiers, lines)),
    searches: withoutIds(readList('searches', searches, wireLists.searches, lines)),
    statements: withoutIds(readList('statements', statements, wireLists.statements, lines)),
    sets: withoutIds(readList('sets', sets, wireLists.sets, lines)),
    highlights: new Map(others),
    lines,
  });
}
