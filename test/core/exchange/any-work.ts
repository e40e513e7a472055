import fc from 'fast-check';
import { foldWork } from '../../../core/exchange/fold-work.ts';
import { joinWork } from '../../../core/exchange/join-work.ts';
import { unfoldWork, wholeWork } from '../../../core/exchange/unfold-work.ts';
import type { Work } from '../../../core/exchange/work.ts';
import { applyChange, type Change, invertChange } from '../../../core/workspace/change.ts';
import { traceChange, withoutTraces } from '../../../core/workspace/trace-change.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import { make, type Step, steps } from '../workspace/any-steps.ts';
import { editing } from '../workspace/small-workspace.ts';

/** Private notes and all. */
export const everything = { ...wholeWork, hasPrivateNotes: true };

/** The work in a workspace whose statements nobody knows. */
export const workOf = (workspace: Workspace): Work => unfoldWork(workspace, [], everything);

/** The workspace after `sequence`, each step traced as the services trace it, some of them undone; `clock` counts the milliseconds. */
export function tracedWalk(
  workspace: Workspace,
  sequence: readonly Step[],
  name: string,
  clock: { at: number },
): Workspace {
  const { newId } = editing(name);
  const commit = (state: Workspace, change: Change): Workspace => {
    clock.at += 1;
    return applyChange(state, traceChange(state, change, new Date(clock.at).toISOString()));
  };
  return sequence.reduce((state, step) => {
    clock.at += 1;
    const made = make(state, step, { now: new Date(clock.at).toISOString(), newId });
    if (!made.ok) return state;
    const after = commit(state, made.value);
    return step.to % 7 === 0 ? commit(after, invertChange(withoutTraces(made.value))) : after;
  }, workspace);
}

/** Three people's workspaces that grew from one, some of them with work of the others merged in between. */
export const threeWorkspaces = fc
  .tuple(steps, fc.array(fc.tuple(fc.nat(2), fc.nat(2), steps), { minLength: 3, maxLength: 6 }))
  .map(([first, turns]) => {
    const clock = { at: Date.UTC(2026, 0, 2) };
    const base = workOf(tracedWalk(newWorkspace('base'), first, 'base', clock));
    const people = ['anna', 'boris', 'vera'].map((id) => foldWork(base, newWorkspace(id)));
    for (const [turn, [who, other, sequence]] of turns.entries()) {
      const [own, theirs] = [people[who], people[other]];
      if (!own || !theirs) continue;
      const grown = tracedWalk(own, sequence, `${own.id}${turn}`, clock);
      people[who] = who === other ? grown : foldWork(joinWork(workOf(grown), workOf(theirs)), grown);
    }
    return people as [Workspace, Workspace, Workspace]; // Three went in.
  });
