import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Collection, openCollection } from '../../../electron/services/open-collection.ts';
import { readBundledStatements, resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const bundled = await readBundledStatements();
const fileOf = (number: number): string => bundled[number]?.record.file ?? '';

/** A copy of the bundled collection, to do damage to. */
async function copyResources(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(resources, folder, { recursive: true });
  return folder;
}

async function open(folder: string): Promise<Collection> {
  const opened = await openCollection(folder);
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}

describe('openCollection', () => {
  it('verifies the five bundled statements and decodes them as they are', async () => {
    const { summaries, statements, notices } = await open(resources);
    expect(notices).toEqual([]);
    expect(summaries.map(({ fixity }) => fixity)).toEqual(Array.from({ length: 5 }, () => 'verified'));
    for (const { record, text } of bundled) expect(statements.get(record.id)?.text).toBe(text);
  });

  it('names a changed and a missing statement, and opens the others', async () => {
    const folder = await copyResources();
    await appendFile(join(folder, 'statements', fileOf(1)), '.');
    await rm(join(folder, 'statements', fileOf(2)));
    const { summaries, statements, notices } = await open(folder);
    expect(summaries.map(({ fixity }) => fixity)).toEqual(['verified', 'changed', 'missing', 'verified', 'verified']);
    expect(statements.size).toBe(4);
    expect(notices.map(({ kind }) => kind)).toEqual(['statement-changed', 'statement-missing']);
    expect(notices[0]?.message).toContain(fileOf(1));
    expect(notices[1]?.message).toContain(fileOf(2));
  });

  it('refuses bytes that are not UTF-8 instead of replacing them', async () => {
    const folder = await copyResources();
    const path = join(folder, 'statements', fileOf(0));
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.from([0xff])]));
    const { summaries, statements } = await open(folder);
    expect(summaries[0]?.fixity).toBe('unreadable');
    expect(statements.has(bundled[0]?.record.id ?? '')).toBe(false);
  });

  it('drops a byte order mark and turns CRLF into LF in the decoded text', async () => {
    const folder = await copyResources();
    const path = join(folder, 'statements', fileOf(0));
    const text = bundled[0]?.text ?? '';
    await writeFile(path, `\ufeff${text.replaceAll('\n', '\r\n')}`);
    const { statements } = await open(folder);
    expect(statements.get(bundled[0]?.record.id ?? '')?.text).toBe(text);
  });

  it('says what is wrong with a catalogue that cannot be read', async () => {
    const folder = await copyResources();
    await writeFile(join(folder, 'catalogue.json'), '{"statements":[');
    expect(await openCollection(folder)).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('not JSON') },
    });
    await rm(join(folder, 'catalogue.json'));
    expect(await openCollection(folder)).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
  });
});
