import { compareWork, type MergeItem } from '../../../core/exchange/compare-work.ts';
import { mergeChange } from '../../../core/exchange/merge-change.ts';
import type { MergeRule } from '../../../core/exchange/merge-work.ts';
import { unfoldWork, type WorkChoice, wholeWork } from '../../../core/exchange/unfold-work.ts';
import type { Work } from '../../../core/exchange/work.ts';
import type { Result } from '../../../core/result.ts';
import { applyChange, type Change, invertChange } from '../../../core/workspace/change.ts';
import { changeTag } from '../../../core/workspace/change-tag.ts';
import type { EditContext } from '../../../core/workspace/edit-context.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import type { TagOperation } from '../../../core/workspace/tag-operation.ts';
import { traceChange, withoutTraces } from '../../../core/workspace/trace-change.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import { idOf, passageAt, take } from '../workspace/small-workspace.ts';
import { workOf } from './any-work.ts';

let clock = Date.UTC(2026, 0, 2);

/** The next moment of a clock that everybody shares. */
function tick(): string {
  clock += 1_000;
  return new Date(clock).toISOString();
}

/** Somebody at their workspace. */
export class Researcher {
  workspace: Workspace;
  #last: Change | null = null;
  #made = 0;

  constructor(readonly name: string) {
    const made = newWorkspace(name.toLowerCase());
    this.workspace = { ...made, settings: { ...made.settings, name } };
  }

  do(make: (workspace: Workspace, context: EditContext) => Result<Change>): this {
    const newId = (): string => {
      this.#made += 1;
      return `${this.workspace.id}-${this.#made}`;
    };
    const change = take(make(this.workspace, { now: tick(), newId }));
    return this.#apply(traceChange(this.workspace, change, tick()));
  }

  /** Highlights the passage that begins at `start`, and gives the highlight's id. */
  highlight(start: number, tags: readonly string[] = [], note = '', isNotePrivate = false): string {
    const before = new Set(Object.keys(this.workspace.highlights));
    this.do((workspace, context) =>
      addHighlight(workspace, { ...passageAt(start, start + 7, tags, note), isNotePrivate }, context),
    );
    return Object.keys(this.workspace.highlights).find((id) => !before.has(id)) ?? '';
  }

  note(id: string, note: string, isNotePrivate = false): this {
    return this.do((workspace, context) => editHighlight(workspace, id, { note, isNotePrivate }, context));
  }

  tag(id: string, tags: readonly string[]): this {
    return this.do((workspace, context) => editHighlight(workspace, id, { tags: [...tags] }, context));
  }

  delete(id: string): this {
    return this.do((workspace, context) => deleteHighlights(workspace, [id], context));
  }

  /** Deletes it, and undoes that, as the services do: what is there again is written anew. */
  deleteAndUndo(id: string): this {
    this.delete(id);
    if (!this.#last) throw new Error('Nothing was deleted.');
    return this.#apply(traceChange(this.workspace, withoutTraces(invertChange(this.#last)), tick()));
  }

  codebook(operation: TagOperation): this {
    return this.do((workspace, context) => changeTag(workspace, operation, context));
  }

  rename(path: string, name: string): this {
    return this.codebook({ do: 'rename', id: idOf(this.workspace, path), name });
  }

  /** What they give to others. */
  send(choice: Partial<WorkChoice> = {}): Work {
    return unfoldWork(this.workspace, [], { ...wholeWork, ...choice });
  }

  compare(theirs: Work): MergeItem[] {
    return compareWork(workOf(this.workspace), theirs);
  }

  merge(theirs: Work, rule: MergeRule = 'later', choices: Readonly<Record<string, MergeRule>> = {}): this {
    return this.#apply(mergeChange(this.workspace, theirs, { rule, choices, now: tick() }));
  }

  /** Takes the last merge back, as the services do it: with all that it brought. */
  undoMerge(): this {
    if (this.#last?.summary.kind !== 'merge-work') throw new Error('The last change was no merge.');
    return this.#apply(invertChange(this.#last));
  }

  noteOf(id: string): string | undefined {
    return this.workspace.highlights[id]?.note;
  }

  #apply(change: Change): this {
    this.#last = change;
    this.workspace = applyChange(this.workspace, change);
    return this;
  }
}

/** Two people, the second with all that the first has. */
export function twoPeople(begin: (anna: Researcher) => void = () => undefined): readonly [Researcher, Researcher] {
  const [anna, boris] = [new Researcher('Anna'), new Researcher('Boris')];
  begin(anna);
  boris.merge(anna.send());
  anna.merge(boris.send());
  return [anna, boris];
}
