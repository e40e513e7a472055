import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { everyExcerpt } from '../../../../core/excerpts/excerpt-filter.ts';
import { ExportFormat } from '../../../../core/export/export-format.ts';
import { ExportRecord } from '../../../../core/export/export-record.ts';
import type { AttestService, CallInput } from '../../../../core/ipc-contract.ts';
import { initialReportOptions, type ReportRequest } from '../../../../core/report/report-request.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import type { AttestEvent } from '../../../../core/session.ts';
import { openAttest } from '../../../../electron/services/open-attest.ts';
import type { FileToSave, OpenOptions } from '../../../../electron/services/ports.ts';
import { generateHighlights } from '../../../bench/generate-highlights.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { writeWorkspace } from '../../../bench/write-project.ts';
import { bundleThread } from '../../../support/bundle-thread.ts';
import { readBundledStatements, resources } from '../../../support/bundled-statements.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** Highlights of each bundled statement in the workspace, and all of them. */
const highlightsEach = 20;
const total = 5 * highlightsEach;

const everything: ReportRequest = {
  selection: { of: 'excerpts', filter: everyExcerpt, groupBy: 'statement' },
  options: initialReportOptions,
};

let programs = '';
let exportThread = '';

beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'attest-thread-'));
  exportThread = await bundleThread(programs, 'export/export-thread.ts');
}, 60_000);
afterAll(() => rm(programs, { recursive: true, force: true }));

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

interface Opened {
  readonly service: AttestService;
  readonly saved: readonly FileToSave[];
  readonly events: readonly AttestEvent[];
  readonly exportAs: (
    format: ExportFormat,
    changed?: Partial<CallInput<'exportReport'>>,
  ) => ReturnType<typeof exportWith>;
}

const exportWith = (service: AttestService, input: CallInput<'exportReport'>) => service.call('exportReport', input);

