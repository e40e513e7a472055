import { describe, expect, it } from 'vitest';
import { initialReportOptions, ReportOptions } from '../../../core/report/report-request.ts';

describe('the names to withhold', () => {
  it('come without blank rows and without white space around them', () => {
    const given = { ...initialReportOptions, withheld: ['', '  Ada Researcher ', '\t\n', 'Лукашенко'] };
    const read = ReportOptions.parse(given);
    expect(read.withheld).toEqual(['Ada Researcher', 'Лукашенко']);
    expect(ReportOptions.parse(read)).toEqual(read);
  });

  it('are at most 200, of at most 500 characters each', () => {
    const accepts = (withheld: string[]): boolean =>
      ReportOptions.safeParse({ ...initialReportOptions, withheld }).success;
    expect([
      accepts(Array(200).fill('x'.repeat(500))),
      accepts(Array(201).fill('x')),
      accepts(['x'.repeat(501)]),
    ]).toEqual([true, false, false]);
  });
});
