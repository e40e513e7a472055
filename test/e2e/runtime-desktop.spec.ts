import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import type { ExportFormat } from '../../core/export/export-format.ts';
import type { AttestBridge, CallOutput } from '../../core/ipc-contract.ts';
import { initialReportOptions } from '../../core/report/report-request.ts';
import type { Result } from '../../core/result.ts';
import { test as base } from '../support/app-fixture.ts';
import { openColleague } from '../support/colleague.ts';
import { type Double, type DoubleOptions, launchDouble } from '../support/electron-double/launch-double.ts';
import { builtFolder } from '../support/runtime.ts';

type Starts = (options: Pick<DoubleOptions, 'args' | 'answers'>) => Promise<Double>;

/** `startDouble` starts the application on the double in addition to the fixture's, all in one home; only there. */
const test = base.extend<{ startDouble: Starts }>({
  startDouble: async ({ runtime, scratchFolder }, use) => {
    test.skip(runtime !== 'double', 'only the double says how a start ended and what its dialogs said');
    const started: Double[] = [];
    await use(async (options) => {
      const entry = join(builtFolder(process.env), 'main/index.js');
      const double = await launchDouble({ entry, home: join(scratchFolder, 'home'), ...options });
      started.push(double);
      return double;
    });
    for (const double of started) await double.kill();
  },
});

function highlightSomething(page: Page): Promise<Result<unknown>> {
  return page.evaluate(async () => {
    const { attest } = window as unknown as { attest: AttestBridge };
    const session = await attest.call('openSession', {});
    if (!session.ok) return session;
    const statement = session.value.statements[0]?.id ?? '';
    const passage = { start: 0, end: 40 } as Parameters<typeof attest.call<'addHighlight'>>[1]['passage']; // Branded numbers.
    return attest.call('addHighlight', { statement, passage, tags: ['torture'], note: '' });
  });
}

function exportAll(page: Page, format: ExportFormat, hasRecord: boolean): Promise<Result<CallOutput<'exportReport'>>> {
  const input = {
    selection: { of: 'excerpts', filter: everyExcerpt, groupBy: 'statement' },
    options: initialReportOptions,
    format,
    hasRecord,
    job: 'job',
  } as const;
  return page.evaluate((request) => {
    const { attest } = window as unknown as { attest: AttestBridge };
    return attest.call('exportReport', request);
  }, input);
}

test.describe('the save dialog', () => {
  test.beforeEach(({ runtime }) => {
    test.skip(runtime === 'browser', 'the browser edition has no save dialog');
  });
  test.beforeEach(async ({ page }) => {
    expect(await highlightSomething(page)).toMatchObject({ ok: true });
  });

  test('decides where an export goes', async ({ page, app }) => {
    const path = join(app.scratchFolder, 'chosen.json');
    await app.answerNextSave(path);
    expect(await exportAll(page, 'json', false)).toMatchObject({
      ok: true,
      value: { outcome: 'saved', location: path, count: 1 },
    });
    expect((await readFile(path)).length).toBeGreaterThan(0);
  });

  test('suggests a name', async ({ page, app }) => {
    const file = await app.saveExport(async () => {
      await exportAll(page, 'json', false);
    });
    expect(file.name).toMatch(/\.json$/u);
    expect(JSON.parse(file.content.toString())).toBeTruthy();
  });

  test('is cancelled without a trace', async ({ page, app }) => {
    await app.answerNextSave(null);
    expect(await exportAll(page, 'json', false)).toEqual({ ok: true, value: { outcome: 'cancelled' } });
  });

  test('names a place that cannot be written, with the reason', async ({ page, app }) => {
    const path = join(app.scratchFolder, 'absent', 'chosen.json');
    await app.answerNextSave(path);
    expect(await exportAll(page, 'json', false)).toMatchObject({
      ok: false,
      fault: { code: 'not-saved', message: expect.stringContaining(`${path}, because the folder is not there`) },
    });
  });
});

