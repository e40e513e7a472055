import { describe, expect, it } from 'vitest';
import { citationText } from '../../../../core/citations/citer.ts';
import { recordOf } from '../../../../core/export/export-record.ts';
import { printable } from '../../../../core/export/print-text.ts';
import { excerptsOf, runsText } from '../../../../core/report/report.ts';
import { writeDocx } from '../../../../electron/services/export/docx/write-docx.ts';
import { readDocx } from '../../../../electron/services/verify/read-docx.ts';
import { convertByLibreOffice, libreOfficeTimeoutMs, withoutLibreOffice } from '../../../support/libreoffice.ts';
import { unzipParts } from '../../../support/office-files.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const excerpts = excerptsOf(sampleReport);

/** LibreOffice has one kind of line break. */
const shownText = (text: string): string => printable(text).replaceAll('\r', '\n');

describe.skipIf(withoutLibreOffice)(`a Word document in LibreOffice${withoutLibreOffice}`, () => {
  it(
    'shows every quotation, note and citation with its number',
    async () => {
      const text = String(
        await convertByLibreOffice('report.docx', await writeDocx(sampleReport), 'txt:Text (encoded):UTF8'),
      ).replaceAll('\r\n', '\n');
      for (const { number, quotation, note } of excerpts) {
        expect(text).toContain(`\n${shownText(runsText(quotation))}${number}\n`);
        expect(text).toContain(shownText(note.trim()));
      }
      for (const { sha256 } of sampleReport.sources) expect(text).toContain(sha256);
    },
    libreOfficeTimeoutMs,
  );

  it(
    'is read back after LibreOffice has saved it, the footnotes too',
    async () => {
      const saved = await convertByLibreOffice('report.docx', await writeDocx(sampleReport), 'docx');
      const read = readDocx(saved);
      if (!read.ok) throw new Error(read.fault.message);
      expect(read.value.record).toEqual(recordOf(sampleReport));
      // LibreOffice writes `_x0041_` as a spreadsheet would, which Word shows so: the reader says what stands there now.
      const savedText = (text: string): string => shownText(text).replaceAll('_x0041_', '_x005F_x0041_');
      expect([...read.value.quotations]).toEqual(
        excerpts.map(({ number, quotation }) => [number, savedText(runsText(quotation))]),
      );
      expect([read.value.disguises.size, read.value.unmarked]).toEqual([0, []]);
      expect([...read.value.positions]).toEqual(
        excerpts.map(({ number, source, start, end }) => [number, [{ source, start, end }]]),
      );
      const footnotes = (unzipParts(saved).get('word/footnotes.xml') ?? '').replace(/<[^>]*>/gu, '');
      for (const { citation } of excerpts) {
        expect(footnotes).toContain(
          citationText(citation).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        );
      }
    },
    libreOfficeTimeoutMs,
  );
});
