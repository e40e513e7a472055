/// <reference path="./sql-wasm-inline.d.ts" />
import type { Database } from 'sql.js';
import type { Incoming, KnownSource } from '../../../../core/exchange/incoming.ts';
import { importLimits } from '../../../../core/exchange/limits.ts';
import { readTaguetteProjects } from '../../../../core/exchange/taguette/read-projects.ts';
import type {
  TaguetteDocument,
  TaguetteHighlight,
  TaguetteMoment,
  TaguetteProject,
  TaguetteTag,
} from '../../../../core/exchange/taguette/taguette-project.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { say } from '../../../../core/sentence.ts';
import type { Tag } from '../../../../core/tags/tag.ts';
import { checkDatabase } from './check-database.ts';
import { type Column, type Row, readTables } from './read-tables.ts';
import { textOfHtml } from './text-of-html.ts';

const number = (name: string, isOptional = false): Column => ({ name, kind: 'number', isOptional });
const text = (name: string, isOptional = false): Column => ({ name, kind: 'text', isOptional });

const { highlights: mostHighlights, tags: mostTags } = importLimits;

const queries = {
  projects: { table: 'projects', columns: [number('id'), text('name'), text('created', true)], mostRows: 10_000 },
  documents: {
    table: 'documents',
    columns: [number('id'), number('project_id'), text('name'), text('created', true), text('contents')],
    mostRows: 20_000,
  },
  tags: {
    table: 'tags',
    columns: [number('id'), number('project_id'), text('path'), text('description', true), number('parent_id', true)],
    mostRows: mostTags,
  },
  highlights: {
    table: 'highlights',
    columns: [number('id'), number('document_id'), number('start_offset'), number('end_offset'), text('snippet')],
    mostRows: mostHighlights,
  },
  taggings: {
    table: 'highlight_tags',
    columns: [number('highlight_id'), number('tag_id')],
    mostRows: 4 * mostHighlights,
  },
  commands: {
    table: 'commands',
    columns: [text('date'), text('user_login'), text('payload')],
    mostRows: 5 * mostHighlights,
    isOptional: true,
  },
} as const;

type Tables = Readonly<Record<keyof typeof queries, readonly Row[]>>;

