import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from '../../../core/anchoring/selector.ts';
import type { Result } from '../../../core/result.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { applyChange, type Change, invertChange } from '../../../core/workspace/change.ts';
import {
  addHighlight,
  createTag,
  deleteHighlights,
  type EditContext,
  editHighlight,
} from '../../../core/workspace/edits.ts';
import { newWorkspace, Workspace } from '../../../core/workspace/workspace.ts';

const text = 'regular use of torture against detainees; inhuman and degrading prison conditions';
const source = 'c'.repeat(64);

function editing(): EditContext {
  const ids = (function* count() {
    for (let id = 1; ; id += 1) yield `id-${id}`;
  })();
  return { now: '2026-01-02T03:04:05.000Z', newId: () => ids.next().value };
}

function input(start: number, end: number, tags: readonly string[] = [], note = '') {
  const selector = describePassage(text, { start: utf16(start), end: utf16(end) }, source);
  return { statement: 's', selector, tags, note };
}

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

describe('addHighlight', () => {
  it('keeps the passage with its tags and note', () => {
    const after = applyChange(
      newWorkspace('w'),
      take(addHighlight(newWorkspace('w'), input(0, 22, ['Torture'], 'core'), editing())),
    );
    const [highlight] = Object.values(after.highlights);
    expect(highlight).toMatchObject({ statement: 's', note: 'core', selector: { quote: 'regular use of torture' } });
    expect(highlight?.tags.map((id) => after.tags[id]?.name)).toEqual(['torture']);
  });

  it('creates a tag that does not exist, with a colour and a digit of its own', () => {
    const after = applyChange(
      newWorkspace('w'),
      take(addHighlight(newWorkspace('w'), input(0, 7, ['accountability']), editing())),
    );
    const tag = Object.values(after.tags).find(({ name }) => name === 'accountability');
    expect(tag).toMatchObject({ shortcut: 4 });
    expect(new Set(Object.values(after.tags).map(({ colour }) => colour)).size).toBe(4);
  });

  it('puts tag and note on the highlight that marks exactly this passage already', () => {
    const context = editing();
    const once = applyChange(
      newWorkspace('w'),
      take(addHighlight(newWorkspace('w'), input(0, 7, ['torture'], 'a'), context)),
    );
    const twice = applyChange(once, take(addHighlight(once, input(0, 7, ['detention', 'torture'], 'b'), context)));
    expect(Object.values(twice.highlights)).toHaveLength(1);
    expect(Object.values(twice.highlights)[0]).toMatchObject({
      note: 'a\nb',
      tags: expect.objectContaining({ length: 2 }),
    });
  });

  it('keeps overlapping passages apart', () => {
    const context = editing();
    const once = applyChange(newWorkspace('w'), take(addHighlight(newWorkspace('w'), input(0, 22), context)));
    const twice = applyChange(once, take(addHighlight(once, input(15, 40), context)));
    expect(Object.values(twice.highlights)).toHaveLength(2);
  });

  it('refuses a tag without a name, and a note that is too long', () => {
    expect(addHighlight(newWorkspace('w'), input(0, 7, ['  ']), editing()).ok).toBe(false);
    expect(addHighlight(newWorkspace('w'), input(0, 7, [], 'x'.repeat(100_001)), editing()).ok).toBe(false);
  });
});

describe('createTag', () => {
  it('refuses a name that is taken, whatever its case', () => {
    expect(createTag(newWorkspace('w'), ' TORTURE', editing())).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('“torture”') },
    });
  });
});

describe('editHighlight and deleteHighlights', () => {
  it('change nothing where a highlight does not exist', () => {
    expect(editHighlight(newWorkspace('w'), 'none', { note: 'x' }, editing()).ok).toBe(false);
    const once = applyChange(newWorkspace('w'), take(addHighlight(newWorkspace('w'), input(0, 7), editing())));
    const [id = ''] = Object.keys(once.highlights);
    expect(deleteHighlights(once, [id, 'none']).ok).toBe(false);
  });
});

type Step = {
  readonly kind: 'add' | 'tag' | 'note' | 'delete' | 'create-tag';
  readonly at: number;
  readonly name: string;
};

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('add', 'tag', 'note', 'delete', 'create-tag'),
    at: fc.nat(40),
    name: fc.constantFrom('torture', 'détention', 'new one', 'другое', '__proto__', 'constructor'),
  }),
  { maxLength: 25 },
);

function changeFor(workspace: Workspace, { kind, at, name }: Step, context: EditContext): Change | null {
  const ids = Object.keys(workspace.highlights);
  const id = ids[at % Math.max(1, ids.length)] ?? '';
  const made = {
    add: () => addHighlight(workspace, input(at, at + 5, [name]), context),
    tag: () => editHighlight(workspace, id, { tags: [name] }, context),
    note: () => editHighlight(workspace, id, { note: name }, context),
    delete: () => deleteHighlights(workspace, [id]),
    'create-tag': () => createTag(workspace, name, context),
  }[kind]();
  return made.ok ? made.value : null;
}

describe('any sequence of edits', () => {
  it('is taken back exactly, step by step, and leaves a valid workspace at each', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const context = editing();
        const states = [newWorkspace('w')];
        const changes: Change[] = [];
        for (const step of sequence) {
          const before = states.at(-1) ?? newWorkspace('w');
          const frozen = JSON.stringify(before);
          const change = changeFor(before, step, context);
          expect(JSON.stringify(before)).toBe(frozen);
          if (!change) continue;
          changes.push(change);
          states.push(applyChange(before, change));
          expect(Workspace.safeParse(states.at(-1)).success).toBe(true);
        }
        let state = states.at(-1) ?? newWorkspace('w');
        for (const [index, change] of [...changes.entries()].reverse()) {
          state = applyChange(state, invertChange(change));
          expect(state).toEqual(states[index]);
          expect(applyChange(state, change)).toEqual(states[index + 1]);
        }
      }),
    );
  });
});
