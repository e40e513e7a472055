import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameExport } from '../../../../electron/services/export/name-export.ts';

const madeAt = '2026-01-31T23:59:59.999Z';
const nameOf = (title: string): string => nameExport(title, 'md', madeAt).suggestedName;

describe('the name of an export', () => {
  it.each([
    ['Excerpts', 'attest-excerpts-2026-01-31.md'],
    ['Допрос № 1: «Пытки» и йод', 'attest-допрос-1-пытки-и-йод-2026-01-31.md'],
    ['Łódź, São Tomé — été', 'attest-odz-sao-tome-ete-2026-01-31.md'],
    ['[name withheld 1] in custody', 'attest-name-withheld-1-in-custody-2026-01-31.md'],
    ['../../etc/passwd\0', 'attest-etc-passwd-2026-01-31.md'],
    ['تعذيب', 'attest-2026-01-31.md'],
  ])('made from %j is %s', (title, name) => {
    expect(nameOf(title)).toBe(name);
  });

  it('has the extension that programs know', () => {
    expect(nameExport('a', 'csl', madeAt).suggestedName).toBe('attest-a-2026-01-31.csl.json');
    expect(nameExport('a', 'docx', madeAt).suggestedName).toBe('attest-a-2026-01-31.docx');
  });

  it('is short and can stand in every file system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = nameOf(title);
        expect(name).toMatch(/^attest-(?:[a-z0-9\p{Script=Cyrillic}]+-)*2026-01-31\.md$/u);
        expect([...name].length).toBeLessThan(90);
      }),
    );
  });
});