/** A time of SQLAlchemy (`2019-03-01 12:30:00.123456`, in UTC) as ISO 8601; empty for anything else. */
function timeOf(written: unknown): string {
  if (typeof written !== 'string') return '';
  const [, day, clock, fraction = ''] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z?$/u.exec(written) ?? [];
  const time = Date.parse(`${day}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

const wholeNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Rows by a number they have; those without one are left out. */
function groupBy(rows: readonly Row[], column: string): ReadonlyMap<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const key = wholeNumber(row[column]);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** When tags and highlights were made and changed: Taguette notes it in its list of commands only. */
function momentsIn(commands: readonly Row[]): ReadonlyMap<string, TaguetteMoment> {
  const moments = new Map<string, TaguetteMoment>();
  for (const { date, user_login: login, payload } of commands) {
    const at = timeOf(date);
    const [, kind] = /"type": ?"(highlight|tag)_add"/u.exec(textIn(payload)) ?? [];
    const [, id] = (kind && new RegExp(`"${kind}_id": ?(\\d{1,15})\\b`, 'u').exec(textIn(payload))) || [];
    if (at === '' || kind === undefined || id === undefined) continue;
    const key = `${kind} ${id}`;
    const known = moments.get(key);
    const isLater = !known || at >= known.last;
    moments.set(key, {
      first: known && known.first < at ? known.first : at,
      last: known && !isLater ? known.last : at,
      login: known && !isLater ? known.login : textIn(login),
    });
  }
  return moments;
}

function assemble(tables: Tables): TaguetteProject[] {
  const moments = momentsIn(tables.commands);
  const documents = groupBy(tables.documents, 'project_id');
  const tags = groupBy(tables.tags, 'project_id');
  const highlights = groupBy(tables.highlights, 'document_id');
  const taggings = groupBy(tables.taggings, 'highlight_id');
  const highlightOf = (row: Row): TaguetteHighlight[] => {
    const [id, start, end] = [row['id'], row['start_offset'], row['end_offset']].map(wholeNumber);
    if (id == null) return [];
    return [
      {
        id,
        start: start ?? -1,
        end: end ?? -1,
        snippet: textOfHtml(textIn(row['snippet'])),
        tags: (taggings.get(id) ?? []).flatMap((tagging) => wholeNumber(tagging['tag_id']) ?? []).sort((a, b) => a - b),
        moment: moments.get(`highlight ${id}`) ?? null,
      },
    ];
  };
  const documentOf = (row: Row): TaguetteDocument[] => {
    const id = wholeNumber(row['id']);
    if (id === null) return [];
    const own = (highlights.get(id) ?? []).flatMap(highlightOf).sort((a, b) => a.start - b.start || a.id - b.id);
    return [
      {
        id,
        name: textIn(row['name']),
        created: timeOf(row['created']),
        text: textOfHtml(textIn(row['contents'])),
        highlights: own,
      },
    ];
  };
  const tagOf = (row: Row): TaguetteTag[] => {
    const id = wholeNumber(row['id']);
    if (id === null) return [];
    const [path, description] = [textIn(row['path']), textIn(row['description'])];
    return [{ id, path, description, parent: wholeNumber(row['parent_id']), moment: moments.get(`tag ${id}`) ?? null }];
  };
  return tables.projects.flatMap((row): TaguetteProject[] => {
    const id = wholeNumber(row['id']);
    if (id === null) return [];
    return [
      {
        id,
        name: textIn(row['name']),
        created: timeOf(row['created']),
        tags: (tags.get(id) ?? []).flatMap(tagOf),
        documents: (documents.get(id) ?? []).flatMap(documentOf),
      },
    ];
  });
}

function readAll(db: Database): Result<TaguetteProject[]> {
  const reader = readTables(db);
  const tables: Record<string, readonly Row[]> = {};
  for (const [name, query] of Object.entries(queries)) {
    const rows = reader.read(query);
    if (!rows.ok) return rows;
    tables[name] = rows.value;
  }
  return succeed(assemble(tables as Tables)); // Every query was read, or none is left.
}

/**
 * What a project file of Taguette holds. It is SQLite, read by `sql.js`: SQLite itself, compiled to WebAssembly and carried in one
 * script, so that it bundles, needs nothing beside it or built for a system, and runs on Node 20, which has no `node:sqlite`, as
 * in Electron. It works on a copy in memory, and what the file brings along to be run (views, triggers, computed columns)
 * is never touched: plain tables are read from end to end, so many rows and bytes and no more. `own` are the tags one has.
 */
export async function readTaguette(
  bytes: Buffer,
  known: readonly KnownSource[],
  own: readonly Tag[] = [],
): Promise<Result<Incoming>> {
  const damaged = fail(
    'unreadable',
    say(/*i18n*/ 'The SQLite file is damaged, or a part of it is missing: export the project from Taguette again.'),
  );
  const checked = checkDatabase(bytes);
  if (checked === null) return damaged;
  // A megabyte that only this import needs.
  const { default: initSqlJs } = await import('sql.js/dist/sql-wasm-inline.js');
  const { Database } = await initSqlJs();
  let projects: Result<TaguetteProject[]>;
  try {
    const db = new Database(checked.bytes);
    try {
      projects = readAll(db);
    } finally {
      db.close();
    }
  } catch {
    // SQLite throws whatever a damaged database leads it to, out of memory included.
    return damaged;
  }
  if (!projects.ok) return projects;
  const incoming = readTaguetteProjects(projects.value, known, own);
  if (!incoming.ok || !checked.hasJournal) return incoming;
  const sentence = say(
    /*i18n*/ 'The database was in use when it was copied, so that its latest changes may be missing: close Taguette and export it again.',
  );
  const { lines, ...rest } = incoming.value;
  return succeed({ ...rest, lines: [...lines, { outcome: 'changed', item: 'Taguette', sentence }] });
}
