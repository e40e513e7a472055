import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../core/result.ts';
import { applyChange, Change, invertChange } from '../../../core/workspace/change.ts';
import { changeTag, previewTagChange } from '../../../core/workspace/change-tag.ts';
import { checkWorkspace } from '../../../core/workspace/check-workspace.ts';
import type { EditContext } from '../../../core/workspace/edit-context.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import { repairWorkspace } from '../../../core/workspace/repair-workspace.ts';
import { TagOperation } from '../../../core/workspace/tag-operation.ts';
import { newWorkspace, Workspace } from '../../../core/workspace/workspace.ts';
import { editing, passageAt } from './small-workspace.ts';

/** One edit; `at` and `to` choose among the records that there are when its turn comes. */
interface Step {
  readonly kind: TagOperation['do'] | 'add' | 'tag' | 'note' | 'erase';
  readonly at: number;
  readonly to: number;
  readonly names: readonly string[];
}

const names = [
  'torture',
  'TORTURE',
  'détention',
  'de\u0301tention',
  'new one',
  'другое',
  '__proto__',
  'constructor',
  ' ',
];

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(
      ...(['create', 'rename', 'recolour', 'describe', 'shortcut', 'move', 'merge', 'delete'] as const),
      ...(['create', 'create', 'move', 'merge', 'add', 'add', 'add', 'tag', 'note', 'erase'] as const),
    ),
    at: fc.nat(40),
    to: fc.nat(40),
    names: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 30, size: 'max' },
);

const pick = (ids: readonly string[], at: number): string => ids[at % Math.max(1, ids.length)] ?? 'none';

function operationFor(workspace: Workspace, { kind, at, to, names: [name = '', ...more] }: Step): TagOperation | null {
  const ids = Object.keys(workspace.tags);
  const [id, other] = [pick(ids, at), pick(ids, to)];
  const candidate = {
    do: kind,
    id,
    path: [name, ...more].join('/'),
    name,
    colour: 'pink',
    description: name,
    shortcut: to % 10 || null,
    parent: to % 5 === 0 ? null : other,
    from: id,
    into: other,
  };
  const parsed = TagOperation.safeParse(candidate);
  return parsed.success ? parsed.data : null;
}

function make(workspace: Workspace, step: Step, context: EditContext): Result<Change> {
  const operation = operationFor(workspace, step);
  if (operation) return changeTag(workspace, operation, context);
  const { kind, at, names: paths } = step;
  const id = pick(Object.keys(workspace.highlights), at);
  if (kind === 'add') return addHighlight(workspace, passageAt(at, at + 5, [paths.join('/'), ...paths]), context);
  if (kind === 'tag') return editHighlight(workspace, id, { tags: paths }, context);
  if (kind === 'note') return editHighlight(workspace, id, { note: paths.join() }, context);
  return deleteHighlights(workspace, [id]);
}

describe('any sequence of edits of highlights and tags', () => {
  it('is taken back exactly, step by step, and leaves a workspace without a problem at each', () => {
    let applied = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        const context = editing();
        const states = [newWorkspace('w')];
        const changes: Change[] = [];
        for (const step of sequence) {
          const before = states.at(-1) ?? newWorkspace('w');
          const frozen = JSON.stringify(before);
          const made = make(before, step, context);
          expect(JSON.stringify(before)).toBe(frozen);
          if (!made.ok) {
            expect(made.fault.message).toMatch(/^.{10,300}\.$/u);
            continue;
          }
          expect(Change.parse(made.value)).toEqual(made.value);
          changes.push(made.value);
          const next = applyChange(before, made.value);
          states.push(next);
          applied += 1;
          expect(Workspace.safeParse(next).success).toBe(true);
          expect(checkWorkspace(next)).toEqual([]);
          expect(repairWorkspace(next)).toEqual({ workspace: next, repairs: [] });
        }
        let state = states.at(-1) ?? newWorkspace('w');
        for (const [index, change] of [...changes.entries()].reverse()) {
          state = applyChange(state, invertChange(change));
          expect(state).toEqual(states[index]);
          expect(applyChange(state, change)).toEqual(states[index + 1]);
        }
      }),
      { numRuns: 300 },
    );
    expect(applied).toBeGreaterThan(2_000);
  });

  it('loses a highlight only where it is deleted, whatever happens to tags', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const context = editing();
        let workspace = newWorkspace('w');
        for (const step of sequence) {
          const operation = operationFor(workspace, step);
          const preview = operation && previewTagChange(workspace, operation, context);
          const made = make(workspace, step, context);
          if (operation) expect(preview?.ok).toBe(made.ok);
          if (!made.ok) continue;
          const next = applyChange(workspace, made.value);
          if (operation) expect(Object.keys(next.highlights)).toEqual(Object.keys(workspace.highlights));
          if (preview?.ok) {
            const untagged = ({ highlights }: Workspace) =>
              Object.values(highlights).filter(({ tags }) => tags.length === 0).length;
            expect(preview.value.untagged).toBe(untagged(next) - untagged(workspace));
          }
          workspace = next;
        }
      }),
    );
  });
});
