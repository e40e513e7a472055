import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSegment, encodeRecord, journalStart } from '../../../electron/store/journal-record.ts';

/** A segment with a head and a record for each text; `ends` are the ends of its lines. */
function segmentOf(texts: readonly string[]): { bytes: Buffer; ends: number[] } {
  let position = journalStart;
  const lines = [encodeRecord(position, 0, '"head"').line];
  for (const [index, text] of texts.entries()) {
    const { line, position: next } = encodeRecord(position, index + 1, JSON.stringify(text));
    lines.push(line);
    position = next;
  }
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length);
  return { bytes: Buffer.concat(lines), ends };
}

const textsIn = (bytes: Buffer): unknown[] => decodeSegment(bytes).records.map(({ json }) => JSON.parse(json));

const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 });

describe('a journal segment', () => {
  it('gives back every text, linked to the one before', () => {
    fc.assert(
      fc.property(texts, (written) => {
        const { bytes } = segmentOf(written);
        const { head, records, end, wholeBytes } = decodeSegment(bytes);
        expect(records.map(({ json }) => JSON.parse(json))).toEqual(written);
        expect(records.map(({ sequence }) => sequence)).toEqual(written.map((_, index) => index + 1));
        expect(records.map(({ previous }) => previous)).toEqual([
          '',
          ...records.slice(0, -1).map(({ checksum }) => checksum),
        ]);
        expect([head?.sequence, end, wholeBytes]).toEqual([0, 'clean', bytes.length]);
      }),
    );
  });

  it('that is cut anywhere gives what was whole, and a torn end', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (written, at) => {
        const { bytes, ends } = segmentOf(written);
        const cut = at % bytes.length;
        const { records, wholeBytes, end } = decodeSegment(bytes.subarray(0, cut));
        // A record is whole without its line feed.
        const whole = ends.filter((lineEnd) => lineEnd - 1 <= cut).length;
        expect(records).toHaveLength(Math.max(0, whole - 1));
        expect(end).toBe(wholeBytes === cut ? 'clean' : 'torn');
      }),
    );
  });

  it('with one bit flipped loses one record at most, and never gives a wrong one', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(7), (written, at, bit) => {
        const { bytes } = segmentOf(written);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        const read = textsIn(bytes);
        expect(read.length).toBeGreaterThanOrEqual(written.length - 1);
        let from = 0;
        for (const text of read) {
          const found = written.indexOf(text as string, from);
          expect(found).toBeGreaterThanOrEqual(from);
          from = found + 1;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
