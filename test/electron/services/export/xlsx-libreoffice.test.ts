import { describe, expect, it } from 'vitest';
import { excerptColumns } from '../../../../core/export/excerpt-columns.ts';
import { recordOf } from '../../../../core/export/export-record.ts';
import { printable } from '../../../../core/export/print-text.ts';
import { excerptsOf, runsText } from '../../../../core/report/report.ts';
import { writeXlsx } from '../../../../electron/services/export/xlsx/write-xlsx.ts';
import { readXlsx } from '../../../../electron/services/verify/read-xlsx.ts';
import { convertByLibreOffice, libreOfficeTimeoutMs, withoutLibreOffice } from '../../../support/libreoffice.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const excerpts = excerptsOf(sampleReport);

/** Commas, every text in quotation marks, UTF-8, cells as they are and not as they look. */
const csvFilter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false';

describe.skipIf(withoutLibreOffice)(`an Excel workbook in LibreOffice${withoutLibreOffice}`, () => {
  it(
    'has the same text in every cell',
    async () => {
      const csv = String(await convertByLibreOffice('report.xlsx', await writeXlsx(sampleReport), csvFilter));
      const cells = [...csv.matchAll(/"((?:[^"]|"")*)"|(?<=^|,)([^",\n]*)(?=,|\n)/gmu)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      );
      const expected = excerpts.flatMap((excerpt) =>
        excerptColumns.map(({ read }) => printable(String(read(excerpt, sampleReport)))),
      );
      expect(cells).toEqual([...excerptColumns.map(({ name }) => name), ...expected]);
    },
    libreOfficeTimeoutMs,
  );

  it(
    'is read back after LibreOffice has saved it',
    async () => {
      const read = readXlsx(await convertByLibreOffice('report.xlsx', await writeXlsx(sampleReport), 'xlsx'));
      if (!read.ok) throw new Error(read.fault.message);
      expect(read.value.record).toEqual(recordOf(sampleReport));
      expect([...read.value.quotations]).toEqual(
        excerpts.map(({ number, quotation }) => [number, printable(runsText(quotation))]),
      );
      expect([read.value.disguises.size, read.value.unmarked]).toEqual([0, []]);
      expect([...read.value.positions]).toEqual(
        excerpts.map(({ number, source, start, end }) => [number, [{ source, start, end }]]),
      );
    },
    libreOfficeTimeoutMs,
  );
});
