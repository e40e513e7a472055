import { beforeAll, describe, expect, it } from 'vitest';
import { foldTags } from '../../../../../core/exchange/fold-tags.ts';
import type { Incoming, KnownSource } from '../../../../../core/exchange/incoming.ts';
import { joinWork } from '../../../../../core/exchange/join-work.ts';
import { inEnglish } from '../../../../../core/sentence.ts';
import { initialTags } from '../../../../../core/tags/tag.ts';
import { pathOf } from '../../../../../core/tags/tag-tree.ts';
import { readTaguette } from '../../../../../electron/services/exchange/taguette/read-taguette.ts';
import { readBundledStatements } from '../../../../support/bundled-statements.ts';
import { sourcesOf } from '../bundled-work.ts';
import { type MadeDocument, makeTaguetteFile, paragraphs } from './taguette-file.ts';

let known: KnownSource[] = [];
const hard: KnownSource = {
  id: 'hard',
  sha256: 'a'.repeat(64),
  title: 'Цяжкі тэкст',
  text: 'Першы абзац & 👩‍👩‍👧 “цытата” <b>.\n\nДругі абзац:\u00a0катаванні\nі затрыманні 🇧🇾 e\u0301.\n\nПершы абзац & яшчэ.\n',
};

beforeAll(async () => {
  known = [...sourcesOf(await readBundledStatements()), hard];
});

