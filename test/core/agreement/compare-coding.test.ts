import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedSpan, Coding } from '../../../core/agreement/coding.ts';
import { compareCoding, type TagAgreement } from '../../../core/agreement/compare-coding.ts';
import { compareMany } from '../../../core/agreement/compare-many.ts';
import { measureStatement } from '../../../core/agreement/measure-statement.ts';
import { statementsOfAll } from '../../../core/agreement/statements-of-all.ts';
import { inEnglish } from '../../../core/sentence.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { tagOf, treeOfTags } from '../insight/any-sources.ts';
import { statementOf } from '../search/statements-for-search.ts';
import { anyCoding, coded, countedPoints, countingFor } from './any-coding.ts';

const measures = coded.map(measureStatement);

/** A statement of a thousand letters in one paragraph. */
const thousand = statementOf('s', 'a'.repeat(1_000));

let made = 0;
function span(person: string, start: number, end: number, tag = 'torture', statement = 's'): CodedSpan {
  made += 1;
  return { person, highlight: `h${made}`, statement, tag, start: utf16(start), end: utf16(end) };
}

const coding = (...spans: readonly CodedSpan[]): Coding => ({ spans, unplaced: [] });

function compare(spans: readonly CodedSpan[], statement: Statement = thousand): TagAgreement {
  const statements = [measureStatement(statement)];
  const { rows } = compareCoding(coding(...spans), {
    a: 'anna',
    b: 'boris',
    statements,
    tags: treeOfTags,
    hasSubTags: false,
  });
  const [row] = rows;
  if (!row) throw new Error('No tag was compared.');
  return row;
}

