import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Incoming, KnownSource } from '../../../../core/exchange/incoming.ts';
import { Work } from '../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { readImport } from '../../../../electron/services/exchange/read-import.ts';
import { sampleImports } from './sample-imports.ts';

/** How long the files of one format are changed and read, in milliseconds. One that is read without end is out of the test's time. */
const time = 1_500;

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
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('flip' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      value: fc.constantFrom(...Buffer.from('aZ0 9-./:T')),
    }),
  },
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

/** The packed file with what is in it at `path` changed, and sealed anew, so that the packing is sound. */
function repacked(packed: Buffer, path: string, change: (bytes: Buffer) => Buffer): Buffer {
  const files: Record<string, Uint8Array> = unzipSync(packed);
  files[path] = change(Buffer.from(files[path] ?? []));
  const payload = Object.keys(files).filter((name) => name.startsWith('attest/data/'));
  if (payload.length > 0) {
    const lines = payload.map((name) => {
      const sum = createHash('sha256')
        .update(files[name] ?? new Uint8Array())
        .digest('hex');
      return `${sum}  ${name.slice('attest/'.length)}\n`;
    });
    files['attest/manifest-sha256.txt'] = strToU8(lines.join(''));
    delete files['attest/tagmanifest-sha256.txt'];
    delete files['attest/bag-info.txt'];
  }
  return Buffer.from(zipSync(files, { level: 1 }));
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

/** Reads what `befallen` makes of a sound file again and again; where nothing befell it, it must be taken. */
async function readBefallen(
  befallen: (accidents: readonly Accident[]) => Buffer,
  known: readonly KnownSource[],
): Promise<void> {
  expect(await readImport(befallen([]), known)).toMatchObject({ ok: true });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(accident, { minLength: 1, maxLength: 4 }), async (accidents) => {
      const bytes = befallen(accidents);
      const before = Buffer.from(bytes);
      const read = await readImport(bytes, known);
      expect(bytes.equals(before)).toBe(true);
      if (read.ok) expectSound(read.value);
      else expect(inEnglish(read.fault.sentence ?? { pattern: '', values: {} })).not.toBe('');
      runs += 1;
    }),
    { numRuns: 10_000, interruptAfterTimeLimit: time, markInterruptAsFailure: false },
  );
  expect(runs).toBeGreaterThan(5);
}

describe('a file that something happened to', () => {
  it.each([['attest'], ['web-annotation'], ['qdpx'], ['qdc'], ['taguette'], ['codebook-csv']] as const)(
    '%s is taken soundly or refused in a sentence, in no time, and changes nothing',
    async (format) => {
      const { files, known } = await sampleImports();
      await readBefallen((accidents) => accidents.reduce(befall, files[format]), known);
    },
  );

  it.each([
    ['attest', 'attest/data/annotations.jsonld'],
    ['attest', 'attest/data/catalogue.json'],
    ['qdpx', 'project.qde'],
  ] as const)('%s is so too where it happened to %s in it', async (format, path) => {
    const { files, known } = await sampleImports();
    await readBefallen((accidents) => repacked(files[format], path, (bytes) => accidents.reduce(befall, bytes)), known);
  });

  it('is no format at all, and is refused as such', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (content) => {
        expect((await readImport(Buffer.from(content), [])).ok).toBe(false);
      }),
      { numRuns: 500, interruptAfterTimeLimit: time },
    );
  });
});