async function take(bytes: Buffer): Promise<Incoming> {
  const read = await readTaguette(bytes, known);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

async function refusal(bytes: Buffer): Promise<string> {
  const read = await readTaguette(bytes, known);
  return read.ok ? 'taken' : read.fault.message;
}

const said = ({ lines }: Incoming, outcome: string): string[] =>
  lines.filter((line) => line.outcome === outcome).map(({ sentence }) => inEnglish(sentence));

/** Each highlight's words as they stand in its statement, and the paths of its tags. */
function marked({ work }: Incoming): [string, string[]][] {
  const tags = [...foldTags(work.tags).values()];
  return Object.values(work.highlights).map(({ fields, tags: on }) => {
    const place = fields.place?.value;
    const text = known.find(({ id }) => id === place?.statement)?.text ?? '';
    const { start = 0, end = 0, quote = '' } = place?.selector ?? {};
    expect(end === 0 || text.slice(start, end) === quote).toBe(true);
    return [quote, Object.keys(on).map((id) => pathOf(tags, id) ?? '?')];
  });
}

const project = (documents: readonly MadeDocument[]) => ({
  name: 'Belarus',
  tags: [
    ['torture', 'What the Convention calls so.'],
    ['people', ''],
    ['people.officials', 'of the state'],
    ['U.S. policy', ''],
  ] as const,
  documents,
});

const document = (source: KnownSource, marks: MadeDocument['marks']): MadeDocument => ({
  name: 'a document',
  html: paragraphs(source.text),
  marks,
});

describe('readTaguette', () => {
  it('puts highlights where their words stand in the statement, counted in bytes', async () => {
    const made = await makeTaguetteFile([
      project([
        document(hard, [
          { words: 'цытата', tags: [1] },
          { words: 'катаванні і затрыманні 🇧🇾', tags: [1, 3] },
          { words: 'яшчэ', tags: [] },
        ]),
      ]),
    ]);
    const incoming = await take(made);
    expect(marked(incoming)).toEqual([
      ['цытата', ['torture']],
      ['катаванні\nі затрыманні 🇧🇾', ['torture', 'people/officials']],
      ['яшчэ', []],
    ]);
    expect(said(incoming, 'taken')).toContain(
      '3 highlights of the document “a document” were taken over to “Цяжкі тэкст”.',
    );
    expect(said(incoming, 'changed')).toEqual([expect.stringContaining('1 highlight is quoted with the line breaks')]);
    expect(said(incoming, 'refused')).toEqual([]);
  });

  it('reads every bundled statement that went through Taguette', async () => {
    const statements = known.filter(({ id }) => id !== 'hard');
    const documents = statements.map((source): MadeDocument => {
      const html = paragraphs(source.text);
      const words = /<p>([^<&]{60,})<\/p>/u.exec(html)?.[1]?.slice(10, 50).trim() ?? '';
      return { name: source.title, html, marks: [{ words, tags: [1] }] };
    });
    const incoming = await take(await makeTaguetteFile([project(documents)]));
    expect(Object.values(incoming.work.highlights).map(({ fields }) => fields.place?.value.statement)).toEqual(
      statements.map(({ id }) => id),
    );
    expect(said(incoming, 'refused')).toEqual([]);
    expect(Object.values(incoming.work.sources).map(({ sha256 }) => sha256)).toEqual(
      statements.map(({ sha256 }) => sha256),
    );
  });

  it('knows who marked what, and when, and the same tags as everybody', async () => {
    const incoming = await take(
      await makeTaguetteFile([project([document(hard, [{ words: 'цытата', tags: [1], by: 'hanna' }])])]),
    );
    const [record] = Object.values(incoming.work.highlights);
    expect(record?.created).toMatch(/^2024-03-01T10:00:\d\d\.000Z$/u);
    const [time, writer = ''] = record?.since.split(' ') ?? [];
    expect(time).toBe(record?.created);
    expect(incoming.work.people[writer]?.name).toBe('hanna');
    expect(Object.keys(record?.tags ?? {})).toEqual([initialTags[0]?.id]);
    expect([...foldTags(incoming.work.tags).values()].map(({ name, description }) => [name, description])).toEqual(
      expect.arrayContaining([
        ['torture', 'What the Convention calls so.'],
        ['U.S. policy', ''],
      ]),
    );
  });

  it('gives the same work again, also from a copy whose ids are others', async () => {
    const made = project([
      document(hard, [
        { words: 'цытата', tags: [1] },
        { words: 'яшчэ', tags: [2] },
      ]),
    ]);
    const [one, other] = [await take(await makeTaguetteFile([made])), await take(await makeTaguetteFile([made]))];
    expect(other).toEqual(one);
    expect(joinWork(one.work, other.work)).toEqual(one.work);
    const renumbered = await makeTaguetteFile([made], (db) => {
      db.run(
        'UPDATE highlights SET id = id + 100; UPDATE highlight_tags SET highlight_id = highlight_id + 100, tag_id = tag_id + 50',
      );
      db.run('UPDATE tags SET id = id + 50');
      db.run(`UPDATE commands SET payload = json_replace(payload, '$.highlight_id', json_extract(payload, '$.highlight_id') + 100)
        WHERE json_extract(payload, '$.highlight_id') IS NOT NULL`);
    });
    const copy = await take(renumbered);
    expect(Object.keys(copy.work.highlights)).toEqual(Object.keys(one.work.highlights));
    expect(copy.work.tags).toMatchObject(
      Object.fromEntries(
        Object.entries(one.work.tags).map(([id, { fields }]) => [
          id,
          { fields: { name: { value: fields.name?.value } } },
        ]),
      ),
    );
  });

  it('puts the tags of several projects under their names', async () => {
    const one = {
      name: 'First',
      tags: [['a', '']] as const,
      documents: [document(hard, [{ words: 'цытата', tags: [1] }])],
    };
    const two = {
      name: 'Second',
      tags: [['a', '']] as const,
      documents: [document(hard, [{ words: 'цытата', tags: [2] }])],
    };
    expect(marked(await take(await makeTaguetteFile([one, two])))).toEqual([
      ['цытата', ['First/a']],
      ['цытата', ['Second/a']],
    ]);
  });

  it('asks for review where offsets and words disagree, or where the words are not certain in the statement', async () => {
    const marks = [
      { words: 'цытата', tags: [1] },
      { words: 'яшчэ', tags: [1] },
    ];
    const moved = await take(
      await makeTaguetteFile([project([document(hard, marks)])], (db) => {
        db.run(
          "UPDATE highlights SET start_offset = start_offset - 5, end_offset = end_offset - 5 WHERE snippet LIKE '%цытата%'",
        );
        db.run("UPDATE highlights SET start_offset = 4611686018427387904, end_offset = -1 WHERE snippet LIKE '%яшчэ%'");
      }),
    );
    expect(said(moved, 'changed')).toHaveLength(2);
    expect(said(moved, 'changed')[0]).toContain('do not stand where the file says');
    for (const { fields } of Object.values(moved.work.highlights)) {
      expect(fields.place?.value.selector).toMatchObject({ start: 0, end: 0, source: hard.sha256 });
    }

    const [first] = known;
    if (!first) throw new Error('There are bundled statements.');
    const words = 'an added paragraph that the statement does not have at all';
    const html = `${paragraphs(first.text)}<p>Not in it: ${words}.</p>`;
    const added = await take(
      await makeTaguetteFile([project([{ name: 'longer', html, marks: [{ words, tags: [1] }] }])]),
    );
    expect(said(added, 'changed')).toEqual([expect.stringContaining('do not stand in')]);
    expect(Object.values(added.work.highlights)).toHaveLength(1);
  });

  it('finds the words of a document that is not quite the statement, where they can be no others', async () => {
    const [first] = known;
    if (!first) throw new Error('There are bundled statements.');
    const words = 'regular use of torture against detainees';
    const source = known.find(({ text }) => text.includes(words)) ?? first;
    const html = `<h1>Downloaded 5 May</h1>${paragraphs(source.text)}`;
    const incoming = await take(
      await makeTaguetteFile([project([{ name: 'longer', html, marks: [{ words, tags: [1] }] }])]),
    );
    expect(marked(incoming)).toEqual([[words, ['torture']]]);
    expect(said(incoming, 'taken')).toHaveLength(2);
  });

  it('names the documents that are no statement, with what was marked in them', async () => {
    const foreign = {
      name: 'Interview 7',
      html: '<p>Nobody knows this text, not a word of it.</p>',
      marks: [{ words: 'this text', tags: [1] }],
    };
    const incoming = await take(await makeTaguetteFile([project([foreign])]));
    expect(said(incoming, 'refused')).toEqual([
      'The document “Interview 7” is none of the statements in your collection, so its 1 highlight was left out.',
    ]);
    expect(incoming.work.highlights).toEqual({});
  });

  it('runs nothing that a database brings along', async () => {
    const made = [project([document(hard, [{ words: 'цытата', tags: [1] }])])];
    const view = await makeTaguetteFile(made, (db) =>
      db.run(`DROP TABLE tags; CREATE VIEW tags AS
        WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 1 AS project_id, 'x' AS path, '' AS description FROM n`),
    );
    expect(await refusal(view)).toContain('not one of Taguette');
    const computed = await makeTaguetteFile(made, (db) =>
      db.run(`DROP TABLE tags; CREATE TABLE tags (id INTEGER, project_id INTEGER, description TEXT,
        path TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL)`),
    );
    expect(await refusal(computed)).toContain('not one of Taguette');
    const module = await makeTaguetteFile(made, (db) =>
      db.run('DROP TABLE tags; CREATE VIRTUAL TABLE tags USING fts3(id, project_id, path, description)'),
    );
    expect(await refusal(module)).toContain('not one of Taguette');
    expect(await refusal(await makeTaguetteFile([], (db) => db.run('DROP TABLE projects')))).toContain(
      'not one of Taguette',
    );
  });

  it('refuses more rows than there can be, and what is no database, in a sentence', async () => {
    const many = await makeTaguetteFile([], (db) =>
      db.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
        INSERT INTO tags (project_id, path, description) SELECT 1, i, '' FROM n`),
    );
    expect(await refusal(many)).toContain('more than can be read');
    const whole = await makeTaguetteFile([project([document(hard, [{ words: 'цытата', tags: [1] }])])]);
    for (const length of [0, 15, 16, 100, 600, 4096, 5000, whole.length - 4096]) {
      expect(await refusal(whole.subarray(0, length))).toContain('damaged');
    }
    const inCircle = Buffer.from(whole);
    inCircle[100] = 5; // The list of tables, as if its pages were under each other.
    expect(await refusal(inCircle)).toContain('damaged');
  });

  it('reads a database that has a journal beside it, and says what may be missing', async () => {
    const made = await makeTaguetteFile([project([document(hard, [{ words: 'цытата', tags: [1] }])])]);
    made[18] = 2;
    made[19] = 2;
    const incoming = await take(made);
    expect(Object.keys(incoming.work.highlights)).toHaveLength(1);
    expect(said(incoming, 'changed').some((line) => line.includes('was in use'))).toBe(true);
  });
});