/** A workspace with highlights in every statement, open; what it saves is kept. */
async function open(changed: Partial<OpenOptions> = {}): Promise<Opened> {
  const workspaceFolder = await temporaryFolder();
  const random = seededRandom(7);
  const statements = await readBundledStatements();
  const highlights = statements.flatMap(({ record, text }, at) =>
    generateHighlights({ id: record.id, text, source: record.sha256 }, highlightsEach, random).map((highlight) => ({
      ...highlight,
      id: `s${at}${highlight.id}`,
    })),
  );
  await writeWorkspace(workspaceFolder, highlights);
  const saved: FileToSave[] = [];
  const service = take(
    await openAttest({
      host: 'desktop',
      version: '0',
      resources,
      workspaceFolder,
      access: 'write',
      lockWaitMs: 0,
      saveFile: async (file) => {
        saved.push(file);
        return succeed({ outcome: 'saved', location: file.suggestedName, count: file.count });
      },
      ...changed,
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  const events: AttestEvent[] = [];
  service.subscribe((event) => events.push(event));
  const exportAs: Opened['exportAs'] = (format, input = {}) =>
    exportWith(service, { ...everything, format, hasRecord: false, job: 'job', ...input });
  return { service, saved, events, exportAs };
}

/** A thread program of the test's own. */
async function program(source: string): Promise<string> {
  const path = join(await temporaryFolder(), 'thread.mjs');
  await writeFile(path, `import { parentPort } from 'node:worker_threads';\n${source}`);
  return path;
}

/** Answers nothing: an export in it goes on until it is cancelled. */
const endless = `parentPort.on('message', ({ kind, id }) => {
  if (kind === 'write') parentPort.postMessage({ id, progress: { done: 1, total: 2 } });
});`;

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe.each([
  ['in a thread of its own', true],
  ['where there is no thread', false],
])('a report %s', (_where, hasThread) => {
  const options = (): Partial<OpenOptions> => (hasThread ? { exportThread } : {});

  it.each(ExportFormat.options.filter((format) => format !== 'pdf'))('is written as %s', async (format) => {
    const { saved, exportAs } = await open(options());
    expect(take(await exportAs(format))).toMatchObject({ outcome: 'saved', count: total });
    expect(saved).toHaveLength(1);
    const [file] = saved;
    const extension = format === 'csl' ? 'csl.json' : format;
    expect(file?.suggestedName).toMatch(new RegExp(`^attest-excerpts-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`, 'u'));
    expect(file?.beside).toBeNull();
    const bytes = file?.content ?? new Uint8Array();
    const text = format === 'docx' || format === 'xlsx' ? Object.keys(unzipSync(bytes)).join() : textOf(bytes);
    expect(text).toContain(format === 'docx' || format === 'xlsx' ? '[Content_Types].xml' : 'Moscow');
  });

  it('has its record beside it on request', async () => {
    const { saved, exportAs } = await open(options());
    take(await exportAs('md', { hasRecord: true }));
    const beside = saved[0]?.beside;
    expect(beside).toMatchObject({ suffix: '.attest.json', mimeType: 'application/json' });
    const record = ExportRecord.parse(JSON.parse(textOf(beside?.content)));
    expect(record.excerpts).toHaveLength(total);
    expect(record.sources).toHaveLength(5);
  });

  it('is the same each time, page by page, and follows every change', async () => {
    const { service } = await open(options());
    const page = async (from: number, count: number) =>
      take(await service.call('previewReport', { ...everything, from, count }));
    const whole = await page(0, 200);
    expect(whole).toMatchObject({ partCount: total + 5, excerptCount: total, from: 0 });
    expect(whole.parts).toHaveLength(total + 5);
    expect((await page(30, 10)).parts).toEqual(whole.parts.slice(30, 40));
    expect((await page(100, 200)).parts).toEqual(whole.parts.slice(100));
    expect((await page(1_000, 10)).parts).toEqual([]);
    const first = whole.parts.find((part) => part.kind === 'excerpt');
    take(await service.call('editHighlight', { id: first?.id ?? '', note: 'said twice' }));
    expect((await page(0, 5)).parts).toContainEqual(expect.objectContaining({ id: first?.id, note: 'said twice' }));
    take(await service.call('deleteHighlights', { ids: [first?.id ?? ''] }));
    expect((await page(0, 5)).excerptCount).toBe(total - 1);
  });

  it('is made of a dossier in its order', async () => {
    const { service, saved, exportAs } = await open(options());
    take(await service.call('createDossier', { name: 'Допрос № 1', highlights: ['s2h3', 's0h1'] }));
    const { dossiers } = take(await service.call('openSession', {}));
    const selection = { of: 'dossier', dossier: dossiers[0]?.id ?? '' } as const;
    const preview = take(await service.call('previewReport', { ...everything, selection, from: 0, count: 10 }));
    expect(preview.parts.map((part) => (part.kind === 'excerpt' ? part.id : part.kind))).toEqual(['s2h3', 's0h1']);
    expect(take(await exportAs('txt', { selection }))).toMatchObject({ count: 2 });
    expect(saved[0]?.suggestedName).toMatch(/^attest-допрос-1-\d{4}-\d\d-\d\d\.txt$/u);
  });

  it('tells how far it is, in excerpts', async () => {
    const { events, exportAs } = await open(options());
    expect(take(await exportAs('docx', { job: 'mine' }))).toMatchObject({ remarks: { warnings: [], withheld: [] } });
    const progress = events.filter((event) => event.type === 'export-progress');
    expect(progress.length).toBeGreaterThan(0);
    for (const event of progress) {
      expect(event).toMatchObject({ job: 'mine', total });
      expect(event.done).toBeLessThanOrEqual(total);
    }
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b));
  });

  it('is not made of nothing', async () => {
    const { saved, service, exportAs } = await open(options());
    const nothing = { of: 'excerpts', filter: { ...everyExcerpt, text: 'no such word' }, groupBy: 'none' } as const;
    expect(await exportAs('docx', { selection: nothing })).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    const preview = await service.call('previewReport', { ...everything, selection: nothing, from: 0, count: 1 });
    expect(preview).toMatchObject({ ok: false });
    const unknown = { of: 'dossier', dossier: 'unknown' } as const;
    expect(await exportAs('docx', { selection: unknown })).toMatchObject({ ok: false });
    expect(saved).toEqual([]);
  });
});

describe('a PDF', () => {
  it('is refused with the way to get one where the host makes none', async () => {
    const { saved, exportAs } = await open();
    const refused = await exportAs('pdf');
    expect(refused).toMatchObject({
      ok: false,
      fault: { code: 'invalid', message: expect.stringContaining('reader') },
    });
    expect(saved).toEqual([]);
  });

  it('is printed by the host from the page of HTML, and saved under its own name', async () => {
    const printed: Uint8Array[] = [];
    const { saved, exportAs } = await open({
      printPdf: async (html) => {
        printed.push(html);
        return succeed(new TextEncoder().encode('%PDF'));
      },
    });
    expect(take(await exportAs('pdf', { hasRecord: true }))).toMatchObject({ outcome: 'saved', count: total });
    expect(textOf(printed[0])).toContain('<!doctype html>');
    expect(saved[0]).toMatchObject({ mimeType: 'application/pdf', beside: { suffix: '.attest.json' } });
    expect(saved[0]?.suggestedName).toMatch(/\.pdf$/u);
    expect(textOf(saved[0]?.content)).toBe('%PDF');
  });

  it('is not saved where the printing fails', async () => {
    const { saved, exportAs } = await open({ printPdf: async () => fail('internal', 'No paper.') });
    expect(await exportAs('pdf')).toEqual(fail('internal', 'No paper.'));
    expect(saved).toEqual([]);
  });

  it('is left to the reader where that prints', async () => {
    const pages: FileToSave[] = [];
    const { saved, exportAs } = await open({
      printInReader: async (page) => {
        pages.push(page);
        return succeed({ outcome: 'print', url: '/print/1', files: [], count: page.count });
      },
    });
    expect(take(await exportAs('pdf'))).toMatchObject({ outcome: 'print', count: total });
    expect(pages[0]).toMatchObject({
      mimeType: 'text/html;charset=utf-8',
      suggestedName: expect.stringMatching(/\.pdf$/u),
    });
    expect(saved).toEqual([]);
  });
});

describe('an export under way', () => {
  it('is cancelled by its name, and leaves nothing', async () => {
    const { service, saved, events, exportAs } = await open({ exportThread: await program(endless) });
    const exporting = exportAs('docx', { job: 'mine' });
    await until(() => events.length > 0);
    take(await service.call('cancelExport', { job: 'another' }));
    expect(await Promise.race([exporting, 'still under way'])).toBe('still under way');
    take(await service.call('cancelExport', { job: 'mine' }));
    expect(take(await exporting)).toEqual({ outcome: 'cancelled' });
    expect(saved).toEqual([]);
  });

  it('keeps another from beginning, until it has ended', async () => {
    const { service, events, exportAs } = await open({ exportThread: await program(endless) });
    const exporting = exportAs('docx', { job: 'mine' });
    await until(() => events.length > 0);
    expect(await exportAs('md', { job: 'other' })).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    take(await service.call('cancelExport', { job: 'mine' }));
    await exporting;
    const again = exportAs('docx', { job: 'again' });
    await until(() => events.some((event) => event.type === 'export-progress' && event.job === 'again'));
    take(await service.call('cancelExport', { job: 'again' }));
    expect(take(await again)).toEqual({ outcome: 'cancelled' });
  });

  it('is cancelled while the host still saves', async () => {
    let cancel = async (): Promise<unknown> => undefined;
    const { service, exportAs } = await open({
      saveFile: async (_file, signal) => {
        await cancel();
        return signal.aborted ? succeed({ outcome: 'cancelled' }) : fail('internal', 'It was not told.');
      },
    });
    cancel = () => service.call('cancelExport', { job: 'job' });
    expect(take(await exportAs('md'))).toEqual({ outcome: 'cancelled' });
  });

  it('ends with the service', async () => {
    const { service, saved, events, exportAs } = await open({ exportThread: await program(endless) });
    const exporting = exportAs('docx');
    await until(() => events.length > 0);
    expect(await service.close()).toBe(true);
    expect(take(await exporting)).toEqual({ outcome: 'cancelled' });
    expect(saved).toEqual([]);
  });

  it.each([
    ['ends', `parentPort.once('message', () => process.exit(3));`],
    ['breaks down', `parentPort.once('message', () => { setTimeout(() => { throw new Error('broken'); }); });`],
    [
      'runs out of memory',
      `parentPort.once('message', () => {
        setTimeout(() => { throw Object.assign(new Error('limit'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }); });
      });`,
    ],
    ['cannot be started', `import './absent.mjs';`],
  ])('fails with one sentence where its thread %s, and the next one is not touched by it', async (_what, source) => {
    const broken = await program(source);
    const { service, saved, exportAs } = await open({ exportThread: broken });
    for (let times = 0; times < 2; times += 1) {
      const failed = await exportAs('docx');
      expect(failed).toMatchObject({ ok: false, fault: { code: 'internal' } });
      expect(failed.ok ? '' : failed.fault.message).toMatch(/^The export was broken off \([^\n]+\): try again/u);
    }
    const preview = await service.call('previewReport', { ...everything, from: 0, count: 10 });
    expect(preview).toMatchObject({ ok: false, fault: { message: expect.stringContaining('try again') } });
    expect(saved).toEqual([]);
    expect(await service.call('openSession', {})).toMatchObject({ ok: true });
  });
});
