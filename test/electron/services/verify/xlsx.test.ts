import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../../core/export/export-record.ts';
import { printable } from '../../../../core/export/print-text.ts';
import { excerptsOf, runsText } from '../../../../core/report/report.ts';
import { writeXlsx } from '../../../../electron/services/export/xlsx/write-xlsx.ts';
import { readXlsx } from '../../../../electron/services/verify/read-xlsx.ts';
import { anyText } from '../../../support/any-text.ts';
import { claimingSize, unzipParts } from '../../../support/office-files.ts';
import { reportQuoting, sampleReport } from '../../../support/sample-report.ts';

const sample = await writeXlsx(sampleReport);
const quotationsOfSample = excerptsOf(sampleReport).map(
  ({ number, quotation }) => [number, printable(runsText(quotation))] as const,
);

const readWell = (bytes: Uint8Array) => {
  const result = readXlsx(bytes);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};

const messageOf = (bytes: Uint8Array): string => {
  const result = readXlsx(bytes);
  return result.ok ? '' : result.fault.message;
};

/** The sample with other parts; one is left out where it is given as `null`. */
function edited(changes: Readonly<Record<string, string | null>>): Uint8Array {
  const parts = new Map<string, string | null>([...unzipParts(sample), ...Object.entries(changes)]);
  return zipSync(Object.fromEntries([...parts].flatMap(([path, xml]) => (xml === null ? [] : [[path, strToU8(xml)]]))));
}

const sheet = (rows: string): Record<string, string> => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});
const text = (words: string): string => `<c t="inlineStr"><is>${words}</is></c>`;
const header = `<row>${text('<t>quotation</t>')}${text('<t>x</t>')}${text('<t>number</t>')}</row>`;

