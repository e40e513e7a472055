import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, Change, invertChange } from '../../../core/workspace/change.ts';
import { previewTagChange } from '../../../core/workspace/change-tag.ts';
import { checkWorkspace } from '../../../core/workspace/check-workspace.ts';
import { repairWorkspace } from '../../../core/workspace/repair-workspace.ts';
import { newWorkspace, Workspace } from '../../../core/workspace/workspace.ts';
import { make, operationFor, steps } from './any-steps.ts';
import { editing } from './small-workspace.ts';

describe('any sequence of edits of highlights, tags and dossiers', () => {
  it('is taken back exactly, step by step, and leaves a workspace without a problem at each', () => {
    const applied = { all: 0, dossiers: 0 };
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
          applied.all += 1;
          if (made.value.patches.some(({ of }) => of === 'dossier')) applied.dossiers += 1;
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
      { numRuns: 400 },
    );
    expect(applied.all).toBeGreaterThan(2_000);
    expect(applied.dossiers).toBeGreaterThan(200);
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
