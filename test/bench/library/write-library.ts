import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Highlight } from '../../../core/highlights/highlight.ts';
import type { OwnStatement } from '../../../core/statements/own-statement.ts';
import { stableId } from '../../../core/text/stable-id.ts';
import { newWorkspace } from '../../../core/workspace/workspace.ts';
import { makeStatement } from '../../../electron/services/library/make-statement.ts';
import { type Files, systemFiles } from '../../../electron/store/files.ts';
import { journalStart } from '../../../electron/store/journal-record.ts';
import { takeMoment, writeSnapshot } from '../../../electron/store/snapshot.ts';
import { writeStatement } from '../../../electron/store/statement-files.ts';
import { generateHighlights } from '../generate-highlights.ts';
import { pick } from '../search/generate-words.ts';
import { type Random, seededRandom } from '../seeded-random.ts';
import { libraryTexts } from './library-texts.ts';

/** What was written: `textBytes` are those of the texts in UTF-8. */
export interface WrittenLibrary {
  readonly textBytes: number;
  readonly statements: readonly string[];
  readonly highlights: number;
}

const publishers = [
  'US Department of State',
  'OSCE Office for Democratic Institutions and Human Rights',
  'Civic Solidarity Platform',
  'RFE/RL Belarus Service',
  'Voice of America',
  'Human Rights Centre “Viasna”',
  'Amnesty International',
  'Human Rights Watch',
  'European External Action Service',
  'Office of the UN High Commissioner for Human Rights',
];
const kinds = ['press statement', 'joint statement', 'news report', 'speech', 'report', 'letter', 'testimony'] as const;

/** One statement in this many has no publisher, and one in as many no date. */
const silentEach = 12;

/** Nothing waits for the disk: the library is made for one measurement. */
const hurried: Files = {
  ...systemFiles,
  createFile: async (path, mode) => ({ ...(await systemFiles.createFile(path, mode)), sync: async () => undefined }),
  syncFolder: async () => undefined,
};

const said = <Value>(value: Value | null) => ({ value, basis: 'inferred' as const, from: 'Generated to be measured.' });

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function describe(made: OwnStatement, language: string, random: Random): OwnStatement {
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const date = `${between(2006, 2024)}-${twoDigits(between(1, 12))}-${twoDigits(between(1, 28))}`;
  const isSilent = (): boolean => random() * silentEach < 1;
  return {
    ...made,
    kind: said(pick(kinds, random)),
    publisher: said(isSilent() ? null : pick(publishers, random)),
    date: said(isSilent() ? null : date),
    language: said(language),
    place: said(pick(['Minsk', 'Vienna', 'Warsaw', 'Vilnius', 'Geneva', 'Brussels'], random)),
  };
}

/**
 * Writes a workspace into `folder`, the same for the same `seed`: `count` imported statements of about 10 kB each in several languages,
 * with `perStatement` highlights on each on average.
 */
export async function writeLibrary(
  folder: string,
  count: number,
  perStatement: number,
  seed: number,
): Promise<WrittenLibrary> {
  const random = seededRandom(seed);
  const draw = await libraryTexts(random);
  const place = { folder, files: hurried };
  await mkdir(folder, { recursive: true });
  const workspace = newWorkspace(stableId('bench', String(seed)));
  const highlights: Highlight[] = [];
  let textBytes = 0;
  for (let index = 0; index < count; index += 1) {
    const { language, text } = draw();
    const bytes = Buffer.from(text);
    const names = await writeStatement(place, bytes, { text, structure: [], pages: null });
    const added = new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString();
    const file = { name: `${language}-${index}.txt`, bytes };
    const conversion = {
      format: 'text' as const,
      encoding: null,
      text,
      structure: [],
      pages: null,
      facts: {},
      remarks: [],
    };
    const statement = describe(makeStatement(file, conversion, names, added), language, random);
    workspace.statements[statement.id] = statement;
    // The longer a text, the more is marked in it.
    const wanted = Math.max(1, Math.round((perStatement * bytes.length) / 10_000));
    const source = names.text.sha256;
    for (const highlight of generateHighlights({ id: statement.id, text, source }, wanted, random)) {
      highlights.push({ ...highlight, id: stableId('bench', `${statement.id} ${highlight.id}`) });
    }
    textBytes += bytes.length;
  }
  workspace.highlights = Object.fromEntries(highlights.map((highlight) => [highlight.id, highlight]));
  await writeSnapshot(join(folder, 'workspace.json'), takeMoment(workspace, journalStart), hurried);
  return { textBytes, statements: Object.keys(workspace.statements), highlights: highlights.length };
}
