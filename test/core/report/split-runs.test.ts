import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsText } from '../../../core/report/report.ts';
import { cutsOf, splitRuns } from '../../../core/report/split-runs.ts';
import { hardText } from '../../support/hard-text.ts';

const marks = ['[name withheld 1]', '[name withheld 2]'];

/** All of `text` as it is printed with `names` (of the first mark) withheld and `omissions` left out. */
function print(text: string, names: readonly [number, number][], omissions: readonly [number, number][]): string {
  const cuts = cutsOf(
    text,
    names.map(([start, end]) => ({ start, end, index: 0 })),
    omissions.map(([start, end]) => ({ start, end })),
    marks,
  );
  return runsText(splitRuns(text, 0, text.length, 0, cuts)).replaceAll('[name withheld 1]', '‹1›');
}

describe('words that are not printed', () => {
  const text = 'one two three four';

  it('have a mark in their place, and the words around keep their spaces', () => {
    expect(print(text, [], [[4, 7]])).toBe('one […] three four');
    expect(print(text, [], [[3, 8]])).toBe('one[…]three four');
    expect(print(text, [[4, 7]], [])).toBe('one ‹1› three four');
  });

  it('have one mark where they touch, whatever order they come in', () => {
    expect(
      print(
        text,
        [],
        [
          [7, 13],
          [4, 7],
        ],
      ),
    ).toBe('one […] four');
    expect(
      print(
        text,
        [],
        [
          [4, 9],
          [6, 13],
        ],
      ),
    ).toBe('one […] four');
  });

  it('need no mark of their own inside others', () => {
    expect(print(text, [[4, 7]], [[0, 13]])).toBe('[…] four');
    expect(print(text, [[0, 13]], [[4, 7]])).toBe('‹1› four');
    expect(print(text, [[4, 7]], [[4, 7]])).toBe('one ‹1› three four');
  });

  it('of a name keep its mark across the edge of an omission', () => {
    expect(print(text, [[4, 13]], [[0, 7]])).toBe('[…]‹1› four');
    expect(print(text, [[4, 13]], [[8, 18]])).toBe('one ‹1›[…]');
  });

  it('are never half a character', () => {
    expect(print('a😀b', [], [[1, 2]])).toBe('a[…]b');
    expect(print('a😀b', [], [[2, 4]])).toBe('a[…]');
  });
});

describe('runs', () => {
  const spans = (length: number) =>
    fc.array(
      fc.tuple(fc.nat(Math.max(0, length)), fc.nat(Math.max(0, length))).map(([a, b]) => ({
        start: Math.min(a, b),
        end: Math.max(a, b) + 1,
      })),
      { maxLength: 5 },
    );
  const cases = hardText.chain((text) => {
    const characters = [...text];
    return fc.record({
      characters: fc.constant(characters),
      names: spans(characters.length - 1),
      omissions: spans(characters.length - 1),
      ends: fc.tuple(fc.nat(characters.length), fc.nat(characters.length)),
      position: fc.nat(1_000),
    });
  });

  it('of words are the source between their code points, in order, and the rest is what was to be cut', () => {
    fc.assert(
      fc.property(cases, ({ characters, names, omissions, ends, position }) => {
        fc.pre(characters.length > 0);
        const text = characters.join('');
        const inUtf16 = (at: number): number => characters.slice(0, at).join('').length;
        const [from, to] = [Math.min(...ends), Math.max(...ends)];
        const stretch = ({ start, end }: { start: number; end: number }) => ({
          start: inUtf16(start),
          end: inUtf16(end),
        });
        let free = 0;
        const apart = [...names]
          .sort((a, b) => a.start - b.start)
          .flatMap(({ start, end }) => {
            const found = { start: Math.max(start, free), end };
            free = Math.max(free, end);
            return found.start < found.end ? [{ ...stretch(found), index: 1, at: found }] : [];
          });
        const cuts = cutsOf(text, apart, omissions.map(stretch), marks);
        const runs = splitRuns(text, inUtf16(from), inUtf16(to), position + from, cuts);
        const printed = new Set<number>();
        let last = position + from;
        for (const run of runs) {
          if (run.kind !== 'words') {
            expect(['[…]', '[name withheld 2]']).toContain(run.text);
            continue;
          }
          expect(run.start).toBeGreaterThanOrEqual(last);
          expect(run.text).toBe(characters.slice(run.start - position, run.end - position).join(''));
          for (let at = run.start; at < run.end; at += 1) printed.add(at - position);
          last = run.end;
        }
        for (let at = from; at < to; at += 1) {
          const isCut = [...apart.map((name) => name.at), ...omissions].some(
            ({ start, end }) => start <= at && at < end,
          );
          expect(printed.has(at)).toBe(!isCut);
        }
      }),
    );
  });
});
