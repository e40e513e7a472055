import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBackups } from '../../../core/workspace/backup-rule.ts';

interface Dated {
  readonly name: string;
  readonly at: string;
  readonly sequence: number;
}

/** Backups whose clock may have gone anywhere, some with the same number or time. */
const anyBackups = fc
  .array(
    fc.record({
      at: fc
        .date({ min: new Date('2019-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      sequence: fc.nat(60),
    }),
    { maxLength: 80 },
  )
  .map((backups) => backups.map((backup, at): Dated => ({ ...backup, name: `b-${at}` })));

/** The same, with a clock that runs with the changes. */
const inOrder = anyBackups.map((backups) => {
  const times = backups.map(({ at }) => at).sort();
  return backups.map((backup, at): Dated => ({ ...backup, at: times[at] ?? backup.at, sequence: at + 1 }));
});

const newest = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item | undefined =>
  [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))[0];

function lastPeriods(backups: readonly Dated[], length: number, count: number): string[] {
  const periods = [...new Set(backups.map(({ at }) => at.slice(0, length)))].sort().reverse().slice(0, count);
  return periods.flatMap(
    (period) =>
      newest(
        backups.filter(({ at }) => at.startsWith(period)),
        ({ at, name }) => at + name,
      )?.name ?? [],
  );
}

describe('chooseBackups', () => {
  it('keeps at most ten, seven and twelve, each of them once, newest first', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = chooseBackups(backups);
        expect(new Set(kept).size).toBe(kept.length);
        expect(kept.length).toBeLessThanOrEqual(29);
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(10, backups.length));
        const sequences = kept.map((name) => backups.find((backup) => backup.name === name)?.sequence ?? -1);
        expect(sequences).toEqual([...sequences].sort((a, b) => b - a));
      }),
    );
  });

  it('never drops what holds the newest changes, wherever the clock went and whatever the rule', () => {
    const rules = fc.record({ recent: fc.nat(3), daily: fc.nat(3), monthly: fc.nat(3) });
    fc.assert(
      fc.property(anyBackups, rules, (backups, rule) => {
        const top = Math.max(...backups.map(({ sequence }) => sequence));
        const kept = backups.filter(({ name }) => chooseBackups(backups, rule).includes(name));
        expect(kept.some(({ sequence }) => sequence === top)).toBe(backups.length > 0);
      }),
    );
  });

  it('keeps the newest of each of the last days and months, while the clock runs on', () => {
    fc.assert(
      fc.property(inOrder, (backups) => {
        const kept = chooseBackups(backups);
        expect(kept).toEqual(expect.arrayContaining(lastPeriods(backups, 10, 7)));
        expect(kept).toEqual(expect.arrayContaining(lastPeriods(backups, 7, 12)));
        const others = chooseBackups(backups, { recent: 1, daily: 7, monthly: 12 });
        expect(others).toHaveLength(new Set([...lastPeriods(backups, 10, 7), ...lastPeriods(backups, 7, 12)]).size);
      }),
    );
  });

  it('has nothing more to drop once it has been followed, and does not mind the order it is asked in', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = chooseBackups(backups);
        expect(chooseBackups(backups.filter(({ name }) => kept.includes(name)))).toEqual(kept);
        expect(chooseBackups([...backups].reverse())).toEqual(kept);
      }),
    );
  });

  it('lets a wrong day in the future go again, as new days come', () => {
    const day = (at: string, sequence: number): Dated => ({ name: at, at: `${at}T12:00:00.000Z`, sequence });
    const wrong = day('2099-12-31', 5);
    const days = Array.from({ length: 20 }, (_, at) => day(`2026-03-${String(at + 1).padStart(2, '0')}`, at + 10));
    const kept = chooseBackups([wrong, ...days], { recent: 1, daily: 7, monthly: 1 });
    expect(kept).toEqual(
      days
        .slice(-7)
        .map(({ name }) => name)
        .reverse(),
    );
  });

  it('has nothing to keep where there is nothing', () => {
    expect(chooseBackups([])).toEqual([]);
  });
});
