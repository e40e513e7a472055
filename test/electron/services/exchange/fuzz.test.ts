import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../../core/exchange/incoming.ts';
import { Work } from '../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { readImport } from '../../../../electron/services/exchange/read-import.ts';
import { sampleImports } from './sample-imports.ts';

/** How long the files of one format are changed and read, and how long one of them may take, in milliseconds. */
const time = 2_000;
const longest = 5_000;

const nasty = [
  '__proto__',
  'constructor',
  '\u0000',
  '\uffff',
  '-1',
  '9007199254740993',
  '1e999',
  'null',
  '[[[[',
  '{"a":',
  '<!DOCTYPE a [',
  '&#0;',
  '&a;',
  ']]>',
  '"',
  ',',
  '../../',
  '\ud83d',
  '\u202e',
  'NaN',
];

/** One thing that happens to a file on its way; places and lengths as shares of it. */
const accident = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(200) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
    times: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.constantFrom(...nasty),
  }),
);
type Accident = typeof accident extends fc.Arbitrary<infer Kind> ? Kind : never;

function befall(bytes: Buffer, happened: Accident): Buffer {
  const at = Math.floor(happened.at * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (happened.kind) {
    case 'flip':
      return Buffer.concat([before, Buffer.from([happened.value]), after.subarray(1)]);
    case 'cut':
      return Buffer.concat([before, after.subarray(happened.length)]);
    case 'end':
      return before;
    case 'repeat':
      return Buffer.concat([
        before,
        ...Array.from({ length: happened.times }, () => after.subarray(0, happened.length)),
        after,
      ]);
    case 'put':
      return Buffer.concat([before, Buffer.from(happened.text), after.subarray(Buffer.byteLength(happened.text))]);
  }
}

/** What is taken must be work that can be merged, of which everything can be said. */
function expectSound({ work, lines }: Incoming): void {
  expect(Work.safeParse(work).error).toBeUndefined();
  for (const { sentence } of lines) expect(inEnglish(sentence)).not.toBe('');
  for (const { fields, tags } of Object.values(work.highlights)) {
    const place = fields.place?.value;
    if (place) expect(Object.hasOwn(work.sources, place.statement)).toBe(true);
    expect(Object.keys(tags).every((tag) => tag !== '')).toBe(true);
  }
}

describe('a file that something happened to', () => {
  it.each([['attest'], ['web-annotation'], ['qdpx'], ['qdc'], ['taguette'], ['codebook-csv']] as const)(
    '%s is taken soundly or refused in a sentence, in no time, and changes nothing',
    async (format) => {
      const { files, known } = await sampleImports();
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(accident, { minLength: 1, maxLength: 4 }), async (accidents) => {
          const bytes = accidents.reduce(befall, files[format]);
          const before = Buffer.from(bytes);
          const start = performance.now();
          const read = await readImport(bytes, known);
          expect(performance.now() - start).toBeLessThan(longest);
          expect(bytes.equals(before)).toBe(true);
          if (read.ok) expectSound(read.value);
          else expect(read.fault.message).toMatch(/^[A-ZА-Я{/].*[.:]$/su);
          runs += 1;
        }),
        { numRuns: 10_000, interruptAfterTimeLimit: time, markInterruptAsFailure: false },
      );
      expect(runs).toBeGreaterThan(5);
    },
  );

  it('is no format at all, and is refused as such', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (content) => {
        expect((await readImport(Buffer.from(content), [])).ok).toBe(false);
      }),
      { numRuns: 500, interruptAfterTimeLimit: time },
    );
  });
});
