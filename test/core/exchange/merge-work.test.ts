import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyRecord, compareWork, isDisagreed, itemKey, recordKinds } from '../../../core/exchange/compare-work.ts';
import { foldWork } from '../../../core/exchange/fold-work.ts';
import { joinWork } from '../../../core/exchange/join-work.ts';
import { type MergeRule, mergeWork } from '../../../core/exchange/merge-work.ts';
import { ownRecord } from '../../../core/exchange/own-record.ts';
import { isAlive, Work } from '../../../core/exchange/work.ts';
import { checkWorkspace } from '../../../core/workspace/check-workspace.ts';
import { isSameData } from '../../../core/workspace/is-same-data.ts';
import { newWorkspace, Workspace } from '../../../core/workspace/workspace.ts';
import { steps } from '../workspace/any-steps.ts';
import { threeWorkspaces, tracedWalk, workOf } from './any-work.ts';

const own = newWorkspace('own');
const now = '2027-01-01T00:00:00.000Z';

/** Work without whose it is, for comparing; the workspace that it makes says the rest. */
const matter = ({ writer: _, ...work }: Work): Omit<Work, 'writer'> => work;
/** What a record says to whoever reads it, whenever it was written; `null` where it is gone or never was. */
function saidBy(record: AnyRecord | undefined): unknown {
  if (!record || !isAlive(record)) return null;
  const isOut = (value: unknown): boolean => typeof value === 'object' && value !== null && 'isOut' in value;
  const fields = Object.entries(record.fields).flatMap(([name, field]) =>
    isOut(field?.value) ? [] : [[name, field?.value]],
  );
  const tags = Object.entries(record.tags ?? {}).flatMap(([id, { on }]) => (on ? [id] : []));
  return { fields: Object.fromEntries(fields), tags: tags.sort() };
}

const later = { rule: 'later', choices: {}, now } as const;

describe('work', () => {
  it('makes the same workspace again, whatever was done and undone in it', () => {
    let [highlights, statements, sets, traces] = [0, 0, 0, 0];
    fc.assert(
      fc.property(steps, (sequence) => {
        const workspace = tracedWalk(newWorkspace('w'), sequence, 'w', { at: Date.UTC(2026, 0, 2) });
        const work = workOf(workspace);
        expect(Work.parse(JSON.parse(JSON.stringify(work)))).toEqual(work);
        const again = foldWork(work, { ...newWorkspace('w'), settings: workspace.settings });
        expect({ ...again, people: {} }).toEqual({ ...workspace, people: {} });
        expect(matter(workOf(again))).toEqual(matter(work));
        expect(Workspace.parse(again)).toEqual(again);
        highlights += Object.keys(again.highlights).length;
        statements += Object.keys(again.statements).length;
        sets += Object.keys(again.sets).length;
        traces += Object.keys(again.traces).length;
      }),
      { numRuns: 150 },
    );
    expect(highlights).toBeGreaterThan(30);
    expect(statements).toBeGreaterThan(30);
    expect(sets).toBeGreaterThan(10);
    expect(traces).toBeGreaterThan(30);
  });

  it('is the same in the workspace of whoever folds it, and sound', () => {
    fc.assert(
      fc.property(threeWorkspaces, ([anna, boris]) => {
        const joined = joinWork(workOf(anna), workOf(boris));
        const folded = foldWork(joined, own);
        expect(checkWorkspace(folded)).toEqual([]);
        expect(workOf(folded)).toMatchObject({
          highlights: joined.highlights,
          tags: joined.tags,
          statements: joined.statements,
          sets: joined.sets,
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('merging', () => {
  it('comes to the same in any order, however often, where nobody chooses', () => {
    let shared = 0;
    fc.assert(
      fc.property(threeWorkspaces, (people) => {
        const [a, b, c] = people.map(workOf) as [Work, Work, Work];
        const merge = (one: Work, other: Work): Work => mergeWork(one, other, later);
        const made = (work: Work) => ({ ...foldWork(work, own), people: {} });
        const expected = made(joinWork(joinWork(a, b), c));
        for (const work of [
          merge(merge(a, b), c),
          merge(a, merge(b, c)),
          merge(merge(c, a), b),
          merge(b, merge(a, c)),
          merge(merge(merge(a, b), merge(b, c)), a),
        ]) {
          expect(made(work)).toEqual(expected);
        }
        // Folded in between, as it is when each merge is a step of its own.
        const folded = foldWork(merge(a, b), people[0]);
        expect(made(merge(workOf(folded), c))).toEqual(expected);
        expect(matter(merge(a, a)).highlights).toEqual(a.highlights);
        shared += Object.keys(a.highlights).filter((id) => Object.hasOwn(b.highlights, id)).length;
      }),
      { numRuns: 80 },
    );
    expect(shared).toBeGreaterThan(20);
  });

  it('leaves nothing to tell the second time, by any rule', () => {
    fc.assert(
      fc.property(threeWorkspaces, fc.constantFrom<MergeRule>('later', 'both', 'mine', 'theirs'), (people, rule) => {
        const [a, b] = people.map(workOf) as [Work, Work, Work];
        const merged = mergeWork(a, b, { rule, choices: {}, now });
        expect(compareWork(merged, b).filter(isDisagreed)).toEqual([]);
        const again = mergeWork(merged, b, { rule, choices: {}, now: '2028-01-01T00:00:00.000Z' });
        expect(again).toEqual(merged);
        // And whoever takes it over has the same.
        const there = mergeWork(b, merged, { rule: 'later', choices: {}, now });
        expect({ ...foldWork(there, own), people: {} }).toEqual({ ...foldWork(merged, own), people: {} });
      }),
      { numRuns: 80 },
    );
  });

  it('changes nothing that it does not tell', () => {
    let [told, kept] = [0, 0];
    fc.assert(
      fc.property(threeWorkspaces, ([anna, boris]) => {
        const [a, b] = [workOf(anna), workOf(boris)];
        const items = new Set(compareWork(a, b).map(itemKey));
        const joined = joinWork(a, b);
        for (const kind of recordKinds) {
          for (const [id, record] of Object.entries<AnyRecord>(joined[kind])) {
            const isChanged = !isSameData(saidBy(ownRecord<AnyRecord>(a[kind], id)), saidBy(record));
            if (isChanged) expect(items).toContain(itemKey({ kind, id }));
            if (isChanged) told += 1;
            else kept += 1;
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(told).toBeGreaterThan(30);
    expect(kept).toBeGreaterThan(30);
  });
});
