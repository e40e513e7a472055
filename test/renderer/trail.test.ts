import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { utf16 } from '../../core/text/offsets.ts';
import {
  amend,
  goAlong,
  isElsewhere,
  numberOf,
  startTrail,
  step,
  type Trail,
  visitLimit,
  visitOf,
} from '../../renderer/navigation/trail.ts';
import { type Visit, views } from '../../renderer/navigation/visit.ts';

const first: Visit = {
  view: 'library',
  statement: 'one.txt',
  beside: null,
  isBesideActive: false,
  goal: null,
  version: null,
  filter: everyExcerpt,
  dossier: null,
  historyOf: null,
  leftAt: null,
};

type Move = { readonly to: Partial<Visit> } | { readonly by: number };

const anyPart: fc.Arbitrary<Partial<Visit>> = fc.record(
  { view: fc.constantFrom(...views), statement: fc.constantFrom('one.txt', 'Два', '١') },
  { requiredKeys: [] },
);
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ to: anyPart }),
  fc.record({ by: fc.integer({ min: -3, max: 3 }) }),
);

function follow(trail: Trail, move: Move): Trail {
  return 'to' in move ? step(trail, move.to) : goAlong(trail, numberOf(trail) + move.by);
}

describe('a trail', () => {
  it('goes back to what was shown before each step, and forward again', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 30 }), anyPart, (moves, part) => {
        const before = moves.reduce(follow, startTrail(first));
        const after = step(before, part);
        if (after === before) return;
        const back = goAlong(after, numberOf(after) - 1);
        expect(visitOf(back)).toEqual(visitOf(before));
        expect(goAlong(back, numberOf(after))).toEqual(after);
      }),
    );
  });

  it('shows what a step asks for, and keeps the rest as it was', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 30 }), anyPart, (moves, part) => {
        const before = moves.reduce(follow, startTrail(first));
        expect(visitOf(step(before, part))).toEqual({ ...visitOf(before), ...part });
      }),
    );
  });

  it('never leaves its visits, and keeps no more of them than a browser does', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 150 }), (moves) => {
        let trail = startTrail(first);
        for (const move of moves) {
          trail = follow(trail, move);
          expect(() => visitOf(trail)).not.toThrow();
          expect(trail.visits.length).toBeLessThanOrEqual(visitLimit);
        }
      }),
    );
  });

  it('keeps the numbers of visits when the oldest are forgotten, and goes to the oldest left in their place', () => {
    let trail = startTrail(first);
    const steps = visitLimit + 10;
    for (let at = 1; at <= steps; at += 1) trail = step(trail, { statement: `${at}.txt` });
    expect(numberOf(trail)).toBe(steps);
    expect(visitOf(goAlong(trail, steps - 5)).statement).toBe(`${steps - 5}.txt`);
    expect(visitOf(goAlong(trail, 2)).statement).toBe(`${steps - visitLimit + 1}.txt`);
  });

  it('gives up what lay ahead at a step', () => {
    const there = step(step(startTrail(first), { view: 'excerpts' }), { view: 'history' });
    const elsewhere = step(goAlong(there, 1), { view: 'codebook' });
    expect(elsewhere.visits.map(({ view }) => view)).toEqual(['library', 'excerpts', 'codebook']);
    expect(goAlong(elsewhere, 5)).toBe(elsewhere);
  });

  it('takes no step to what is shown already, a filter by what it says and a goal by which it is', () => {
    const goal = { kind: 'found', statement: 'one.txt', passage: { start: utf16(0), end: utf16(4) } } as const;
    const trail = step(startTrail(first), { goal, filter: { ...everyExcerpt, tags: ['t'] } });
    expect(step(trail, { view: 'library', statement: 'one.txt' })).toBe(trail);
    expect(isElsewhere(trail, { filter: { ...everyExcerpt, tags: ['t'] } })).toBe(false);
    expect(isElsewhere(trail, { filter: { ...everyExcerpt, tags: ['u'] } })).toBe(true);
    expect(isElsewhere(trail, { goal: { ...goal } })).toBe(true);
  });

  it('changes only what is shown without a step', () => {
    const trail = amend(step(startTrail(first), { view: 'excerpts' }), { dossier: 'd' });
    expect(trail.visits.map(({ dossier }) => dossier)).toEqual([null, 'd']);
    expect(visitOf(step(amend(trail, { leftAt: new Map() }), { view: 'history' })).leftAt).toBeNull();
  });
});
