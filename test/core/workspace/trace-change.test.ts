import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTags } from '../../../core/tags/tag.ts';
import { applyChange, type Change, invertChange } from '../../../core/workspace/change.ts';
import { changeTag } from '../../../core/workspace/change-tag.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import { Stamp, stampAfter, timeOf, writerOf } from '../../../core/workspace/trace.ts';
import { traceChange, withoutTraces } from '../../../core/workspace/trace-change.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import { tracedWalk } from '../exchange/any-work.ts';
import { steps } from './any-steps.ts';
import { editing, passageAt, take } from './small-workspace.ts';

const [made, first, second] = ['2026-01-02T03:04:05.000Z', '2026-01-03T00:00:00.000Z', '2026-01-04T00:00:00.000Z'];
const [torture, detention] = initialTags.map(({ id }) => id) as [string, string];

/** The workspace after `change`, traced at `now`. */
const traced = (workspace: Workspace, change: Change, now: string): Workspace =>
  applyChange(workspace, traceChange(workspace, change, now));

/** A workspace with one highlight, tagged `torture`, and its id. */
function withHighlight(): readonly [Workspace, string] {
  const start = newWorkspace('w');
  const change = take(addHighlight(start, passageAt(0, 7, ['torture'], 'Ask.'), editing()));
  return [traced(start, change, made), 'id-1'];
}

const edit = (workspace: Workspace, id: string, what: Parameters<typeof editHighlight>[2], now: string): Workspace =>
  traced(workspace, take(editHighlight(workspace, id, what, editing())), now);

describe('the trace of a highlight', () => {
  it('is not kept of one that was just made: it says itself when', () => {
    expect(withHighlight()[0].traces).toEqual({});
    const start = newWorkspace('w');
    const change = take(addHighlight(start, passageAt(0, 7), editing()));
    // Written down a moment after it was made.
    expect(traceChange(start, change, '2026-01-02T03:04:05.007Z').patches.map(({ of }) => of)).toEqual(['highlight']);
  });

  it('says of each field when it was written', () => {
    const [workspace, id] = withHighlight();
    const noted = edit(workspace, id, { note: 'Asked.' }, first);
    expect(noted.traces[`highlight/${id}`]).toEqual({
      id: `highlight/${id}`,
      lives: 1,
      since: `${made} w`,
      fields: { note: `${first} w` },
      tags: {},
      raw: {},
    });
    expect(edit(noted, id, { isNotePrivate: true }, second).traces[`highlight/${id}`]?.fields).toEqual({
      note: `${second} w`,
    });
  });

  it('says of each tag when it was put on or taken off', () => {
    const [workspace, id] = withHighlight();
    const both = edit(workspace, id, { tags: ['torture', 'detention'] }, first);
    expect(both.traces[`highlight/${id}`]?.tags).toEqual({ [detention]: { on: true, at: `${first} w`, n: 1 } });
    const one = edit(both, id, { tags: ['detention'] }, second);
    expect(one.traces[`highlight/${id}`]?.tags).toMatchObject({ [torture]: { on: false, at: `${second} w` } });
  });

  it('counts its lives: deleted it stays as what is gone, brought back it lives anew', () => {
    const [workspace, id] = withHighlight();
    const change = traceChange(workspace, take(deleteHighlights(workspace, [id], editing())), first);
    const gone = applyChange(workspace, change);
    expect(gone.traces[`highlight/${id}`]).toMatchObject({ lives: 2, since: `${first} w`, fields: {} });
    const back = traced(gone, invertChange(withoutTraces(change)), second);
    expect(back.highlights).toEqual(workspace.highlights);
    expect(back.traces[`highlight/${id}`]).toMatchObject({ lives: 3, since: `${second} w`, fields: {} });
  });

  it('is later than what was there, whatever the clock says', () => {
    const [workspace, id] = withHighlight();
    const noted = edit(workspace, id, { note: 'Asked.' }, first);
    const earlier = edit(noted, id, { note: 'Again.' }, '2020-01-01T00:00:00.000Z');
    expect(earlier.traces[`highlight/${id}`]?.fields['note']).toBe('2026-01-03T00:00:00.001Z w');
  });
});

describe('the trace of a tag', () => {
  it('is kept from its making on, since a tag has no time of its own', () => {
    const start = newWorkspace('w');
    const change = take(changeTag(start, { do: 'create', path: 'courts' }, editing()));
    const after = traced(start, change, first);
    expect(Object.values(after.traces)).toMatchObject([{ lives: 1, since: `${first} w`, fields: {} }]);
  });

  it('says what was renamed, and leaves what was raw of it behind', () => {
    const start = newWorkspace('w');
    const id = `tag/${torture}`;
    const trace = { id, lives: 1, since: '', fields: {}, tags: {}, raw: { name: 'Torture', parent: 'gone' } };
    const known = { ...start, traces: { [id]: trace } };
    const after = traced(
      known,
      take(changeTag(known, { do: 'rename', id: torture, name: 'cruelty' }, editing())),
      first,
    );
    expect(after.traces[id]).toMatchObject({ fields: { name: `${first} w` }, raw: { parent: 'gone' } });
  });
});

describe('a traced change', () => {
  it('is what its user did and traces alone, and taken back exactly by its inverse', () => {
    let patches = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        const before = tracedWalk(newWorkspace('w'), sequence, 'w', { at: Date.UTC(2026, 0, 2) });
        const change = take(addHighlight(before, passageAt(60, 70, ['courts'], 'n'), editing('more')));
        const withTraces = traceChange(before, change, second);
        expect(withoutTraces(withTraces)).toEqual(change);
        const after = applyChange(before, withTraces);
        expect(applyChange(after, invertChange(withTraces))).toEqual(before);
        for (const trace of Object.values(after.traces)) {
          for (const at of [trace.since, ...Object.values(trace.fields)])
            expect(Stamp.safeParse(at).success).toBe(true);
        }
        patches += withTraces.patches.length - change.patches.length;
      }),
      { numRuns: 60 },
    );
    expect(patches).toBeGreaterThan(20);
  });
});

describe('a stamp', () => {
  it.each([
    '2026-02-30T00:00:00.000Z w',
    '2026-13-01T00:00:00.000Z w',
    '2026-01-01T24:00:00.000Z w',
    '2026-01-01T00:00:00Z w',
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T00:00:00.000Z a b',
    ' w',
  ])('is not “%s”', (stamp) => {
    expect(Stamp.safeParse(stamp).success).toBe(false);
  });

  it('comes after the one before it in the order of texts, whoever writes and whatever their clock says', () => {
    const time = fc.date({ min: new Date('1971-01-01'), max: new Date('2900-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, fc.uuid(), fc.uuid(), (one, other, anna, boris) => {
        const before = stampAfter(one.toISOString(), anna, '');
        const after = stampAfter(other.toISOString(), boris, before);
        expect(after > before).toBe(true);
        expect([Stamp.parse(after), writerOf(after)]).toEqual([after, boris]);
        expect(new Date(timeOf(after)).toISOString()).toBe(timeOf(after));
      }),
      { numRuns: 200 },
    );
  });
});
