import { describe, expect, it } from 'vitest';
import { ExportRecord, recordOf } from '../../../core/export/export-record.ts';
import { writeJson } from '../../../core/export/json.ts';
import { excerptsOf, runsText } from '../../../core/report/report.ts';
import { sampleReport } from '../../support/sample-report.ts';

describe('JSON', () => {
  const document = JSON.parse(writeJson(sampleReport));

  it('is the record of the excerpts, and more', () => {
    expect(ExportRecord.parse(document)).toEqual(recordOf(sampleReport));
    expect(Object.keys(document).sort()).toEqual(
      [
        ...['format', 'version', 'title', 'exported', 'offsets', 'author', 'style', 'context'],
        ...['sources', 'excerpts', 'parts', 'tags', 'withheld'],
      ].sort(),
    );
  });

  it('gives each excerpt as it is printed, and the order of all parts', () => {
    for (const [index, excerpt] of excerptsOf(sampleReport).entries()) {
      expect(document.excerpts[index]).toMatchObject({
        number: index + 1,
        text: runsText(excerpt.quotation),
        before: runsText(excerpt.before),
        after: runsText(excerpt.after),
        tags: excerpt.tags,
        note: excerpt.note,
        place: excerpt.place,
        speakers: excerpt.speakers,
      });
    }
    expect(document.parts).toHaveLength(sampleReport.parts.length);
    expect(document.parts[1]).toEqual({ kind: 'heading', level: 1, text: 'What happened' });
    expect(document.parts[2]).toEqual({ kind: 'excerpt', number: 1 });
  });
});
