import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VaultKey } from '../../../../electron/store/vault/frames.ts';
import { Seal, sealBytes } from '../../../../electron/store/vault/seal.ts';
import { SealedFileError, type SealFault } from '../../../../electron/store/vault/sealed-file-error.ts';
import {
  finish,
  type UnsealedPieces,
  unsealInSteps,
  unsealPiecesInSteps,
} from '../../../../electron/store/vault/unseal.ts';
import { hardText } from '../../../support/hard-text.ts';

const key: VaultKey = { dataKey: Buffer.alloc(32, 9), vaultId: '0f'.repeat(16) };
const name = 'workspace.json';
const segment = 'journal/00000001.journal';

/** A sealed file of these writes: its bytes, and where each frame ends. */
function written(
  writes: readonly (string | Uint8Array)[],
  of = name,
  isEnded = true,
): { bytes: Buffer; ends: number[] } {
  const seal = new Seal(key, { name: of, generation: 1 });
  const frames = writes.flatMap((write) => [...seal.add(Buffer.from(write))]);
  if (isEnded) frames.push(seal.end());
  let end = 0;
  const ends = frames.map((frame) => {
    end += frame.length;
    return end;
  });
  return { bytes: Buffer.concat(frames), ends };
}

const read = (bytes: Buffer, of = name, with_: VaultKey = key): Buffer => finish(unsealInSteps(with_, bytes, of));
const readPieces = (bytes: Buffer): UnsealedPieces => finish(unsealPiecesInSteps(key, bytes, segment));

/** What reading says is wrong; `null` where it reads. */
function faultOf(bytes: Buffer, of = name, with_: VaultKey = key): SealFault | null {
  try {
    read(bytes, of, with_);
    return null;
  } catch (error) {
    if (error instanceof SealedFileError) return error.fault;
    throw error;
  }
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return changed;
}

const writes = fc.array(fc.oneof(hardText, fc.uint8Array({ maxLength: 300 })), { maxLength: 8 });