test.describe('a PDF', () => {
  test('is printed by a window that nobody sees, that runs no script and that is gone afterwards', async ({
    startDouble,
    scratchFolder,
  }) => {
    const path = join(scratchFolder, 'chosen.pdf');
    const double = await startDouble({
      args: ['--workspace', join(scratchFolder, 'one')],
      answers: [{ dialog: 'showSaveDialog', value: { path } }],
    });
    expect(await highlightSomething(double.page)).toMatchObject({ ok: true });
    const exported = await exportAll(double.page, 'pdf', true);
    expect(exported).toMatchObject({ ok: true, value: { outcome: 'saved', location: path, count: 1 } });
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
    const record: unknown = JSON.parse(await readFile(`${path}.attest.json`, 'utf8'));
    expect(record).toMatchObject({ format: 'attest-excerpts', excerpts: [{ number: 1 }] });
    expect(double.reports).toContainEqual(expect.objectContaining({ type: 'printed', url: 'app://print/' }));
    expect(double.reports.map(({ type }) => type)).not.toContain('outside-request');
    await expect.poll(() => double.page.context().pages().length).toBe(1);
    // The reader itself is as it was: its clipboard too, which the printed page may not use.
    const state = await double.page.evaluate(
      async () => (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
    );
    expect(state).toBe('granted');
    expect(await double.close()).toBe(0);
  });

  test('is cancelled without a trace', async ({ startDouble, scratchFolder }) => {
    const double = await startDouble({
      args: ['--workspace', join(scratchFolder, 'one')],
      answers: [{ dialog: 'showSaveDialog', value: null }],
    });
    expect(await highlightSomething(double.page)).toMatchObject({ ok: true });
    expect(await exportAll(double.page, 'pdf', true)).toEqual({ ok: true, value: { outcome: 'cancelled' } });
    await expect.poll(() => double.page.context().pages().length).toBe(1);
    expect(await double.close()).toBe(0);
  });
});

test.describe('starting a second time', () => {
  test('on the same workspace brings the first window forward', async ({ startDouble, scratchFolder }) => {
    const args = ['--workspace', join(scratchFolder, 'one')];
    const first = await startDouble({ args });
    await expect(startDouble({ args })).rejects.toThrow('ended with exit code 0');
    await expect.poll(() => first.reports).toContainEqual({ type: 'focus' });
    expect(await first.close()).toBe(0);
  });

  test('on another workspace opens that', async ({ startDouble, scratchFolder }) => {
    await startDouble({ args: ['--workspace', join(scratchFolder, 'one')] });
    const second = await startDouble({ args: ['--workspace', join(scratchFolder, 'two')] });
    expect(await highlightSomething(second.page)).toMatchObject({ ok: true, value: { save: { state: 'saved' } } });
  });

  test('while another program writes in the workspace says so and ends', async ({ startDouble, scratchFolder }) => {
    const workspaceFolder = join(scratchFolder, 'one');
    await startDouble({ args: ['--workspace', workspaceFolder] });
    const lockedOut = launchDouble({
      entry: join(builtFolder(process.env), 'main/index.js'),
      home: join(scratchFolder, 'another home'),
      args: ['--workspace', workspaceFolder],
      answers: [{ dialog: 'showErrorBox', value: null }],
    });
    await expect(lockedOut).rejects.toThrow(/exit code 1\.\n.*Attest cannot start: .*workspace/su);
  });
});

test.describe('an archive that the system opens with Attest', () => {
  test('is shown for review, at the start and while Attest runs', async ({ startDouble, scratchFolder }) => {
    const anna = await openColleague(join(scratchFolder, 'anna'), 'Anna');
    await anna.highlight('003_7caa75fa661d9e47', 'regular use of torture against detainees', { tags: ['torture'] });
    const archive = join(scratchFolder, 'from Anna.attest');
    await writeFile(archive, await anna.send('attest'));
    await anna.leave();
    const workspace = ['--workspace', join(scratchFolder, 'one')];
    const { page } = await startDouble({ args: [...workspace, archive] });
    const review = page.getByTestId('import-review');
    await expect(review).toContainText('Anna');
    await expect(review).toContainText('from Anna.attest');
    await page.getByRole('button', { name: 'Leave it' }).click();
    await expect(review).toHaveCount(0);
    await expect(startDouble({ args: [...workspace, archive] })).rejects.toThrow('ended with exit code 0');
    await expect(review).toContainText('Anna');
  });
});

test.describe('closing the window with work that cannot be written', () => {
  const keepOpen = 0;
  const loseChanges = 1;

  /** Starts, and makes a highlight while a file stands where the workspace folder was. Gives the way back. */
  async function startUnsaved(startDouble: Starts, scratchFolder: string) {
    const folder = join(scratchFolder, 'one');
    const double = await startDouble({ args: ['--workspace', folder] });
    await rename(folder, `${folder} away`);
    await writeFile(folder, '');
    expect(await highlightSomething(double.page)).toMatchObject({ ok: true, value: { save: { state: 'not-saved' } } });
    const repair = async (): Promise<void> => {
      await rm(folder);
      await rename(`${folder} away`, folder);
    };
    return { double, folder, repair };
  }

  test('asks, and stays open when its user wants to try again', async ({ startDouble, scratchFolder }) => {
    const { double, folder, repair } = await startUnsaved(startDouble, scratchFolder);
    double.answer({ dialog: 'showMessageBox', value: keepOpen });
    double.askToClose();
    await expect.poll(() => double.reports.map(({ type }) => type)).toContain('message-box');
    await repair();
    expect(await double.close()).toBe(0);
    expect(await readFile(join(folder, 'workspace.json'), 'utf8')).toContain('"quote"');
  });

  test('asks, and closes when its user gives the changes up', async ({ startDouble, scratchFolder }) => {
    const { double } = await startUnsaved(startDouble, scratchFolder);
    double.answer({ dialog: 'showMessageBox', value: loseChanges });
    expect(await double.close()).toBe(0);
    expect(double.reports.map(({ type }) => type)).toContain('message-box');
  });
});
