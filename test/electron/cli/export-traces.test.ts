import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallName } from '../../../core/ipc-contract.ts';
import { openReader, runAttest } from './run-attest.ts';

/** Words that stand nowhere but where this test puts them. */
const secrets = {
  name: 'Zenobia Quillfeather',
  note: 'xylophonic private remark',
  folder: 'qzx-very-own-folder',
  user: 'qzx-login-name',
};

const formats = ['docx', 'xlsx', 'html', 'md', 'txt', 'csv', 'json', 'ris', 'bib', 'csl.json'];

let folder: string;
const workspace = (): string => join(folder, secrets.folder);
const former = { USER: process.env['USER'], LOGNAME: process.env['LOGNAME'], USERNAME: process.env['USERNAME'] };

async function prepareWorkspace(): Promise<void> {
  const service = await openReader(workspace());
  const change = async (name: CallName, input: unknown): Promise<void> => {
    // The inputs are those of the contract; the service checks no types where it is called directly.
    const done = await service.call(name, input as never);
    if (!done.ok) throw new Error(done.fault.message);
  };
  const read = await service.call('readStatement', { statement: '003_7caa75fa661d9e47' });
  if (!read.ok) throw new Error(read.fault.message);
  const { text } = read.value;
  const passageOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  await change('changeSettings', { name: secrets.name });
  const statement = '003_7caa75fa661d9e47';
  const shared = {
    statement,
    passage: passageOf('regular use of torture'),
    tags: ['torture'],
    note: 'A shared remark.',
  };
  await change('addHighlight', shared);
  const own = { statement, passage: passageOf('fair trials'), tags: ['detention'], note: secrets.note };
  await change('addHighlight', own);
  const session = await service.call('openSession', {});
  if (!session.ok) throw new Error(session.fault.message);
  const hidden = session.value.highlights.find(({ note }) => note === secrets.note);
  await change('editHighlight', { id: hidden?.id, isNotePrivate: true });
  await service.close();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-traces-'));
  for (const key of Object.keys(former)) process.env[key] = secrets.user;
  await prepareWorkspace();
});
afterEach(() => {
  Object.assign(process.env, former);
  for (const [key, value] of Object.entries(former)) if (value === undefined) delete process.env[key];
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that can be read in a file: its text, or that of each of its parts with their names where it is a package. */
function readEverything(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 2).toString() !== 'PK') return `${bytes}`;
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}

async function exportAs(extension: string, ...args: string[]): Promise<string> {
  const path = join(folder, `out.${extension}`);
  const { code, error } = await runAttest(workspace(), ['export', path, ...args]);
  expect([code, error]).toEqual([0, '']);
  return readEverything(path);
}

const asWord = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu');

describe('an exported file', () => {
  it.each(formats)('as .%s holds no name of a user or a machine, no path and no private note', async (extension) => {
    const content = await exportAs(extension);
    expect(content.length).toBeGreaterThan(100);
    for (const secret of Object.values(secrets)) expect(content, secret).not.toContain(secret);
    // The name of the administrator’s account is a word of CSS too.
    const words = content.replaceAll(':root', '');
    for (const word of [userInfo().username, hostname()]) expect(words, word).not.toMatch(asWord(word));
    for (const path of [folder, process.cwd(), homedir(), tmpdir()]) {
      expect(content, path).not.toContain(`${path}/`);
    }
  });

  it.each(['docx', 'html', 'md', 'txt', 'json'])(
    'as .%s holds the name in the settings only where it is asked for',
    async (extension) => {
      expect(await exportAs(extension, '--with-name')).toContain(secrets.name);
    },
  );

  it.each(['docx', 'xlsx', 'html', 'md', 'txt', 'csv', 'json'])(
    'as .%s holds the notes that are not private',
    async (extension) => {
      expect(await exportAs(extension)).toContain('A shared remark.');
      expect(await exportAs(extension, '--no-notes')).not.toContain('A shared remark.');
    },
  );

  it.each(formats)('as .%s is the same from one export to the next, but for its date', async (extension) => {
    const withoutTime = (content: string): string => content.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'TIME');
    const first = await exportAs(extension);
    const second = await exportAs(extension);
    expect(withoutTime(second)).toBe(withoutTime(first));
  });
});
