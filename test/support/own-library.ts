import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CatalogueFields } from '../../core/statements/catalogue.ts';
import type { OwnStatement } from '../../core/statements/own-statement.ts';
import { stableId } from '../../core/text/stable-id.ts';
import { newWorkspace } from '../../core/workspace/workspace.ts';
import { originalPath, sha256Of, textPath } from '../../electron/store/statement-files.ts';

const publishers = ['Viasna', 'Radio Svaboda', 'UN News', 'Amnesty International', 'ЦЕНТР «ВЯСНА»'];
const kinds = ['press statement', 'news report', 'report', 'letter', 'testimony'] as const;
const languages = ['be', 'en', 'ru', 'ar', 'uk'];
const people = ['Sviatlana Tsikhanouskaya', 'Алесь Бяляцкі', 'Michael Carpenter'];

const inferred = { basis: 'inferred', from: 'Supplied for the tests.' } as const;
const stated = { basis: 'stated', from: 'The document.' } as const;

function fieldsOf(at: number): CatalogueFields {
  const number = String(at + 1).padStart(5, '0');
  const year = 2012 + (at % 13);
  const of = <Item>(items: readonly Item[]): Item | null => items[at % items.length] ?? null;
  return {
    title: { ...stated, value: `Statement ${number} on detention, “so it was”` },
    kind: { ...inferred, value: of(kinds) },
    publisher: { ...stated, value: at % 11 === 10 ? null : of(publishers) },
    people:
      at % 3 === 0
        ? { ...stated, value: null }
        : { ...stated, value: [{ name: of(people) ?? '', role: 'witness', as: 'speaker' }] },
    place: { ...stated, value: 'Minsk' },
    date: { ...inferred, value: at % 7 === 6 ? null : `${year}-0${1 + (at % 9)}?` },
    language: { ...inferred, value: of(languages) },
    rights: { ...stated, value: null },
  };
}

/**
 * Writes a workspace into `folder` with `count` imported statements, “Statement 00001 …” and so on, whose publishers, kinds, years,
 * languages and people differ. The text of each is one paragraph of its own.
 */
export async function writeOwnLibrary(folder: string, count: number): Promise<void> {
  const statements: Record<string, OwnStatement> = {};
  for (let at = 0; at < count; at += 1) {
    const text = `This is statement ${at + 1}. They were kept in cells without beds.\n`;
    const [bytes, sha256] = [Buffer.from(text), sha256Of(text)];
    const names = { original: { sha256 }, text: { sha256 } };
    const head = JSON.stringify({ format: 'attest-text', version: 1, structure: [], pages: null });
    const files = [
      [originalPath(folder, names), bytes],
      [textPath(folder, names), Buffer.concat([Buffer.from(`${head}\n`), bytes])],
    ] as const;
    for (const [path, content] of files) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    const id = stableId('statement', sha256);
    const added = new Date(Date.UTC(2026, 0, 1 + (at % 300), 12)).toISOString();
    statements[id] = {
      id,
      ...fieldsOf(at),
      versions: [
        {
          original: { name: `statement-${at + 1}.txt`, sha256, bytes: bytes.length },
          format: 'text',
          encoding: 'utf-8',
          text: { sha256, length: text.length, words: 12 },
          added,
          corrections: [],
        },
      ],
      added,
      modified: added,
    };
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'workspace.json'), JSON.stringify({ ...newWorkspace('own-library'), statements }));
}
