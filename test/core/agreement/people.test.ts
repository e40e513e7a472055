import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codingOf } from '../../../core/agreement/coding.ts';
import { highlightsBy, makerOf, peopleIn } from '../../../core/agreement/people.ts';
import { foldWork } from '../../../core/exchange/fold-work.ts';
import { joinWork } from '../../../core/exchange/join-work.ts';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import { applyChange, type Change } from '../../../core/workspace/change.ts';
import { changeSettings } from '../../../core/workspace/change-settings.ts';
import { addHighlight, editHighlight } from '../../../core/workspace/edits.ts';
import { traceChange } from '../../../core/workspace/trace-change.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import { threeWorkspaces, workOf } from '../exchange/any-work.ts';
import { editing, passageAt, take } from '../workspace/small-workspace.ts';

let clock = Date.UTC(2026, 0, 2);

function commit(workspace: Workspace, change: Change): Workspace {
  clock += 1_000;
  return applyChange(workspace, traceChange(workspace, change, new Date(clock).toISOString()));
}

const contextOf = (prefix: string) => ({ ...editing(prefix), now: new Date(clock).toISOString() });

function named(id: string, name: string): Workspace {
  const workspace = newWorkspace(id);
  return commit(workspace, take(changeSettings(workspace, { ...workspace.settings, name })));
}

function add(workspace: Workspace, prefix: string, start: number, tags: readonly string[], note = ''): Workspace {
  return commit(workspace, take(addHighlight(workspace, passageAt(start, start + 8, tags, note), contextOf(prefix))));
}

const placed = (workspace: Workspace): PlacedHighlight[] =>
  Object.values(workspace.highlights).map((highlight) => {
    const { start, end } = highlight.selector;
    return { ...highlight, anchor: { state: 'anchored', start, end }, place: null };
  });

/** Anna with a highlight of Boris's that she put another tag on, and one of her own. */
function together(): Workspace {
  const boris = add(named('boris', 'Барыс'), 'b', 20, ['torture'], 'his note');
  const own = add(named('anna', 'Anna'), 'a', 0, ['torture', 'detention']);
  const anna = foldWork(joinWork(workOf(own), workOf(boris)), own);
  const [theirs] = Object.values(anna.highlights).filter(({ selector }) => selector.start === 20);
  if (!theirs) throw new Error('The highlight did not come over.');
  return commit(anna, take(editHighlight(anna, theirs.id, { tags: ['torture', 'elections'] }, contextOf('c'))));
}

describe('who did what', () => {
  it('tells by the stamps who made a highlight, and who put which tag on it', () => {
    const workspace = together();
    const name = (tag: string): string => workspace.tags[tag]?.name ?? '';
    const told = codingOf(workspace, placed(workspace)).spans.map(({ person, tag, start }) => [
      person,
      start,
      name(tag),
    ]);
    expect(told.map((line) => line.join(' ')).sort()).toEqual([
      'anna 0 detention',
      'anna 0 torture',
      'anna 20 elections',
      'boris 20 torture',
    ]);
    expect(
      Object.keys(workspace.highlights)
        .map((id) => makerOf(workspace, id)?.person)
        .sort(),
    ).toEqual(['anna', 'boris']);
    expect(makerOf(workspace, '__proto__')).toBeNull();
  });

  it('counts the people with what they did, oneself first', () => {
    expect(peopleIn(together())).toEqual([
      { id: 'anna', name: 'Anna', isSelf: true, highlights: 2, made: 1, tags: 3 },
      { id: 'boris', name: 'Барыс', isSelf: false, highlights: 1, made: 1, tags: 1 },
    ]);
    const alone = newWorkspace('new');
    expect(peopleIn(alone)).toEqual([{ id: 'new', name: '', isSelf: true, highlights: 0, made: 0, tags: 0 }]);
  });

  it('has the highlights of a person to filter by', () => {
    const workspace = together();
    expect(highlightsBy(workspace, 'anna').size).toBe(2);
    const [only] = highlightsBy(workspace, 'boris');
    expect(only && workspace.highlights[only]?.note).toBe('his note');
    expect(highlightsBy(workspace, 'nobody').size).toBe(0);
  });

  it('keeps what has no place apart', () => {
    const workspace = together();
    const lost = placed(workspace).map((highlight) => ({ ...highlight, anchor: { state: 'orphaned' as const } }));
    const { spans, unplaced } = codingOf(workspace, lost);
    expect([spans.length, unplaced.length]).toEqual([0, 4]);
  });

  it('says the same in everybody’s workspace once all is merged', () => {
    let coded = 0;
    fc.assert(
      fc.property(threeWorkspaces, (people) => {
        const all = people.map(workOf).reduce(joinWork);
        const told = people.map((own) => {
          const workspace = foldWork(all, own);
          const coding = codingOf(workspace, placed(workspace));
          coded += coding.spans.length;
          return [...coding.spans].map((span) => JSON.stringify(span)).sort();
        });
        expect(told[1]).toEqual(told[0]);
        expect(told[2]).toEqual(told[0]);
      }),
      { numRuns: 40 },
    );
    expect(coded).toBeGreaterThan(50);
  });
});
