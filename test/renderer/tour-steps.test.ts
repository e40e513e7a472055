import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deedsBetween } from '../../renderer/tour/deeds-between.ts';
import {
  nextStep,
  parseTour,
  previousStep,
  stepAfter,
  type TourState,
  type TourStep,
  tourSteps,
} from '../../renderer/tour/tour-steps.ts';

const anyStep = fc.constantFrom(...tourSteps);
const placeOf = (state: TourState): number => (state === 'done' ? tourSteps.length : tourSteps.indexOf(state));

describe('the steps of the tour', () => {
  test('go on one by one to the end, and back to the first', () => {
    const seen: TourState[] = [];
    for (let state: TourState = tourSteps[0]; state !== 'done'; state = nextStep(state)) seen.push(state);
    expect(seen).toEqual(tourSteps);
    fc.assert(
      fc.property(anyStep, (step) => {
        const back = previousStep(step);
        expect(placeOf(back)).toBe(Math.max(0, placeOf(step) - 1));
      }),
    );
  });

  test('whatever is done in whatever order, the tour never goes back, and the deed of a step ends it', () => {
    fc.assert(
      fc.property(anyStep, anyStep, (step, deed) => {
        const after = stepAfter(step, deed);
        expect(placeOf(after)).toBeGreaterThanOrEqual(placeOf(step));
        expect(stepAfter(step, step)).toBe(nextStep(step));
        expect(after === step || after === nextStep(deed)).toBe(true);
      }),
    );
  });

  test('who tags at once has selected; who searches needs no note; nobody comes past the search by an export', () => {
    expect(stepAfter('select', 'tag')).toBe('note');
    expect(stepAfter('note', 'search')).toBe('export');
    expect(stepAfter('select', 'search')).toBe('select');
    expect(stepAfter('search', 'export')).toBe('search');
    expect(stepAfter('search', 'tag')).toBe('search');
    expect(stepAfter('export', 'export')).toBe('done');
  });

  test('what a device keeps is read with suspicion', () => {
    fc.assert(fc.property(fc.constantFrom<TourState>(...tourSteps, 'done'), (kept) => parseTour(kept) === kept));
    for (const nonsense of [null, 1, '', 'finished', ['select'], { step: 'tag' }, 'toString']) {
      expect(parseTour(nonsense)).toBe(null);
    }
  });
});

describe('what was done between two states of the highlights', () => {
  const plain = { id: 'h1', tags: [], note: '' };
  const deeds = (after: Parameters<typeof deedsBetween>[1]): TourStep[] => deedsBetween([plain], after);

  test('a tag on a passage, new or highlighted before', () => {
    expect(deeds([plain, { id: 'h2', tags: ['t1'], note: '' }])).toEqual(['tag']);
    expect(deeds([{ ...plain, tags: ['t1'] }])).toEqual(['tag']);
  });

  test('a note, in any script', () => {
    expect(deeds([{ ...plain, note: 'Пра катаванні' }])).toEqual(['note']);
    expect(deeds([plain, { id: 'h2', tags: ['t1'], note: 'a note' }])).toEqual(['tag', 'note']);
  });

  test('nothing, where highlights are as they were, come without a tag, or go', () => {
    expect(deeds([plain])).toEqual([]);
    expect(deeds([plain, { id: 'h2', tags: [], note: '' }])).toEqual([]);
    expect(deeds([])).toEqual([]);
    const noted = { id: 'h3', tags: ['t1'], note: 'kept' };
    expect(deedsBetween([noted], [{ ...noted, tags: ['t1', 't2'], note: 'kept longer' }])).toEqual([]);
  });
});
