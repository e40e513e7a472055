import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueFields } from '../../../core/statements/catalogue.ts';
import { PackedSummaries, packSummaries, unpackSummaries } from '../../../core/statements/packed-summaries.ts';
import type { StatementSummary } from '../../../core/statements/statement.ts';

const text = fc.constantFrom(
  '',
  'a',
  '"a',
  'a\n"b',
  'b',
  '[null]',
  'null',
  '1 stated',
  'Заява “Вясны”',
  'حقوق',
  '👩‍👧',
  'e\u0301',
);

function field<Value>(value: fc.Arbitrary<Value>) {
  return fc.record({
    value: fc.option(value),
    basis: fc.constantFrom('stated' as const, 'inferred' as const),
    from: text,
  });
}

const fields: fc.Arbitrary<CatalogueFields> = fc.record({
  title: field(text),
  kind: field(fc.constantFrom('speech' as const, 'letter' as const)),
  publisher: field(text),
  people: field(fc.array(fc.record({ name: text, role: text, as: fc.constant('speaker' as const) }), { minLength: 1 })),
  place: field(text),
  date: field(text),
  language: field(text),
  rights: field(text),
});

const version = fc.record({ added: text, sha256: text, name: text });

const summary: fc.Arbitrary<StatementSummary> = fc
  .record({
    record: fields,
    own: fc.option(
      fc.record({
        format: fc.constantFrom('text' as const, 'pdf' as const),
        encoding: fc.option(text),
        original: text,
        added: text,
        modified: text,
        versions: fc.array(version, { minLength: 1, maxLength: 3 }),
      }),
    ),
    about: fc.record({
      id: text,
      file: text,
      bytes: fc.nat(),
      sha256: text,
      fixity: fc.constantFrom('verified' as const, 'missing' as const),
      words: fc.nat(),
    }),
  })
  .map(({ record, own, about }) => ({ ...about, ...record, ...(own ? { own } : {}) }));

describe('summaries that are sent together', () => {
  it('come back as they were, whatever some of them have in common', () => {
    fc.assert(
      fc.property(fc.array(summary, { maxLength: 12 }), (summaries) => {
        const sent = PackedSummaries.parse(JSON.parse(JSON.stringify(packSummaries(summaries))));
        expect(unpackSummaries(sent)).toStrictEqual(JSON.parse(JSON.stringify(summaries)));
      }),
    );
  });

  it('say what many have in common once', () => {
    const [one] = fc.sample(summary, { numRuns: 1, seed: 1 });
    if (!one) throw new Error('There is a sample.');
    const packed = packSummaries(Array.from({ length: 50 }, (_, index) => ({ ...one, id: `statement-${index}` })));
    expect(packed.fields.length).toBeLessThanOrEqual(8);
    expect(unpackSummaries(packed).map(({ id }) => id)).toContain('statement-49');
  });

  it('are refused where the columns do not fit together', () => {
    const [one] = fc.sample(summary, { numRuns: 1, seed: 2 });
    const packed = packSummaries(one ? [one] : []);
    expect(() => unpackSummaries({ ...packed, words: [] })).toThrow('length');
  });

  it('are refused where an entry is not what it should be', () => {
    const [one] = fc.sample(summary, { numRuns: 1, seed: 3 });
    const packed = packSummaries(one ? [one] : []);
    expect(PackedSummaries.safeParse(packed).success).toBe(true);
    for (const wrong of [{ words: [-1] }, { fixity: ['lost'] }, { own: [['text']] }, { id: [7] }, { fields: [null] }]) {
      expect(PackedSummaries.safeParse({ ...packed, ...wrong }).success).toBe(false);
    }
  });
});
