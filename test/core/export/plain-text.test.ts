import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePlainText } from '../../../core/export/plain-text.ts';
import { printable } from '../../../core/export/print-text.ts';
import { anyText } from '../../support/any-text.ts';
import { reportQuoting, sampleReport } from '../../support/sample-report.ts';

describe('plain text', () => {
  it('breaks no line of a quotation that is not broken in the source', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = writePlainText(reportQuoting(text));
        expect(written).toContain(`“${printable(text).replaceAll('\n', '\r\n')}” [1]\r\n`);
      }),
    );
  });

  it('is UTF-8 for every editor: a byte order mark, and CRLF after every line', () => {
    const written = writePlainText({ ...sampleReport, parts: sampleReport.parts.slice(0, 4) });
    expect(written.startsWith('\uFEFFTorture')).toBe(true);
    expect(written.endsWith('\r\n')).toBe(true);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('has a note for every number, and the fingerprints of the sources', () => {
    const written = writePlainText(sampleReport);
    for (let number = 1; number <= 11; number += 1) expect(written.split(`[${number}]`).length).toBeGreaterThan(2);
    for (const { sha256 } of sampleReport.sources) expect(written).toContain(`SHA-256: ${sha256}\r\n`);
  });
});