describe('a sealed file', () => {
  it('gives back what was written, in any pieces', () => {
    fc.assert(
      fc.property(writes, (all) => {
        const plain = Buffer.concat(all.map((write) => Buffer.from(write)));
        const { bytes } = written(all);
        expect(read(bytes).equals(plain)).toBe(true);
        expect(finish(unsealPiecesInSteps(key, bytes, name))).toMatchObject({ plain, fault: null, isEnded: true });
      }),
    );
  });

  it('gives back what is much longer than a frame, and what ends with one', () => {
    for (const length of [0, 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024 + 12_345]) {
      const plain = Buffer.alloc(length, 'тортура');
      expect(read(written([plain]).bytes).equals(plain), `${length} bytes`).toBe(true);
    }
  });

  it('shows nothing of what is in it, and is never the same twice', () => {
    const text = 'the witness is called Ціханоўская';
    const [one, two] = [written([text]).bytes, written([text]).bytes];
    expect(one.includes('witness')).toBe(false);
    expect(one.includes('Ціханоўская')).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  it('is refused where any single bit of it was changed', () => {
    const { bytes } = written(['one', '', 'two “hard” 👩‍👩‍👧 e\u0301', Buffer.alloc(40)]);
    const passed: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) if (faultOf(flipped(bytes, bit)) === null) passed.push(bit);
    expect(passed).toEqual([]);
  });

  it('is refused as cut short wherever it ends too early, at a frame or not', () => {
    const { bytes, ends } = written(['one', 'two', 'three']);
    for (let length = 0; length < bytes.length; length += 1) {
      const fault = faultOf(bytes.subarray(0, length));
      expect(fault, `${length} bytes`).not.toBeNull();
      if (ends.includes(length)) expect(fault).toBe('cut-short');
    }
  });

  it('is refused with anything behind it', () => {
    const { bytes, ends } = written(['one', 'two']);
    const last = bytes.subarray(ends[1] ?? 0);
    for (const more of [Buffer.of(0), Buffer.of(0x0a), last, Buffer.alloc(100)]) {
      expect(faultOf(Buffer.concat([bytes, more]))).toBe('changed');
    }
  });

  it('is refused where frames were dropped, repeated, put in another order or taken from another file', () => {
    const { bytes, ends } = written(['aaa', 'bbb', 'ccc', 'ddd']);
    const other = written(['aaa', 'bbb', 'ccc', 'ddd']);
    const starts = [48, ...ends.slice(0, -1)];
    const frames = starts.map((start, at) => bytes.subarray(start, ends[at]));
    const foreign = starts.map((start, at) => other.bytes.subarray(start, other.ends[at]));
    const head = bytes.subarray(0, 48);
    const order = fc
      .array(fc.tuple(fc.nat(frames.length - 1), fc.boolean()), { minLength: 1, maxLength: 7 })
      .filter(
        (taken) =>
          !(taken.length === frames.length && taken.every(([at, isForeign], place) => at === place && !isForeign)),
      );
    fc.assert(
      fc.property(order, (taken) => {
        const made = taken.map(([at, isForeign]) => (isForeign ? foreign : frames)[at] ?? Buffer.alloc(0));
        expect(faultOf(Buffer.concat([head, ...made]))).not.toBeNull();
      }),
      { numRuns: 500 },
    );
    expect(faultOf(Buffer.concat([head, ...frames]))).toBeNull();
  });

  it('is refused under another name, key or vault', () => {
    const { bytes } = written(['one']);
    expect(faultOf(bytes, 'backups/workspace.json')).not.toBeNull();
    expect(faultOf(bytes, name, { ...key, dataKey: Buffer.alloc(32, 8) })).not.toBeNull();
    expect(faultOf(bytes, name, { ...key, vaultId: '1f'.repeat(16) })).not.toBeNull();
  });

  it('is told from a file that was never sealed', () => {
    expect(faultOf(Buffer.from('{"format":"attest-workspace"}'))).toBe('not-sealed');
  });

  it('is neither written nor read with a key that has been wiped', () => {
    const wiped = { ...key, dataKey: Buffer.alloc(32) };
    expect(() => sealBytes(wiped, Buffer.from('one'), { name, generation: 1 })).toThrow('locked');
    expect(() => read(written(['one']).bytes, name, wiped)).toThrow('locked');
  });
});

describe('a sealed file that is written in pieces', () => {
  const lines = ['first line\n', 'другая\n', 'third 👩‍👩‍👧\n', 'fourth\n'];

  it('gives all that was whole when its writer stopped at any byte, and marks the torn end', () => {
    const { bytes, ends } = written(lines, segment, false);
    for (let length = 0; length <= bytes.length; length += 1) {
      const whole = ends.filter((end) => end <= length).length;
      const isTorn = length > 0 && !ends.includes(length);
      const expected = lines.slice(0, whole).join('') + (isTorn ? '\0' : '');
      const { plain, fault, isEnded } = readPieces(bytes.subarray(0, length));
      expect({ plain: plain.toString('utf8'), fault, isEnded }).toEqual({
        plain: expected,
        fault: null,
        isEnded: false,
      });
    }
  });

  it('gives the same where the size came to the disk before the content', () => {
    const { bytes, ends } = written(lines, segment, false);
    for (let length = 0; length < bytes.length; length += 1) {
      // What is missing of a piece may have been zeros; its last byte is not needed.
      const whole = ends.filter((end) => bytes.subarray(length, end - 1).every((byte) => byte === 0)).length;
      const { plain, fault } = readPieces(
        Buffer.concat([bytes.subarray(0, length), Buffer.alloc(bytes.length - length)]),
      );
      expect({ text: plain.toString('utf8').replaceAll('\0', ''), fault }, `${length} bytes`).toEqual({
        text: lines.slice(0, whole).join(''),
        fault: null,
      });
    }
  });

  it('gives every piece but the one with a changed bit, and says so', () => {
    for (const isEnded of [true, false]) {
      const { bytes, ends } = written(lines, segment, isEnded);
      for (let bit = 48 * 8; bit < bytes.length * 8; bit += 1) {
        const at = ends.findIndex((end) => bit >> 3 < end);
        const { plain, fault } = readPieces(flipped(bytes, bit));
        const isMarkOnly = ends.includes((bit >> 3) + 1);
        const expected = lines.flatMap((line, index) => (index !== at ? [line] : isMarkOnly ? [line, '?\n'] : ['?\n']));
        if (at === lines.length) expected.push('?\n');
        expect(plain.toString('utf8'), `bit ${bit}`).toBe(expected.join(''));
        expect(fault).toBe('changed');
      }
    }
  });

  it('gives nothing under a changed head, and says so', () => {
    const { bytes } = written(lines, segment);
    for (let bit = 0; bit < 48 * 8; bit += 1) {
      const { plain, fault } = readPieces(flipped(bytes, bit));
      expect({ text: plain.toString('utf8'), fault: fault !== null }, `bit ${bit}`).toEqual({
        text: '?\n',
        fault: true,
      });
    }
  });

  it('says of dropped, repeated and moved pieces that something is wrong, and uses none out of its place', () => {
    const { bytes, ends } = written(lines, segment);
    const starts = [48, ...ends.slice(0, -1)];
    const frames = starts.map((start, at) => bytes.subarray(start, ends[at]));
    const order = fc.array(fc.nat(frames.length - 1), { maxLength: 8 });
    fc.assert(
      fc.property(order, (taken) => {
        const { plain, fault } = readPieces(
          Buffer.concat([bytes.subarray(0, 48), ...taken.map((at) => frames[at] ?? Buffer.alloc(0))]),
        );
        const kept = plain
          .toString('utf8')
          .split(/(?<=\n)/u)
          .filter((line) => !['?\n', '\0', ''].includes(line));
        const places = kept.map((line) => lines.indexOf(line));
        expect(places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1))).toBe(true);
        const isBeginning = taken.every((at, place) => at === place);
        expect(fault === null).toBe(isBeginning);
      }),
      { numRuns: 500 },
    );
  });

  it('finds its pieces again after a destroyed stretch', () => {
    const many = Array.from({ length: 300 }, (_, at) => `line ${at}\n`);
    const { bytes, ends } = written(many, segment);
    bytes.fill(0xaa, (ends[9] ?? 0) + 3, (ends[200] ?? 0) - 3);
    const { plain } = readPieces(bytes);
    expect(plain.toString('utf8')).toBe([...many.slice(0, 10), '?\n', ...many.slice(201)].join(''));
  });
});
