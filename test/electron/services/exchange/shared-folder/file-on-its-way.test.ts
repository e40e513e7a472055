import { readFile, utimes, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importLimits } from '../../../../../core/exchange/limits.ts';
import { readSharedFile } from '../../../../../electron/services/exchange/shared-folder/read-shared-file.ts';
import { systemFiles } from '../../../../../electron/store/files.ts';
import { failingFiles } from '../../../../support/faults/failing-files.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { clock, fileOf, known, minutes, PersonAtFolder, said } from './person-at-folder.ts';

/** Writes a file with a time of its own: this test has its clock far ahead, where two writings in one moment would not be told apart. */
async function put(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes);
  seconds += 1;
  await utimes(path, seconds, seconds);
}
let seconds = 1_700_000_000;

describe('a file that is on its way', () => {
  it('is waited for, and taken when it is whole; after some minutes that is said once', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b');
    anna.highlight(5, 11, ['torture'], 'مرحبا');
    await anna.write();
    const path = await fileOf(folder, 'anna');
    const whole = await readFile(path);
    clock.at = Date.now() + minutes;
    for (const part of [0, 1, 0.5, 0.99]) {
      await put(path, whole.subarray(0, part === 1 ? 1 : Math.floor(whole.length * part)));
      expect(await boris.read()).toEqual({ incoming: [], lines: [], hasMore: false });
    }
    await put(path, Buffer.alloc(whole.length));
    clock.at += 3 * minutes;
    expect(said(await boris.read())).toEqual([expect.stringContaining('has not come whole')]);
    clock.at += 3 * minutes;
    expect((await boris.read()).lines).toEqual([]);
    await put(path, whole);
    const { incoming, lines } = await boris.read();
    expect([incoming.length, lines.length]).toEqual([1, 0]);
    await put(path, whole.subarray(0, 10));
    expect((await boris.read()).lines).toEqual([]);
    clock.at += 3 * minutes;
    expect((await boris.read()).lines).toHaveLength(1);
  });

  it('is not believed where it changes while it is read', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.write();
    const path = await fileOf(folder, 'anna');
    let isWriting = true;
    const files = {
      ...systemFiles,
      readFile: async (file: string) => {
        const bytes = await systemFiles.readFile(file);
        if (isWriting) await put(path, bytes);
        return bytes;
      },
    };
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    expect((await boris.read()).incoming).toEqual([]);
    isWriting = false;
    expect((await boris.read()).incoming).toHaveLength(1);
  });

  it('is not believed where it has another size than the system says', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.write();
    let missing = 1;
    const files = {
      ...systemFiles,
      lookAt: async (path: string) => {
        const facts = await systemFiles.lookAt(path);
        return { ...facts, sizeBytes: facts.sizeBytes + missing };
      },
    };
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    expect(await boris.read()).toEqual({ incoming: [], lines: [], hasMore: false });
    clock.at += 3 * minutes;
    expect(said(await boris.read())).toEqual([expect.stringContaining('has not come whole')]);
    missing = 0;
    expect((await boris.read()).incoming).toHaveLength(1);
  });

  it('is tried again where the system does not let it be read, and that is said after some minutes', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.write();
    let isBroken = true;
    const { files } = failingFiles(({ operation }) =>
      isBroken && operation === 'readFile' ? { code: 'EACCES' } : null,
    );
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    expect((await boris.read()).lines).toEqual([]);
    clock.at += 3 * minutes;
    expect(said(await boris.read())).toEqual([expect.stringContaining('the system does not permit it')]);
    isBroken = false;
    expect((await boris.read()).incoming).toHaveLength(1);
  });

  it('can be anything, and is never more than a sentence', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11, ['torture'], 'note');
    await anna.write();
    const whole = await readFile(await fileOf(folder, 'anna'));
    const kinds = new Set<string>();
    const cut = fc.record({ at: fc.nat(whole.length), length: fc.nat(40), bytes: fc.uint8Array({ maxLength: 12 }) });
    fc.assert(
      fc.property(cut, ({ at, length, bytes }) => {
        const damaged = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + length)]);
        kinds.add(readSharedFile(damaged, known).kind);
      }),
      { numRuns: 300 },
    );
    expect(kinds.has('unfinished') && kinds.has('work')).toBe(true);
    const odd = [
      '[]',
      'null',
      '{"attest:work":null}',
      '{"attest:work":{"__proto__":{}}}',
      '{"__proto__":1}',
      '['.repeat(100_000),
    ];
    for (const text of odd) expect(readSharedFile(Buffer.from(text), known).kind).toMatch(/^(refused|unfinished)$/u);
  });

  it('is not read where it is larger than any of ours', async () => {
    const folder = await temporaryFolder();
    for (const [name, digit] of [
      ['Anna', 'a'],
      ['Olga', 'd'],
    ] as const) {
      const person = await PersonAtFolder.open(folder, name, digit);
      person.highlight(5, 11);
      await person.write();
    }
    const sizes = { anna: importLimits.documentBytes + 1, olga: 0 };
    const files = {
      ...systemFiles,
      lookAt: async (path: string) => {
        const facts = await systemFiles.lookAt(path);
        return path.includes('anna') && sizes.anna > 0 ? { ...facts, sizeBytes: sizes.anna } : facts;
      },
    };
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    const first = await boris.read();
    expect([first.incoming.length, said(first)]).toEqual([1, [expect.stringContaining('too large')]]);
    expect(await boris.read()).toEqual({ incoming: [], lines: [], hasMore: false });
    sizes.anna = 0;
    expect((await boris.read()).incoming).toHaveLength(1);
  });
});
