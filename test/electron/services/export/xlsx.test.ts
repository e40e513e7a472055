import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { codebookColumns, excerptColumns } from '../../../../core/export/excerpt-columns.ts';
import { printable } from '../../../../core/export/print-text.ts';
import { excerptsOf, type Report } from '../../../../core/report/report.ts';
import { writeXlsx } from '../../../../electron/services/export/xlsx/write-xlsx.ts';
import { openOfficeFile } from '../../../../electron/services/verify/office-parts.ts';
import { readSheet } from '../../../../electron/services/verify/read-sheet.ts';
import { anyText } from '../../../support/any-text.ts';
import { findXmlError, listParts, machineTraces, unzipParts } from '../../../support/office-files.ts';
import { reportOf, reportQuoting, sampleReport } from '../../../support/sample-report.ts';

const goldenParts = [
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/worksheets/sheet1.xml',
  'xl/worksheets/sheet2.xml',
  'xl/worksheets/sheet3.xml',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
  'customXml/item1.xml',
];

/** The rows of a sheet as they are read, with the empty cells in between. */
async function rowsOf(report: Report, sheet: string): Promise<string[][]> {
  const parts = openOfficeFile(await writeXlsx(report), 'Excel workbook');
  if (!parts.ok) throw new Error(parts.fault.message);
  const { rows } = readSheet(parts.value, sheet);
  const width = Math.max(...(rows[0]?.keys() ?? [])) + 1;
  return rows.map((row) => Array.from({ length: width }, (_, column) => row.get(column)?.text ?? ''));
}

const excerptRows = (report: Report): string[][] => [
  excerptColumns.map(({ name }) => name),
  ...excerptsOf(report).map((excerpt) => excerptColumns.map(({ read }) => printable(String(read(excerpt, report))))),
];

afterEach(() => {
  vi.useRealTimers();
});

describe('an Excel workbook', () => {
  it('is what the golden file holds', async () => {
    const path = join(import.meta.dirname, '../../../fixtures/export/sample.xlsx.golden');
    const written = listParts(await writeXlsx(sampleReport), goldenParts);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, written);
    expect(written).toBe(readFileSync(path, 'utf8'));
  });

  it('consists of well-formed parts whatever the text', async () => {
    const reports = [sampleReport, reportOf(''), { ...sampleReport, parts: [], sources: [], tags: [] }];
    const texts = fc.sample(anyText, { numRuns: 8, seed: 6 });
    for (const report of [...reports, ...texts.map(reportOf)]) {
      for (const [path, xml] of unzipParts(await writeXlsx(report))) expect(findXmlError(xml), path).toBeNull();
    }
  });

  it('is the same from one time and place to the next', async () => {
    const first = await writeXlsx(sampleReport);
    vi.useFakeTimers({ now: new Date('2031-07-01T03:04:05Z'), toFake: ['Date'] });
    expect(Buffer.from(await writeXlsx(sampleReport)).equals(first)).toBe(true);
  });

  it('says nothing of who wrote it and where', async () => {
    const parts = unzipParts(await writeXlsx(sampleReport));
    for (const [path, xml] of parts) {
      for (const trace of [...machineTraces, 'O’Neill']) expect(xml.includes(trace), `${trace} in ${path}`).toBe(false);
    }
    expect([...parts.keys()].filter((path) => path.startsWith('docProps'))).toEqual([]);
  });

  it('has a row for each excerpt with every column, and the codebook and the sources on sheets of their own', async () => {
    expect(await rowsOf(sampleReport, 'Excerpts')).toEqual(excerptRows(sampleReport));
    expect(await rowsOf(sampleReport, 'Codebook')).toEqual([
      ['tag', 'description', 'excerpts'],
      ...sampleReport.tags.map((tag) => codebookColumns.map(({ read }) => String(read(tag)))),
    ]);
    const sources = await rowsOf(sampleReport, 'Sources');
    expect(sources.slice(1).map((row) => row.slice(0, 7))).toEqual(
      sampleReport.sources.map(({ statement, title, publisher, date, file, sha256 }, index) => [
        String(index + 1),
        statement,
        title,
        publisher,
        date,
        file,
        sha256,
      ]),
    );
  });

  it('has every text as it is in its cell, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const report = reportOf(text);
        expect(await rowsOf(report, 'Excerpts')).toEqual(excerptRows(report));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    '_x0041_',
    '_x005F_x0041_x0042_',
    '\ufffd\u0085\ufdd0',
    ' a ',
    '\r',
  ])('keeps %j, over which the package that writes it stumbles', async (text) => {
    expect((await rowsOf(reportOf(text), 'Excerpts'))[1]).toContain(text);
  });

  it('has no formula, and marks what looks like one as text', async () => {
    const parts = unzipParts(await writeXlsx(sampleReport));
    for (const [path, xml] of parts) if (path.startsWith('xl/worksheets/sheet')) expect(xml).not.toMatch(/<f[ >/]/u);
    const formats = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*>/gu)].map(([format]) => format);
    const note = /<c r="M3" s="(\d+)" t="s">/u.exec(parts.get('xl/worksheets/sheet1.xml') ?? '')?.[1];
    expect(formats[Number(note)]).toContain('numFmtId="100"');
    expect(parts.get('xl/styles.xml')).toContain('<numFmt numFmtId="100" formatCode="@"/>');
  });

  it('goes on in a further column where a text is longer than a cell can hold, cutting no character', async () => {
    const text = `${'a'.repeat(32_766)}😀${'b'.repeat(40_000)}`;
    const [header = [], first = []] = await rowsOf(reportQuoting(text), 'Excerpts');
    const columns = header.flatMap((name, column) => (name.startsWith('quotation') ? [column] : []));
    expect(columns.map((column) => header[column])).toEqual([
      'quotation',
      'quotation (continued)',
      'quotation (continued 2)',
    ]);
    const pieces = columns.map((column) => first[column] ?? '');
    expect(pieces.map(({ length }) => length)).toEqual([32_766, 32_767, text.length - 32_766 - 32_767]);
    expect(pieces.join('')).toBe(text);
  });

  it('has its header in sight and its rows ready to be filtered', async () => {
    const sheet = unzipParts(await writeXlsx(sampleReport)).get('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane ySplit="1" [^>]*state="frozen"\/>/u);
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:U12"/>');
  });

  it('tells how many excerpts are done', async () => {
    const [first] = excerptsOf(sampleReport);
    if (!first) throw new Error('The sample report has excerpts.');
    const told: number[] = [];
    const many = Array.from({ length: 350 }, (_, index) => ({ ...first, number: index + 1 }));
    await writeXlsx({ ...sampleReport, parts: many }, (done) => told.push(done));
    expect(told).toEqual([100, 200, 300]);
  });
});
