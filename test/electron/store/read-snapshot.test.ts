import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Workspace, workspaceVersion } from '../../../core/workspace/workspace.ts';
import { systemFiles } from '../../../electron/store/files.ts';
import { readSnapshot } from '../../../electron/store/read-snapshot.ts';
import { DamagedWorkspaceError, parseSnapshot, takeMoment, writeSnapshot } from '../../../electron/store/snapshot.ts';
import { workspaceWith } from '../../core/workspace/small-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Texts that are hard to keep, in JSON as elsewhere. */
const hardTexts = ['“Лукашэнка”', 'مرحبا', '👩‍👩‍👧 e\u0301', 'a "quoted"\n\n},\n  {', '\u2028 \\u0000 \ud83d'];

const position = { sequence: 7, chain: '0123456789abcdef0123456789abcdef' };

/** A workspace whose file is over a megabyte, with hard texts in notes, quotations and ids. */
function largeWorkspace(): Workspace {
  const workspace = workspaceWith(['arrests', 'arrests/searches'], [['arrests'], ['arrests/searches', 'arrests']]);
  const [like] = Object.values(workspace.highlights);
  if (!like) throw new Error('There are no highlights.');
  for (let index = 0; index < 3_000; index += 1) {
    const note = hardTexts[index % hardTexts.length] ?? '';
    const id = `"${index}": {\n ${note}`;
    const selector = { ...like.selector, quote: `${note} ${'x'.repeat(200)}`, start: like.selector.start };
    workspace.highlights[id] = { ...like, id, note, selector };
  }
  return workspace;
}

async function written(workspace: Workspace): Promise<Buffer> {
  const path = join(await temporaryFolder(), 'workspace.json');
  await writeSnapshot(path, takeMoment(workspace, position), systemFiles);
  return readFile(path);
}

/** The same bytes with the checksum that they have to have. */
function sealedAnew(text: string): Buffer {
  const body = text.slice(0, text.lastIndexOf('\n "sha256": "'));
  return Buffer.from(`${body}\n "sha256": "${createHash('sha256').update(body).digest('hex')}"\n}\n`);
}

describe('a large workspace file', () => {
  it('is read line by line as it is read whole', async () => {
    const workspace = largeWorkspace();
    const bytes = await written(workspace);
    expect(bytes.length).toBeGreaterThan(1024 * 1024);
    const read = await readSnapshot(bytes);
    expect(read).toEqual(parseSnapshot(bytes));
    expect(read.workspace).toEqual(workspace);
    expect([read.position, read.version, read.isAsWritten]).toEqual([position, workspaceVersion, true]);
  });

  it('is listed before its highlights are read, and these wait for whoever looks at the list', async () => {
    const workspace = largeWorkspace();
    const told: string[] = [];
    const reading = readSnapshot(await written(workspace), {
      onSure: () => told.push('sure'),
      onListed: async (listing) => {
        const { highlights, ...rest } = workspace;
        expect(listing).toEqual({ workspace: rest, highlights: Object.keys(highlights).length, position });
        await wait(50);
        told.push('seen');
      },
    }).then(() => told.push('read'));
    await reading;
    expect(told).toEqual(['sure', 'seen', 'read']);
  });

  it('lets others have their turn meanwhile', async () => {
    const bytes = await written(largeWorkspace());
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    await readSnapshot(bytes);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });

  it('is read all the same where it was laid out otherwise, with a checksum that is right', async () => {
    const bytes = await written(largeWorkspace());
    const parsed = JSON.parse(bytes.toString('utf8'));
    delete parsed.sha256;
    const laidOut = JSON.stringify(parsed, null, 2);
    const other = sealedAnew(`${laidOut.slice(0, laidOut.lastIndexOf('\n'))},\n "sha256": "`);
    const read = await readSnapshot(other);
    expect(read.isAsWritten).toBe(true);
    expect(read.workspace).toEqual(parseSnapshot(bytes).workspace);
  });

  it.each([
    ['a record that is none', (text: string) => text.replace('"note": ', '"nota": ').replace('"note":', '"nota":')],
    ['a list that is missing', (text: string) => text.replace(' "searches": {\n },\n', '')],
    ['another format', (text: string) => text.replace('attest-workspace', 'other-workspace')],
  ])('is refused where it has %s, as when it is read whole', async (_, spoil) => {
    const bytes = sealedAnew(spoil((await written(largeWorkspace())).toString('utf8')));
    expect(() => parseSnapshot(bytes)).toThrow(DamagedWorkspaceError);
    await expect(readSnapshot(bytes)).rejects.toThrow(DamagedWorkspaceError);
  });

  it('is read whole, and said to be touched, where a byte is not as it was written', async () => {
    const bytes = await written(largeWorkspace());
    bytes[bytes.indexOf('xxxxxxxx')] = 'y'.charCodeAt(0);
    expect((await readSnapshot(bytes)).isAsWritten).toBe(false);
  });

  it('keeps a record that contradicts the rest as it is kept when it is read whole', async () => {
    const workspace = largeWorkspace();
    const [first] = Object.values(workspace.highlights);
    if (first) workspace.highlights[first.id] = { ...first, tags: ['no-such-tag'] };
    const bytes = await written(workspace);
    const read = await readSnapshot(bytes);
    expect(read.repairs.length).toBeGreaterThan(0);
    expect(read.workspace.highlights).toEqual(parseSnapshot(bytes).workspace.highlights);
  });
});