describe('an Excel workbook', () => {
  it('is read back with every quotation and the record as they were written', () => {
    const { record, quotations, positions, ...others } = readWell(sample);
    expect(record).toEqual(recordOf(sampleReport));
    expect([...quotations]).toEqual(quotationsOfSample);
    expect(others).toEqual({ disguises: new Map(), unmarked: [] });
    expect([...positions]).toEqual(
      excerptsOf(sampleReport).map(({ number, source, start, end }) => [number, [{ source, start, end }]]),
    );
  });

  it('is read back so whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (quotation) => {
        const report = reportQuoting(quotation);
        const { record, quotations } = readWell(await writeXlsx(report));
        expect(record).toEqual(recordOf(report));
        expect(quotations.get(1)).toBe(printable(quotation));
      }),
      { numRuns: 40 },
    );
  });

  it('is read back so where a quotation fills several cells', async () => {
    const long = 'Перанакіраванне 😀 '.repeat(4_000);
    expect(readWell(await writeXlsx(reportQuoting(long))).quotations.get(1)).toBe(long);
  });

  it('is read as it stands, in whatever order and form its rows and cells are', () => {
    const phonetic =
      '<r><t>These </t></r><r><t xml:space="preserve">These </t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>words</t></r>';
    const rows = [
      `<row>${text('<t xml:space="preserve"> b_x000D__x005F_x0041_ </t>')}<c r="C2"><v>2</v></c></row>`,
      `<row r="3">${text(phonetic)}<c/><c t="str"><v>1</v></c></row>`,
      '<row r="4"><c r="C4"><v>9</v></c></row>',
      `<row>${text('<t>a note of mine</t>')}</row>`,
    ];
    const { quotations, unmarked } = readWell(edited(sheet(header + rows.join(''))));
    expect(unmarked).toEqual(['a note of mine']);
    expect([...quotations]).toEqual([
      [2, ' b\r_x0041_ '],
      [1, 'TheseThese words'],
      [9, ''],
    ]);
  });

  it('lets no second row with a number hide other words', () => {
    const row = (words: string): string => `<row>${text(`<t>${words}</t>`)}<c/><c><v>9</v></c></row>`;
    expect(readWell(edited(sheet(header + row('One.') + row('One.')))).quotations.get(9)).toBe('One.');
    expect(readWell(edited(sheet(header + row('One.') + row('Other.')))).quotations.get(9)).toBe('One.\nOther.');
  });

  it('lets no second column with the name of the quotation hide other words', () => {
    for (const name of ['quotation', 'Quotation ']) {
      const twice = `<row>${text('<t>quotation</t>')}${text(`<t xml:space="preserve">${name}</t>`)}${text('<t>number</t>')}</row>`;
      const row = `<row>${text('<t>One.</t>')}${text('<t>Other.</t>')}<c><v>9</v></c></row>`;
      expect(readWell(edited(sheet(twice + row))).quotations.get(9)).toBe('One.\nOther.');
    }
  });

  const rowOf = (cell: string): string => `${header}<row>${cell}<c/><c><v>9</v></c></row>`;
  const disguiseIn = (parts: Record<string, string>) => {
    const { quotations, disguises } = readWell(edited(parts));
    expect(quotations.get(9)).toBe('One.');
    return disguises.get(9);
  };

  it('says that a formula is in a quotation’s cell, or its column is hidden', () => {
    expect(disguiseIn(sheet(rowOf('<c t="str"><f>A1</f><v>One.</v></c>')))).toContain('formula');
    const hidden = `<worksheet><cols><col min="1" max="1" hidden="1"/></cols><sheetData>${rowOf(text('<t>One.</t>'))}</sheetData></worksheet>`;
    expect(disguiseIn({ 'xl/worksheets/sheet1.xml': hidden })).toContain('hidden');
    expect(disguiseIn(sheet(rowOf(text('<t>One.</t>'))))).toBeUndefined();
  });

  it('says that a cell is formatted to show something else than its text', () => {
    const inFormat = (fonts: string, xf: string, formats = '') =>
      disguiseIn({
        ...sheet(rowOf('<c s="1" t="inlineStr"><is><t>One.</t></is></c>')),
        'xl/styles.xml': `<styleSheet>${formats}<fonts><font/>${fonts}</fonts><cellXfs><xf/>${xf}</cellXfs></styleSheet>`,
      });
    const withFormat = (code: string) =>
      inFormat('', '<xf numFmtId="164"/>', `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts>`);
    const [bad, font] = ['does not show its text', '<xf fontId="1"/>'];
    expect(inFormat('<font><strike/></font>', font)).toContain(bad);
    expect(inFormat('<font><color rgb="FFFFFFFF"/></font>', font)).toContain(bad);
    expect(inFormat('<font><color theme="0"/></font>', font)).toContain(bad);
    expect(inFormat('<font><sz val="1"/></font>', font)).toContain(bad);
    for (const code of [';;;', ';;;&quot;It is fine&quot;', '@&quot; not&quot;'])
      expect(withFormat(code)).toContain(bad);
    for (const code of ['@', 'General', '0.00', '0;-0;0;@']) expect(withFormat(code)).toBeUndefined();
    expect(inFormat('<font><sz val="9"/><b/><strike val="0"/><color theme="1"/></font>', font)).toBeUndefined();
    const struck = '<r><t>On</t></r><r><rPr><strike/></rPr><t>e.</t></r>';
    expect(disguiseIn(sheet(rowOf(text(struck))))).toContain(bad);
  });

  it('finds the position that a row gives, where another was put there', () => {
    const columns = ['quotation', 'start', 'end', 'sha256'].map((name) => text(`<t>${name}</t>`)).join('');
    const row = (hash: string): string =>
      `<row>${columns}${text('<t>number</t>')}</row><row>${text('<t>One.</t>')}<c><v>5</v></c><c><v>8</v></c>${text(`<t>${hash}</t>`)}<c><v>9</v></c></row>`;
    const found = (hash: string) => readWell(edited(sheet(row(hash)))).positions.get(9);
    expect(found(sampleReport.sources[1]?.sha256 ?? '')).toEqual([{ source: 1, start: 5, end: 8 }]);
    expect(found('other')).toEqual([{ source: -1, start: 5, end: 8 }]);
  });

  it('has no quotations where their column or their sheet is gone', () => {
    expect(readWell(edited(sheet(header.replace('quotation', 'quote')))).quotations.size).toBe(0);
    expect(readWell(edited(sheet(''))).quotations.size).toBe(0);
    expect(readWell(edited({ 'xl/workbook.xml': '<workbook/>' })).quotations.size).toBe(0);
  });

  it('says in one sentence why it is not read', () => {
    const damaged = 'This file is no Excel workbook or is damaged: use the file as it was exported.';
    expect(messageOf(strToU8('number,quotation'))).toBe(damaged);
    expect(messageOf(sample.subarray(0, sample.length / 2))).toBe(damaged);
    expect(messageOf(edited({ 'customXml/item1.xml': null }))).toBe(
      'This Excel workbook carries no record of excerpts: choose a file that Attest exported.',
    );
    expect(messageOf(edited({ 'customXml/item1.xml': '<record xmlns="urn:attest:excerpts">{</record>' }))).toMatch(
      /is damaged/u,
    );
    expect(messageOf(claimingSize(sample, 'xl/worksheets/sheet1.xml', 300_000_000))).toMatch(/is too large/u);
  });
});
