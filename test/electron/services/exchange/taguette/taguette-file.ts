import initSqlJs, { type Database } from 'sql.js';

/** A document to be put into a file of Taguette; `marks` are words of its text, once each, with the ids of tags. */
export interface MadeDocument {
  readonly name: string;
  readonly html: string;
  readonly marks: readonly { readonly words: string; readonly tags: readonly number[]; readonly by?: string }[];
}

/** A project to be put into a file of Taguette. Its tags get the ids 1, 2, 3 in all projects together. */
export interface MadeProject {
  readonly name: string;
  readonly tags: readonly (readonly [path: string, description: string])[];
  readonly documents: readonly MadeDocument[];
}

/** The tables as version 1.4 of Taguette makes them. */
const schema = `
  CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
  CREATE TABLE users (login VARCHAR(30) NOT NULL, created DATETIME NOT NULL, hashed_password VARCHAR(192),
    CONSTRAINT pk_users PRIMARY KEY (login));
  CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
    description TEXT NOT NULL, created DATETIME NOT NULL);
  CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
    description TEXT NOT NULL, filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL, project_id INTEGER NOT NULL,
    text_direction VARCHAR(13) NOT NULL, contents TEXT NOT NULL,
    CONSTRAINT fk_documents_project_id_projects FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE);
  CREATE INDEX ix_documents_project_id ON documents (project_id);
  CREATE TABLE commands (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL,
    user_login VARCHAR(30) NOT NULL, project_id INTEGER NOT NULL, document_id INTEGER, payload TEXT NOT NULL);
  CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL,
    start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
  CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL, path VARCHAR(200) NOT NULL,
    description TEXT NOT NULL, CONSTRAINT uq_tags_project_id UNIQUE (project_id, path));
  CREATE INDEX ix_tags_path ON tags (path);
  CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL,
    CONSTRAINT pk_highlight_tags PRIMARY KEY (highlight_id, tag_id));
`;

/** Text as HTML, a paragraph for every one, with spaces for its line breaks: as a converter makes it. */
export function paragraphs(text: string): string {
  const escaped = (part: string): string =>
    part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return text
    .split(/\n\s*\n/u)
    .map((part) => `<p>${escaped(part.trim().replace(/\s*\n\s*/gu, ' '))}</p>`)
    .join('\n');
}

/** The text nodes of such HTML. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** The bytes of a project file with these projects, as Taguette writes it; `change` may do more to it. */
export async function makeTaguetteFile(
  projects: readonly MadeProject[],
  change: (db: Database) => void = () => undefined,
): Promise<Buffer> {
  const { Database } = await initSqlJs();
  const db = new Database();
  db.run(schema);
  let second = 0;
  const now = (): string => {
    second += 1;
    return `2024-03-01 10:00:${String(second % 60).padStart(2, '0')}.${String(second).padStart(6, '0')}`;
  };
  const insert = (sql: string, values: (string | number | null)[]): number => {
    db.run(`INSERT INTO ${sql} VALUES (${values.map(() => '?').join()})`, values);
    return Number(db.exec('SELECT last_insert_rowid()')[0]?.values[0]?.[0]);
  };
  for (const { name, tags, documents } of projects) {
    const project = insert('projects (name, description, created)', [name, '', now()]);
    for (const [path, description] of tags) {
      const id = insert('tags (project_id, path, description)', [project, path, description]);
      const payload = JSON.stringify({ description, tag_id: id, tag_path: path, type: 'tag_add' });
      insert('commands (date, user_login, project_id, payload)', [now(), 'admin', project, payload]);
    }
    for (const document of documents) {
      const text = plain(document.html);
      const id = insert('documents (name, description, filename, created, project_id, text_direction, contents)', [
        document.name,
        '',
        'a.html',
        now(),
        project,
        'LEFT_TO_RIGHT',
        document.html,
      ]);
      for (const { words, tags: on, by = 'admin' } of document.marks) {
        const at = text.indexOf(words);
        if (at < 0) throw new Error(`“${words}” does not stand in ${document.name}`);
        const start = bytesOf(text.slice(0, at));
        const end = start + bytesOf(words);
        const highlight = insert('highlights (document_id, start_offset, end_offset, snippet)', [
          id,
          start,
          end,
          `<p>${words.replaceAll('&', '&amp;')}</p>`,
        ]);
        for (const tag of on) insert('highlight_tags', [highlight, tag]);
        const payload = JSON.stringify({
          end_offset: end,
          highlight_id: highlight,
          start_offset: start,
          tags: on,
          type: 'highlight_add',
        });
        insert('commands (date, user_login, project_id, document_id, payload)', [now(), by, project, id, payload]);
      }
    }
  }
  change(db);
  const bytes = Buffer.from(db.export());
  db.close();
  return bytes;
}
