import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { describePassage } from '../../core/anchoring/selector.ts';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { utf16 } from '../../core/text/offsets.ts';
import { type BundledStatement, readBundledStatements } from '../support/bundled-statements.ts';
import { quietFlags, requireChromium } from '../support/find-chromium.mjs';
import { startInBrowser } from '../support/start-in-browser.ts';
import { anchorHighlight, generateHighlights } from './generate-highlights.ts';
import { generateStatement } from './generate-statement.ts';
import { type AppMeasures, measureApp } from './measure-app.ts';
import { type Material, measurePainter, type PainterMeasures } from './measure-painter.ts';
import { paintersDocument } from './painters-document.ts';
import type { PainterName } from './painters-page.ts';
import { type Row, tableOf } from './print-table.ts';
import { seededRandom } from './seeded-random.ts';
import { type FrameSummary, median } from './statistics.ts';
import { type LongStatement, longStatement, writeProject, writeWorkspace } from './write-project.ts';

const statementBytes = 1_000_000;
const highlightCount = 5_000;
const seed = 20_240_502;

const painters: readonly PainterName[] = ['nothing', 'attest', 'recogito-css', 'recogito-spans'];

/** A row of medians: `pick` reads one value off the measures of each round, and each column has its rounds. */
function rowOf<Measures>(
  label: string,
  columns: readonly (readonly Measures[])[],
  pick: (measures: Measures) => number,
): Row {
  return { label, values: columns.map((rounds) => median(rounds.map(pick))) };
}

function scrollRows<Measures extends { readonly scroll: FrameSummary }>(
  columns: readonly (readonly Measures[])[],
): Row[] {
  return [
    rowOf('scrolling: frame, median (ms)', columns, ({ scroll }) => scroll.median),
    rowOf('scrolling: frame, 95th percentile (ms)', columns, ({ scroll }) => scroll.p95),
    rowOf('scrolling: worst frame (ms)', columns, ({ scroll }) => scroll.worst),
    rowOf('scrolling: frames over 25 ms (%)', columns, ({ scroll }) => scroll.late),
  ];
}

function sayProgress(what: string, round: number, rounds: number): void {
  process.stderr.write(`Measuring ${what}, round ${round + 1} of ${rounds}…\n`);
}

async function benchApp(
  folder: string,
  long: LongStatement,
  bundled: readonly BundledStatement[],
  highlights: readonly Highlight[],
  rounds: number,
): Promise<string> {
  // Where the starter looks for the built application: here it is a copy, with another collection beside it.
  process.env['ATTEST_OUT'] = await writeProject(folder, long, bundled);
  const columns: [AppMeasures[], AppMeasures[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    sayProgress('the application', round, rounds);
    for (const [index, content] of [[], highlights].entries()) {
      const workspaceFolder = join(folder, `workspace-${round}-${index}`);
      await writeWorkspace(workspaceFolder, content);
      const app = await startInBrowser({ workspaceFolder, home: folder });
      columns[index]?.push(await measureApp(app.page, long.title));
      await app.close();
    }
  }
  return tableOf(
    'The application',
    ['no highlights', `${highlightCount}`],
    [
      rowOf('opening, click to first frame (ms)', columns, ({ openMs }) => openMs),
      ...scrollRows(columns),
      rowOf('adding one, key to frame painted (ms)', columns, ({ addMs }) => addMs),
      rowOf('adding one, frames until it shows', columns, ({ addFrames }) => addFrames),
    ],
  );
}

async function benchPainters(material: Material, rounds: number): Promise<string> {
  const html = await paintersDocument();
  const browser = await chromium.launch({
    executablePath: requireChromium(process.env),
    chromiumSandbox: false,
    args: [...quietFlags],
  });
  const columns = painters.map((): PainterMeasures[] => []);
  for (let round = 0; round < rounds; round += 1) {
    sayProgress('painting alone', round, rounds);
    for (const [index, name] of painters.entries()) {
      const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
      columns[index]?.push(await measurePainter(page, html, name, material));
      await page.close();
    }
  }
  await browser.close();
  const [, ...painting] = columns;
  return [
    tableOf('Painting alone', painters.slice(1), [
      rowOf('painting all (ms)', painting, ({ paintMs }) => paintMs),
      rowOf('adding one (ms)', painting, ({ addMs }) => addMs),
    ]),
    tableOf('Scrolling what is painted', painters, scrollRows(columns)),
  ].join('\n\n');
}

function materialOf({ id, text, source }: LongStatement, highlights: readonly Highlight[]): Material {
  const [like] = highlights;
  if (!like) throw new Error('There are no highlights to paint.');
  // The first characters are in sight when the page is at its top.
  const selector = describePassage(text, { start: utf16(5), end: utf16(25) }, source);
  return {
    text,
    highlights: highlights.map(anchorHighlight),
    another: anchorHighlight({ ...like, id: 'another', statement: id, selector }),
  };
}

/** Measures, and gives tables: the application with and without many highlights, and painting beside Recogito's. */
export async function benchPainting(rounds: number): Promise<string> {
  const bundled = await readBundledStatements();
  const random = seededRandom(seed);
  const long = longStatement(
    generateStatement(
      bundled.map(({ text }) => text),
      statementBytes,
      random,
    ),
  );
  const highlights = generateHighlights(long, highlightCount, random);
  const head = `Highlights on the page: one statement of ${Buffer.byteLength(long.text)} bytes, ${highlights.length} highlights.`;
  const folder = await mkdtemp(join(tmpdir(), 'attest-bench-'));
  try {
    const app = await benchApp(folder, long, bundled, highlights, rounds);
    return [head, app, await benchPainters(materialOf(long, highlights), rounds)].join('\n\n');
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
