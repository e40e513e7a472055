import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { ExportFormat } from '../../core/export/export-format.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import type { AttestService } from '../../core/ipc-contract.ts';
import { initialReportOptions, type ReportRequest } from '../../core/report/report-request.ts';
import { succeed } from '../../core/result.ts';
import { openAttest } from '../../electron/services/open-attest.ts';
import { readBundledStatements, resources } from '../support/bundled-statements.ts';
import { builtFolder } from '../support/runtime.ts';
import { generateHighlights } from './generate-highlights.ts';
import { generateStatement } from './generate-statement.ts';
import { textTable } from './print-table.ts';
import { seededRandom } from './seeded-random.ts';
import { median } from './statistics.ts';
import { writeWorkspace } from './write-project.ts';

const statementCount = 20;
const statementBytes = 60_000;
const highlightsEach = 500;
const excerptCount = statementCount * highlightsEach;

const seed = 20_241_105;

/** How exactly pauses are measured, in milliseconds. */
const resolutionMs = 5;

const everything: ReportRequest = {
  selection: { of: 'excerpts', filter: everyExcerpt, groupBy: 'statement' },
  options: initialReportOptions,
};

/** One measured step. Times in milliseconds. */
interface Step {
  readonly ms: number;
  /** The longest time in which the program could do nothing else. */
  readonly pauseMs: number;
  readonly bytes: number;
}

/** Fills `folder` with a collection of long statements and a workspace with all their highlights. */
async function prepare(folder: string): Promise<{ readonly resources: string; readonly workspaceFolder: string }> {
  const random = seededRandom(seed);
  const bundled = await readBundledStatements();
  const [like] = bundled;
  if (!like) throw new Error('There are no bundled statements to make others like.');
  const own = join(folder, 'resources');
  await mkdir(join(own, 'statements'), { recursive: true });
  await cp(join(resources, 'citation-styles'), join(own, 'citation-styles'), { recursive: true });
  const highlights: Highlight[] = [];
  const records: unknown[] = [];
  for (let at = 0; at < statementCount; at += 1) {
    const id = `generated-${at}`;
    const text = generateStatement(
      bundled.map((statement) => statement.text),
      statementBytes,
      random,
    );
    const source = createHash('sha256').update(text).digest('hex');
    const title = { value: `A generated statement, number ${at + 1}`, basis: 'inferred', from: 'Generated.' };
    records.push({
      ...like.record,
      id,
      file: `${id}.txt`,
      bytes: Buffer.byteLength(text),
      sha256: source,
      title,
      structure: [],
    });
    await writeFile(join(own, 'statements', `${id}.txt`), text);
    for (const highlight of generateHighlights({ id, text, source }, highlightsEach, random))
      highlights.push({ ...highlight, id: randomUUID(), note: 'A note of a few words on this passage.' });
  }
  const catalogue = { title: 'Benchmark', description: 'Generated.', statements: records };
  await writeFile(join(own, 'catalogue.json'), JSON.stringify(catalogue));
  const workspaceFolder = join(folder, 'workspace');
  await writeWorkspace(workspaceFolder, highlights);
  return { resources: own, workspaceFolder };
}

async function measure(act: () => Promise<number>): Promise<Step> {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  const started = performance.now();
  const bytes = await act();
  const ms = performance.now() - started;
  delay.disable();
  return { ms, pauseMs: Math.max(0, delay.max / 1e6 - resolutionMs), bytes };
}

async function openService(folder: string): Promise<{ service: AttestService; savedBytes: () => number }> {
  const prepared = await prepare(folder);
  let savedBytes = 0;
  const opened = await openAttest({
    ...prepared,
    host: 'browser',
    version: 'bench',
    access: 'write',
    lockWaitMs: 0,
    exportThread: join(builtFolder(process.env), 'main/export-thread.js'),
    saveFile: async ({ content, count }) => {
      savedBytes = content.length;
      return succeed({ outcome: 'saved', location: 'nowhere', count });
    },
    // The page alone: what Chromium takes to print it is not ours.
    printPdf: async (html) => succeed(html),
  });
  if (!opened.ok) throw new Error(opened.fault.message);
  return { service: opened.value, savedBytes: () => savedBytes };
}

async function measureExports(service: AttestService, savedBytes: () => number): Promise<ReadonlyMap<string, Step>> {
  const steps = new Map<string, Step>();
  const preview = (from: number) => async (): Promise<number> => {
    const page = await service.call('previewReport', { ...everything, from, count: 200 });
    if (!page.ok || page.value.excerptCount !== excerptCount) throw new Error('The preview is not of all excerpts.');
    return JSON.stringify(page.value).length;
  };
  steps.set('preview, first page', await measure(preview(0)));
  steps.set('preview, another page', await measure(preview(5_000)));
  for (const format of ExportFormat.options) {
    const step = await measure(async () => {
      const exported = await service.call('exportReport', { ...everything, format, hasRecord: false, job: format });
      if (!exported.ok) throw new Error(exported.fault.message);
      return savedBytes();
    });
    steps.set(format === 'pdf' ? 'pdf, its page of HTML' : format, step);
  }
  return steps;
}

/** Measures, and gives a table: what showing and exporting 10,000 excerpts costs, and how long anything else waits meanwhile. */
export async function benchExports(rounds: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
  try {
    const { service, savedBytes } = await openService(folder);
    const all: ReadonlyMap<string, Step>[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await measureExports(service, savedBytes));
    await service.close();
    const rows = [...(all[0]?.keys() ?? [])].map((name) => {
      const steps = all.flatMap((steps) => steps.get(name) ?? []);
      const middle = (of: keyof Step): number => median(steps.map((step) => step[of]));
      return [name, middle('ms').toFixed(0), middle('pauseMs').toFixed(0), (middle('bytes') / 1e6).toFixed(2)] as const;
    });
    return textTable(
      `Exports of ${excerptCount} excerpts from ${statementCount} statements, in a thread`,
      ['ms', 'longest pause, ms', 'MB'],
      rows,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
