import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionCoverage } from '../../../core/insight/collection-coverage.ts';
import { coverageOf, extentOf } from '../../../core/insight/coverage.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { bundledStatements, statementOf } from '../search/statements-for-search.ts';
import { lost, marked } from './any-sources.ts';

/** A statement of ten units of website text, a gap of two, twenty units, a gap of three and ten units. */
function withFurniture(): Statement {
  const text = `${'w'.repeat(10)}\n\n${'a'.repeat(20)}\n\n\n${'b'.repeat(10)}`;
  const block = (kind: 'furniture' | 'paragraph', start: number, end: number) => ({
    kind,
    start: utf16(start),
    bodyStart: utf16(start),
    end: utf16(end),
    paragraph: null,
    level: null,
    speaker: null,
  });
  const blocks = [block('furniture', 0, 10), block('paragraph', 12, 32), block('paragraph', 35, 45)];
  return { ...statementOf('one', text), blocks };
}

describe('coverage', () => {
  const one = withFurniture();
  const extent = extentOf(one);

  it('counts the highlighted units of all blocks but website text', () => {
    expect(coverageOf(extent, [marked(one, 12, 22)])).toEqual({
      statement: 'one',
      length: 30,
      covered: 10,
      share: 1 / 3,
      stretches: [{ start: 0, end: 10, count: 1 }],
      counted: 1,
      outside: 0,
      unplaced: 0,
    });
  });

  it('counts what several highlights share once, and keeps neighbours that only touch apart', () => {
    const { covered, stretches } = coverageOf(extent, [
      marked(one, 14, 20),
      marked(one, 12, 22),
      marked(one, 35, 40),
      marked(one, 30, 32),
    ]);
    expect(covered).toBe(17);
    expect(stretches).toEqual([
      { start: 0, end: 10, count: 2 },
      { start: 18, end: 20, count: 1 },
      { start: 20, end: 25, count: 1 },
    ]);
  });

  it('is whole where all is highlighted, with website text or without', () => {
    expect(coverageOf(extent, [marked(one, 0, 45)]).share).toBe(1);
    expect(coverageOf(extent, [marked(one, 12, 32), marked(one, 35, 45)]).share).toBe(1);
  });

  it('says what it could not count', () => {
    const { covered, counted, outside, unplaced } = coverageOf(extent, [
      marked(one, 0, 5),
      marked(one, 10, 12),
      lost(marked(one, 12, 22)),
    ]);
    expect([covered, counted, outside, unplaced]).toEqual([0, 0, 2, 1]);
  });

  it('is 0 of a statement without content', () => {
    expect(coverageOf({ statement: 'one', content: [] }, [marked(one, 0, 5)])).toMatchObject({ share: 0, length: 0 });
  });

  it('agrees with counting unit by unit', () => {
    const [bundled] = bundledStatements();
    if (!bundled) throw new Error('a bundled statement');
    const known = extentOf(bundled);
    const isContent = Array.from({ length: bundled.text.length }, (_, at) =>
      known.content.some(({ start, end }) => start <= at && at < end),
    );
    const range = fc.tuple(fc.nat({ max: bundled.text.length - 1 }), fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
        const highlights = ranges.map(([start, length]) =>
          marked(bundled, start, Math.min(bundled.text.length, start + length)),
        );
        const isCovered = (at: number): boolean => ranges.some(([start, length]) => start <= at && at < start + length);
        const { covered, length, stretches } = coverageOf(known, highlights);
        expect(covered).toBe(isContent.filter((inside, at) => inside && isCovered(at)).length);
        expect(length).toBe(isContent.filter(Boolean).length);
        stretches.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(stretches[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the coverage of a collection', () => {
  it('is of all that can be read, those with the largest share first', () => {
    const statements = ['one', 'two', 'three', 'four'].map((id) => statementOf(id, 'Ten units.'));
    const [, two, three] = statements;
    if (!two || !three) throw new Error('three statements');
    const sources = {
      summaries: statements.map(({ summary }) => summary),
      tags: [],
      highlights: [marked(two, 0, 2), marked(three, 0, 2), marked(three, 0, 5)],
    };
    const coverage = collectionCoverage(sources, statements.slice(0, 3).map(extentOf), 2);
    expect(coverage.statements.map(({ id }) => id)).toEqual(['three', 'two']);
    expect(coverage).toMatchObject({ touched: 2, total: 3, more: 1 });
    expect(coverage.share).toBeCloseTo(7 / 30);
  });
});
