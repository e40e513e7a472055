import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../core/export/csv.ts';
import { codebookColumns, excerptColumns } from '../../../core/export/excerpt-columns.ts';
import { excerptsOf, runsText } from '../../../core/report/report.ts';
import { anyText } from '../../support/any-text.ts';
import { reportOf, reportQuoting, sampleReport } from '../../support/sample-report.ts';

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv[at] ?? '';
    if (isQuoted && character === '"' && csv[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && character === ',') {
      row.push(field);
      field = '';
    } else if (!isQuoted && character === '\r' && csv[at + 1] === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
      at += 1;
    } else {
      field += character;
    }
  }
  expect([field, row, isQuoted]).toEqual(['', [], false]);
  return rows;
}

describe('CSV', () => {
  const restore = (cell: string): string => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);

  it('is read back without loss by a reader of RFC 4180, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = reportOf(text);
        const csv = writeCsv(report);
        expect(csv.startsWith('\uFEFFnumber,id,statement,')).toBe(true);
        const [header = [], ...rows] = readCsv(csv.slice(1));
        expect(rows).toHaveLength(excerptsOf(report).length);
        for (const cells of rows) {
          expect(cells).toHaveLength(header.length);
          for (const name of ['quotation', 'before', 'after', 'note', 'tags', 'speaker', 'title']) {
            expect(restore(cells[header.indexOf(name)] ?? '')).toBe(text);
          }
        }
      }),
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const cell of readCsv(writeCsv(reportOf(text)).slice(1)).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      }),
    );
  });

  it('keeps empty cells', () => {
    const [header, row] = readCsv(writeCsv(reportQuoting('')).slice(1));
    expect(row).toHaveLength(header?.length ?? 0);
  });

  it('has a row for each excerpt, with its number, its source and its position', () => {
    const [header = [], ...rows] = readCsv(writeCsv(sampleReport).slice(1));
    const read = (row: readonly string[], name: string): string => restore(row[header.indexOf(name)] ?? '');
    for (const [index, excerpt] of excerptsOf(sampleReport).entries()) {
      const row = rows[index] ?? [];
      expect(read(row, 'number')).toBe(String(index + 1));
      expect(read(row, 'quotation')).toBe(runsText(excerpt.quotation));
      expect(read(row, 'sha256')).toBe(sampleReport.sources[excerpt.source]?.sha256);
      expect([read(row, 'start'), read(row, 'end')]).toEqual([String(excerpt.start), String(excerpt.end)]);
    }
    expect(rows.map((row) => read(row, 'paragraph')).slice(0, 4)).toEqual(['4', '5–6', '1–7', 'heading']);
    expect(read(rows[0] ?? [], 'citation')).toBe(
      'Michael Carpenter, Briefing on Belarus, US Department of State, May 2023, ¶ 4, * and _ and [1] and <i>.',
    );
  });
});

describe('the columns', () => {
  it('have names of their own', () => {
    for (const columns of [excerptColumns, codebookColumns]) {
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    }
  });

  it('of the codebook give each tag with what it means and how many excerpts have it', () => {
    const rows = sampleReport.tags.map((tag) => codebookColumns.map(({ read }) => read(tag)));
    expect(rows[2]).toEqual(['torture', '=description()', 3]);
  });
});