describe('comparing two people’s coding', () => {
  it('has the percent agreement and kappa of NVivo’s example: 50 characters by both, 150 by one, 800 by neither', () => {
    const row = compare([span('anna', 0, 150), span('boris', 100, 200)]);
    expect(row).toMatchObject({ units: 1_000, both: 50, onlyA: 100, onlyB: 50, agreement: 0.85, remark: null });
    const chance = (150 * 100 + 850 * 900) / 1_000;
    expect(row.kappa).toBeCloseTo((850 - chance) / (1_000 - chance), 12);
    // Of 2000 values 250 are “tagged”; each of the 150 disagreements gives one coincidence of each of the two kinds.
    expect(row.alpha).toBeCloseTo(1 - (1_999 * 150) / (250 * 1_750), 12);
  });

  it('lists the passages they disagree on, each as long as it goes on', () => {
    const row = compare([
      span('anna', 0, 10),
      span('anna', 10, 20),
      span('anna', 5, 15),
      span('boris', 20, 30),
      span('boris', 40, 60),
      span('anna', 45, 50),
    ]);
    expect(row.disagreements).toEqual([
      { statement: 's', start: 0, end: 20, by: 'a' },
      { statement: 's', start: 20, end: 30, by: 'b' },
      { statement: 's', start: 40, end: 45, by: 'b' },
      { statement: 's', start: 50, end: 60, by: 'b' },
    ]);
  });

  it('counts a character outside the basic plane as one', () => {
    const statement = statementOf('s', '😀😀abcdef');
    const row = compare([span('anna', 0, 4), span('boris', 4, 6)], statement);
    expect(row).toMatchObject({ units: 8, both: 0, onlyA: 2, onlyB: 2, agreement: 0.5 });
  });

  it('says what is not defined, and why, and never NaN', () => {
    const elsewhere = span('anna', 0, 3, 'torture', 'other');
    const nobody = compare([elsewhere]);
    expect(nobody).toMatchObject({ both: 0, agreement: 1, kappa: null, alpha: null });
    expect(nobody.remark && inEnglish(nobody.remark)).toMatch(/^None of them put this tag on/u);
    const everybody = compare([span('anna', 0, 1_000), span('boris', 0, 1_000)]);
    expect(everybody).toMatchObject({ both: 1_000, agreement: 1, kappa: null, alpha: null });
    expect(everybody.remark && inEnglish(everybody.remark)).toMatch(/^All of them put this tag on the whole/u);
    const without = compare([elsewhere], statementOf('s', ' \n'));
    expect(without).toMatchObject({ units: 0, agreement: null, kappa: null, alpha: null });
    expect(without.remark && inEnglish(without.remark)).toMatch(/^There is no text/u);
    expect(compare([span('anna', 0, 1_000)])).toMatchObject({ agreement: 0, kappa: 0, remark: null });
  });

  it('leaves website text out, and says how many highlights lie there or have no place', () => {
    const unplaced = [
      { person: 'boris', highlight: 'lost', statement: 'one', tag: 'torture' },
      { person: 'vera', highlight: 'of another', statement: 'one', tag: 'torture' },
    ];
    const spans = [span('anna', 0, 4, 'torture', 'one'), span('anna', 16, 20, 'torture', 'one')];
    const scope = { a: 'anna', b: 'boris', statements: measures, tags: treeOfTags, hasSubTags: false };
    const { rows, uncounted } = compareCoding({ spans, unplaced }, scope);
    expect(rows).toMatchObject([{ onlyA: 4, disagreements: [{ start: 16, end: 20 }] }]);
    expect(uncounted).toEqual({ unplaced: 1, outside: 1 });
  });

  it('counts a sub-tag for the tags above it where that is wanted', () => {
    const spans = [span('anna', 0, 10, 'cells'), span('boris', 0, 10, 'detention')];
    const scope = { a: 'anna', b: 'boris', statements: [measureStatement(thousand)], tags: treeOfTags };
    const paths = (hasSubTags: boolean) =>
      compareCoding(coding(...spans), { ...scope, hasSubTags }).rows.map(({ path, both, kappa }) => ({
        path,
        both,
        kappa,
      }));
    expect(paths(false)).toEqual([
      { path: 'detention', both: 0, kappa: 0 },
      { path: 'detention/conditions/cells', both: 0, kappa: 0 },
    ]);
    expect(paths(true)).toEqual([
      { path: 'detention', both: 10, kappa: 1 },
      { path: 'detention/conditions', both: 0, kappa: 0 },
      { path: 'detention/conditions/cells', both: 0, kappa: 0 },
    ]);
  });

  it('is what counting character by character gives', () => {
    const seen = { both: 0, disagreed: 0 };
    fc.assert(
      fc.property(anyCoding, fc.boolean(), (spans, hasSubTags) => {
        const scope = { a: 'anna', b: 'boris', statements: measures, tags: treeOfTags, hasSubTags };
        for (const row of compareCoding(coding(...spans), scope).rows) {
          const counting = countingFor(row.tag, hasSubTags);
          const counts = { units: 0, both: 0, onlyA: 0, onlyB: 0 };
          for (const statement of coded) {
            for (const at of countedPoints(statement)) {
              const isOn = (who: string): boolean =>
                spans.some(
                  ({ person, tag, start, end, statement: id }) =>
                    person === who && counting.has(tag) && id === statement.summary.id && start <= at && at < end,
                );
              const [one, other] = [isOn('anna'), isOn('boris')];
              counts.units += 1;
              if (one && other) counts.both += 1;
              if (one !== other) counts[one ? 'onlyA' : 'onlyB'] += 1;
              const listed = row.disagreements.find(
                ({ statement: id, start, end }) => id === statement.summary.id && start <= at && at < end,
              );
              expect(listed?.by).toBe(one === other ? undefined : one ? 'a' : 'b');
            }
          }
          expect(row).toMatchObject(counts);
          seen.both += counts.both;
          seen.disagreed += counts.onlyA + counts.onlyB;
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.both, seen.disagreed)).toBeGreaterThan(50);
  });

  it('does not depend on who comes first, and is the same among many who are two', () => {
    fc.assert(
      fc.property(anyCoding, (spans) => {
        const scope = { statements: measures, tags: treeOfTags, hasSubTags: true };
        const { rows } = compareCoding(coding(...spans), { ...scope, a: 'anna', b: 'boris' });
        const turned = compareCoding(coding(...spans), { ...scope, a: 'boris', b: 'anna' }).rows;
        expect(turned.map(({ kappa, alpha, onlyA }) => [kappa, alpha, onlyA])).toEqual(
          rows.map(({ kappa, alpha, onlyB }) => [kappa, alpha, onlyB]),
        );
        const many = compareMany(coding(...spans), { ...scope, people: ['anna', 'boris'] }).rows;
        expect(many.map(({ tag, alpha, remark }) => ({ tag, alpha, remark }))).toEqual(
          rows.map(({ tag, alpha, remark }) => ({ tag, alpha, remark })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('takes a hundred thousand highlights', () => {
    const long = statementOf('s', 'word and more. '.repeat(70_000));
    const spans = Array.from({ length: 100_000 }, (_, at) =>
      span(at % 2 === 0 ? 'anna' : 'boris', at * 10, at * 10 + 40, ['cells', 'torture', 'arrest'][at % 3]),
    );
    const statements = [measureStatement(long)];
    const scope = { a: 'anna', b: 'boris', statements, tags: treeOfTags, hasSubTags: true };
    const { rows } = compareCoding(coding(...spans), scope);
    expect(rows).toHaveLength(5);
  });

  it('takes twenty thousand tags, each on something', () => {
    const tags = Array.from({ length: 20_000 }, (_, at) => tagOf(`t${at}`, at % 10 === 0 ? null : `t${at - 1}`));
    const spans = tags.map(({ id }, at) => span('anna', at % 900, (at % 900) + 50, id));
    const scope = { a: 'anna', b: 'boris', statements: [measureStatement(thousand)], tags, hasSubTags: true };
    expect(compareCoding(coding(...spans), scope).rows).toHaveLength(20_000);
  });
});

describe('comparing several people’s coding', () => {
  it('has the alpha of Krippendorff for all of them', () => {
    const spans = [span('anna', 0, 300), span('boris', 100, 300), span('vera', 200, 400)];
    const scope = { people: ['anna', 'boris', 'vera'], statements: [measureStatement(thousand)], tags: treeOfTags };
    const { rows } = compareMany(coding(...spans), { ...scope, hasSubTags: false });
    // [0,100) one, [100,200) two, [200,300) three, [300,400) one; each unit with 1 or 2 of 3 adds 1 · 2 / 2.
    expect(rows).toMatchObject([{ unitsBy: [600, 200, 100, 100], remark: null }]);
    const [tagged, all] = [300 + 200 + 200, 3_000];
    expect(rows[0]?.alpha).toBeCloseTo(1 - ((all - 1) * 300) / (tagged * (all - tagged)), 12);
  });

  it('is about the statements that each of them tagged something in, where nobody says which', () => {
    const spans = [span('anna', 0, 3), span('boris', 0, 3), span('anna', 0, 3, 'torture', 'other')];
    expect([...statementsOfAll(coding(...spans), ['anna', 'boris'])]).toEqual(['s']);
    expect([...statementsOfAll(coding(...spans), ['anna', 'vera'])]).toEqual([]);
  });
});
