import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../core/result.ts';
import { BackupDifferences, BackupSummary } from '../../../core/workspace/backup.ts';
import { HistoryPage } from '../../../core/workspace/history.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { patient } from '../../support/patient.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { bundled, runAttest } from './run-attest.ts';

const torture = 'regular use of torture against detainees';
const impunity = 'impunity for abuses';

let workspace: string;
const attest = (...args: readonly string[]) => runAttest(workspace, args);

async function json(...args: string[]) {
  const { code, out, error } = await attest('--json', ...args);
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(out);
}

const quotes = async (): Promise<string[]> => (await json('highlights')).map(({ exact }: { exact: string }) => exact);

/** Opens the workspace as the reader does, until the backup of the opening is there. */
async function openReader(): Promise<void> {
  const opened = await openAttest({
    host: 'browser',
    version: '0.0.0',
    resources: bundled,
    workspaceFolder: workspace,
    access: 'write',
    lockWaitMs: 0,
    saveFile: async () => fail('internal', 'Nothing is exported here.'),
  });
  if (!opened.ok) throw new Error(opened.fault.message);
  await vi.waitFor(async () => {
    expect(await opened.value.call('listBackups', {})).toMatchObject({ ok: true, value: [{ reason: 'opened' }] });
  }, patient);
  await opened.value.close();
}

/** The backup that holds the first highlight alone. */
const firstBackup = async (): Promise<string> => (await json('backups')).at(-1).name;

let first: { readonly id: string };
let second: { readonly id: string };
beforeEach(async () => {
  workspace = join(await temporaryFolder(), 'workspace');
  first = await json('highlight', '003', '--quote', torture, '--tag', 'torture', '--note', 'Core\nfinding 👩‍👩‍👧');
  await openReader();
  second = await json('highlight', '003', '--quote', impunity, '--tag', 'detention/conditions');
});

describe('history', () => {
  it('gives every change, newest first, with number, time, edition and the highlight before and after', async () => {
    const page = await json('history');
    expect(HistoryPage.parse(page)).toEqual(page);
    expect(page.hasMore).toBe(false);
    expect(page.entries).toMatchObject([
      { sequence: 2, host: 'command line', by: '', action: 'do', summary: { kind: 'highlight' } },
      {
        sequence: 1,
        summary: { kind: 'highlight', tags: ['torture'] },
        highlights: [{ id: first.id, before: null, after: { quote: torture, tags: ['torture'] } }],
      },
    ]);
  });

  it('gives the changes of one highlight, and as many as asked for', async () => {
    expect((await json('history', first.id)).entries).toHaveLength(1);
    expect(await json('history', '--limit', '1')).toMatchObject({ hasMore: true, entries: [{ sequence: 2 }] });
    expect(await json('history', '--limit', '600')).toMatchObject({ hasMore: false });
  });

  it('prints lines for people, and says that there is more', async () => {
    const { out } = await attest('history', first.id);
    expect(out).toMatch(/^1 {2}\S+Z {2}command line: highlighted a passage: torture$/mu);
    expect(out).toContain(`  + “${torture}” [torture] Note: Core finding 👩‍👩‍👧`);
    expect((await attest('history', '--limit', '1')).out).toContain('There are earlier changes');
  });

  it('says so where there is no such highlight', async () => {
    const { code, error } = await attest('history', 'none');
    expect([code, error.split('\n').length]).toEqual([1, 1]);
    expect(error).toContain('no highlight “none”');
  });

  it('of an empty workspace is empty', async () => {
    workspace = join(await temporaryFolder(), 'new');
    expect(await json('history')).toEqual({ entries: [], hasMore: false });
    expect(await json('backups')).toEqual([]);
  });
});

describe('backups', () => {
  it('lists them, and says what in one of them differs from now', async () => {
    const listed = await json('backups');
    expect(BackupSummary.array().parse(listed)).toEqual(listed);
    expect(listed).toMatchObject([{ reason: 'opened' }]);
    const differences = await json('backups', listed[0].name);
    expect(BackupDifferences.parse(differences)).toEqual(differences);
    expect(differences).toMatchObject({
      holds: { highlights: 1, tags: 3 },
      highlights: [{ id: second.id, difference: 'only-now', before: null, now: { quote: impunity } }],
      tags: [{ path: 'detention/conditions', difference: 'only-now' }],
    });
    expect((await attest('backups')).out).toContain(`${listed[0].name}\n  ${listed[0].at}, opened, `);
    const { out } = await attest('backups', listed[0].name.slice(0, -6));
    expect(out).toContain(`only now\n  ${second.id}\n  + “${impunity}” [detention/conditions]`);
    expect(out).toContain('Different from now: 1 highlight, 1 tag.');
  });

  it('hints where a name is none, or the beginning of two', async () => {
    const { code, error } = await attest('backups', 'none');
    expect([code, error]).toEqual([1, 'attest: There is no backup “none”: attest backups lists those there are.']);
    await json('restore', await firstBackup());
    expect((await attest('backups', 'workspace-')).error).toContain('more than one backup');
  });
});

describe('restore', () => {
  it('makes everything what it was, and one highlight of the backup made before that comes back alone', async () => {
    const name = await firstBackup();
    expect(await json('restore', name)).toEqual({ backup: name, highlights: [second.id], tags: [] });
    expect(await quotes()).toEqual([torture]);
    expect(await json('tags')).toHaveLength(3);
    const before = (await json('backups')).find(({ reason }: BackupSummary) => reason === 'before-restore');
    expect(await json('restore', before.name, '--highlight', second.id)).toEqual({
      backup: before.name,
      highlights: [second.id],
      tags: ['detention/conditions'],
    });
    expect(await quotes()).toEqual([torture, impunity]);
    expect((await json('history')).entries.map(({ summary }: { summary: { kind: string } }) => summary.kind)).toEqual([
      'restore-highlights',
      'restore-workspace',
      'highlight',
      'highlight',
    ]);
    expect((await attest('restore', name)).out).toMatch(/^Everything is as in .+; 1 highlight changed\./u);
  });

  it('refuses a highlight that the backup does not hold, and changes nothing', async () => {
    const { code, error } = await attest('restore', await firstBackup(), '--highlight', second.id);
    expect(code).toBe(1);
    expect(error).toContain(`no highlight ${second.id} in this backup`);
    expect(await quotes()).toHaveLength(2);
  });

  it.each([
    [['restore'], 'The command is: restore NAME'],
    [['restore', 'x', '--highlight', ''], '--highlight takes the id'],
    [['history', '--limit', '0'], '--limit takes a whole number'],
    [['history', 'a', 'b'], 'The command is: history'],
    [['backups', '--highlight', 'x'], 'backups has no option --highlight'],
  ])('%j is wrong usage', async (args, hint) => {
    const { code, error } = await attest(...args);
    expect(code).toBe(2);
    expect(error).toContain(hint);
  });
});
