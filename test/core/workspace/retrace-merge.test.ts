import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeChange } from '../../../core/exchange/merge-change.ts';
import type { HighlightRecord, Work } from '../../../core/exchange/work.ts';
import { applyChange, type Change, invertChange } from '../../../core/workspace/change.ts';
import { changeSettings } from '../../../core/workspace/change-settings.ts';
import type { EditContext } from '../../../core/workspace/edit-context.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import { retraceMerge } from '../../../core/workspace/retrace-merge.ts';
import { type Stamp, writerOf } from '../../../core/workspace/trace.ts';
import { traceChange, withoutTraces } from '../../../core/workspace/trace-change.ts';
import type { Workspace } from '../../../core/workspace/workspace.ts';
import { workOf } from '../exchange/any-work.ts';
import { type Researcher, twoPeople } from '../exchange/two-people.ts';
import { passageAt, take } from './small-workspace.ts';

/** Somebody who undoes and does again, as the services do it. */
class Undoer {
  readonly #done: Change[] = [];
  readonly #undone: Change[] = [];
  #clock = Date.UTC(2026, 5, 1);

  constructor(readonly at: Researcher) {}

  do(make: (workspace: Workspace, context: EditContext) => Change): this {
    const now = this.#tick();
    this.#done.push(this.#commit(make(this.at.workspace, { now, newId: () => `made-${now}` })));
    this.#undone.length = 0;
    return this;
  }

  merge(other: Researcher): this {
    const theirs = other.send();
    return this.do((workspace, { now }) => mergeChange(workspace, theirs, { rule: 'later', choices: {}, now }));
  }

  undo(): this {
    const last = this.#done.pop();
    if (!last) return this;
    this.#undone.push(last);
    this.#commit(invertChange(last));
    return this;
  }

  redo(): this {
    const last = this.#undone.pop();
    if (!last) return this;
    this.#done.push(last);
    this.#commit(last);
    return this;
  }

  #tick(): string {
    this.#clock += 1_000;
    return new Date(this.#clock).toISOString();
  }

  #commit(change: Change): Change {
    const { workspace } = this.at;
    const traced =
      change.summary.kind === 'merge-work'
        ? retraceMerge(workspace, change, this.#tick())
        : traceChange(workspace, withoutTraces(change), this.#tick());
    this.at.workspace = applyChange(workspace, traced);
    return traced;
  }
}

/** The stamps of whatever in `past` would take the place of what `mine` says. */
function laterThan(past: HighlightRecord | undefined, mine: HighlightRecord | undefined): Stamp[] {
  if (!past || !mine || past.lives < mine.lives) return [];
  if (past.lives > mine.lives) return [past.since];
  const { place, note } = past.fields;
  const fields = [
    [place?.at, mine.fields.place?.at],
    [note?.at, mine.fields.note?.at],
    ...Object.entries(past.tags).map(([tag, { at }]) => [at, mine.tags[tag]?.at]),
  ];
  return fields.flatMap(([at, own = '']) => (at !== undefined && at > own ? [at] : []));
}

it('a highlight that was unmade by undoing, and is made again with a merge that came after, is not deleted by who heard of that', () => {
  const [anna, boris] = twoPeople();
  const her = new Undoer(anna).do((workspace, context) => take(addHighlight(workspace, passageAt(0, 7), context)));
  const [id = ''] = Object.keys(anna.workspace.highlights);
  boris.merge(anna.send()).tag(id, ['detention']);
  her.merge(boris).undo().undo();
  boris.merge(anna.send(), 'later');
  expect(boris.workspace.highlights).toEqual({});
  her.redo().redo();
  expect(anna.compare(boris.send())).toEqual([]);
  expect(anna.merge(boris.send()).workspace.highlights[id]?.tags).toHaveLength(1);
});

it('taking a merge back leaves no trace where nothing else was done', () => {
  const [anna, boris] = twoPeople((first) => {
    first.highlight(0, ['torture'], 'Ask.');
  });
  const [id = ''] = Object.keys(anna.workspace.highlights);
  boris.tag(id, ['detention']).note(id, 'Asked.');
  boris.highlight(20);
  const before = anna.workspace;
  const her = new Undoer(anna).merge(boris);
  const after = anna.workspace;
  expect(her.undo().at.workspace).toEqual(before);
  expect(her.redo().at.workspace).toEqual(after);
});

it('a name that was taken since stays the later one', () => {
  const [anna, boris] = twoPeople();
  anna.highlight(0);
  boris.merge(anna.send()).highlight(20);
  const her = new Undoer(anna).do((workspace) => take(changeSettings(workspace, { name: 'Hanna' })));
  her.merge(boris).undo().undo();
  const given = anna.workspace.people['anna'];
  expect(given?.name).toBe('Anna');
  her.redo().redo();
  const kept = anna.workspace.people['anna'];
  expect(kept?.name).toBe('Hanna');
  expect((kept?.named ?? '') > (given?.named ?? '')).toBe(true);
});

it('of what was undone and done again, nothing is older than what others were given of it before', () => {
  const act = fc.constantFrom('note' as const, 'tag' as const, 'untag' as const, 'delete' as const);
  const acts = fc.array(act, { minLength: 1, maxLength: 3 });
  const back = fc.array(fc.constantFrom('undo' as const, 'redo' as const), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(acts, acts, back, fc.boolean(), (first, then, moves, isTagged) => {
      const [anna, boris] = twoPeople((one) => {
        one.highlight(0, ['torture']);
      });
      const [id = ''] = Object.keys(anna.workspace.highlights);
      if (isTagged) boris.tag(id, ['torture', 'detention']);
      else boris.note(id, 'His');
      const given: Work[] = [];
      const her = new Undoer(anna);
      const give = () => given.push(workOf(anna.workspace));
      const edit = (one: (typeof first)[number]): void => {
        const edits = { note: { note: 'Hers' }, tag: { tags: ['torture', 'new'] }, untag: { tags: [] }, delete: null };
        if (!Object.hasOwn(anna.workspace.highlights, id)) return;
        her.do((at, context) => {
          const how = edits[one];
          return take(how === null ? deleteHighlights(at, [id], context) : editHighlight(at, id, how, context));
        });
        give();
      };
      first.forEach(edit);
      her.merge(boris);
      give();
      then.slice(1).forEach(edit);
      for (const move of moves) {
        her[move]();
        give();
      }
      const mine = workOf(anna.workspace).highlights[id];
      for (const past of given) {
        for (const at of laterThan(past.highlights[id], mine)) expect(writerOf(at)).not.toBe('anna');
      }
    }),
    { numRuns: 300 },
  );
});
