import { describe, expect, it } from 'vitest';
import type { ImportSummary } from '../../../core/exchange/exchange-shapes.ts';
import { applyImportEvent, type ImportEvent, isTakenBack, noImport } from '../../../renderer/exchange/import-state.ts';

const nothing = { highlights: 0, all: 0 };
const summary = (token: string): ImportSummary => ({
  token,
  fileName: `${token}.attest`,
  format: 'attest',
  from: 'Алесь',
  counts: {
    new: nothing,
    changed: nothing,
    deleted: nothing,
    'both-changed': nothing,
    'deleted-there': nothing,
    'deleted-here': nothing,
  },
  lineCounts: { taken: 0, changed: 0, refused: 0 },
  items: [],
  itemCount: 0,
  lines: [],
});

const stateAfter = (...events: readonly ImportEvent[]) => events.reduce(applyImportEvent, noImport);
const reading = { type: 'reading', fileName: 'a.attest' } as const;
const read = { type: 'read', summary: summary('one') } as const;

describe('the import', () => {
  it('keeps what is open while another file is read, and when nothing comes of that', () => {
    const chosen = { type: 'choice', key: 'highlights/h', rule: 'mine' } as const;
    const before = stateAfter(reading, read, chosen);
    expect(before.open?.choices).toEqual({ 'highlights/h': 'mine' });
    const meanwhile = [reading, { type: 'ending' } as const].reduce(applyImportEvent, before);
    expect(meanwhile).toEqual({ open: before.open, reading: { fileName: 'a.attest', isEnding: true } });
    expect(applyImportEvent(meanwhile, { type: 'stopped' })).toEqual(before);
  });

  it('begins anew with another file: nothing is chosen, and disagreements keep what both have', () => {
    const state = stateAfter(
      read,
      { type: 'rule', rule: 'mine' },
      { type: 'choice', key: 'tags/t', rule: 'mine' },
      { type: 'page', from: 200 },
      { type: 'read', summary: summary('two') },
    );
    expect(state.open).toMatchObject({
      rule: 'both',
      choices: {},
      from: 0,
      stage: 'review',
      summary: { token: 'two' },
    });
  });

  it('takes no choice any more while it is being taken, or when it has been', () => {
    const late: readonly ImportEvent[] = [
      { type: 'rule', rule: 'theirs' },
      { type: 'choice', key: 'tags/t', rule: 'mine' },
      { type: 'forget-choices' },
    ];
    const chosen = { type: 'choice', key: 'tags/t', rule: 'theirs' } as const;
    const stages: readonly ImportEvent[] = [
      { type: 'stage', stage: 'taking' },
      { type: 'taken', revision: 7 },
    ];
    for (const stage of stages) {
      const state = stateAfter(read, chosen, stage, ...late);
      expect(state.open).toMatchObject({ rule: 'both', choices: { 'tags/t': 'theirs' } });
    }
    expect(stateAfter(read, chosen, ...late).open).toMatchObject({ rule: 'theirs', choices: {} });
  });

  it('says how far it is only while it is being taken, and of no other import', () => {
    const progress = { type: 'progress', token: 'one', done: 3, total: 9, secondsLeft: null } as const;
    const taking = stateAfter(read, { type: 'stage', stage: 'taking' }, progress);
    expect(taking.open?.taking).toEqual({ done: 3, total: 9, secondsLeft: null, isEnding: false });
    expect(applyImportEvent(taking, { ...progress, token: 'two', done: 5 })).toBe(taking);
    const ending = [{ type: 'giving-up' }, { ...progress, done: 4, secondsLeft: 2 }] as const;
    const givenUp = ending.reduce<typeof taking>(applyImportEvent, taking);
    expect(givenUp.open?.taking).toEqual({ done: 4, total: 9, secondsLeft: 2, isEnding: true });
    const back = applyImportEvent(givenUp, { type: 'stage', stage: 'review' });
    expect(back.open).toMatchObject({ stage: 'review', taking: null });
    expect(applyImportEvent(back, progress)).toBe(back);
    expect(applyImportEvent(taking, { type: 'taken', revision: 7 }).open?.taking).toBeNull();
  });

  it('is gone when it is closed, and nothing that comes later brings it back', () => {
    expect(stateAfter(read, { type: 'close' }, { type: 'page', from: 200 }, { type: 'taken', revision: 3 })).toEqual(
      noImport,
    );
  });

  it('can be chosen again when it was undone, and not before', () => {
    const taken = stateAfter(read, { type: 'taken', revision: 7 });
    const merge = { kind: 'merge-work' as const, highlights: 3, tags: [] };
    const undone = { undo: null, redo: merge, history: [] };
    // An import of before, undone too, may be what Redo would do until the news of this one is here.
    expect(isTakenBack(taken, { revision: 7, undo: undone })).toBe(false);
    expect(isTakenBack(taken, { revision: 8, undo: { ...undone, redo: null } })).toBe(false);
    expect(isTakenBack(taken, { revision: 8, undo: undone })).toBe(true);
    expect(isTakenBack(stateAfter(read), { revision: 8, undo: undone })).toBe(false);
  });
});
