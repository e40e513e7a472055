import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../../core/export/export-record.ts';
import { writeJson } from '../../../../core/export/json.ts';
import { excerptsOf, runsText } from '../../../../core/report/report.ts';
import { readJson } from '../../../../electron/services/verify/read-json.ts';
import { anyText } from '../../../support/any-text.ts';
import { reportOf, sampleReport } from '../../../support/sample-report.ts';

const read = (json: string) => readJson(Buffer.from(json, 'utf8'));

const messageOf = (json: string): string => {
  const result = read(json);
  return result.ok ? '' : result.fault.message;
};

describe('a JSON export', () => {
  const json = writeJson(sampleReport);

  it('is read back exactly, whatever the text', () => {
    for (const report of [sampleReport, ...fc.sample(anyText, 100).map(reportOf)]) {
      const result = read(writeJson(report));
      if (!result.ok) throw new Error(result.fault.message);
      expect(result.value.record).toEqual(recordOf(report));
      expect([...result.value.quotations]).toEqual(
        excerptsOf(report).map(({ number, quotation }) => [number, runsText(quotation)]),
      );
    }
  });

  it('shows a word that was changed in it', () => {
    const changed = read(json.replace('"text": "These words stand twice."', '"text": "These words stood twice."'));
    expect(changed.ok && changed.value.quotations.get(9)).toBe('These words stood twice.\nThese words stand twice.');
  });

  it('shows a word that was changed in its runs alone', () => {
    const excerpts = JSON.parse(json);
    excerpts.excerpts[8].quotation[0].text = 'These words stood twice.';
    const changed = read(JSON.stringify(excerpts));
    expect(changed.ok && changed.value.quotations.get(9)).toBe('These words stand twice.\nThese words stood twice.');
  });

  it('may be the record alone, which is read by its runs', () => {
    const alone = read(JSON.stringify(recordOf(sampleReport)));
    expect(alone.ok && [...alone.value.quotations]).toEqual(
      excerptsOf(sampleReport).map(({ number, quotation }) => [number, runsText(quotation)]),
    );
  });

  it('says in one sentence why it is not read', () => {
    expect(messageOf('{}')).toBe('This JSON file carries no record of excerpts: choose a file that Attest exported.');
    expect(messageOf('null')).toMatch(/no record/u);
    expect(messageOf(json.slice(0, -10))).toBe(
      'The record of excerpts in this JSON file is damaged: use the file as it was exported.',
    );
    expect(messageOf(json.replace('"version": 2', '"version": 3'))).toBe(
      'This JSON file was exported by a later version of Attest: read it with that version.',
    );
    expect(messageOf(json.replace('"number": 4', '"number": "4"'))).toMatch(/is damaged/u);
  });
});
