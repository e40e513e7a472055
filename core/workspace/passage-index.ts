import type { Selector } from '../anchoring/selector.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { Change } from './change.ts';
import type { EditContext } from './edit-context.ts';
import type { Workspace } from './workspace.ts';

/** What highlights of the same passage have in common, and hardly any others. */
const keyOf = (statement: string, { start, end }: Selector): string => `${statement} ${start} ${end}`;

/** Whether `highlight` marks exactly the passage of `selector`, in the same bytes of the same statement. An orphan marks none. */
function isSamePassage(highlight: Highlight, statement: string, selector: Selector): boolean {
  const { quote, start, end, source } = highlight.selector;
  return (
    !highlight.orphan &&
    highlight.statement === statement &&
    quote === selector.quote &&
    start === selector.start &&
    end === selector.end &&
    source === selector.source
  );
}

/** Finds highlights by the passage they mark, without looking through all of them. Kept in step by `update`. */
export class PassageIndex {
  readonly #byPassage = new Map<string, Highlight[]>();

  constructor(highlights: Iterable<Highlight>) {
    for (const highlight of highlights) this.#add(highlight);
  }

  /** Follows a change of the workspace. */
  update({ patches }: Change): void {
    for (const patch of patches) {
      if (patch.of !== 'highlight') continue;
      if (patch.before) this.#remove(patch.before);
      if (patch.after) this.#add(patch.after);
    }
  }

  /** A highlight, other than `except`, that marks exactly this passage; `null` where there is none. */
  find(statement: string, selector: Selector, except: string | null = null): Highlight | null {
    const there = this.#byPassage.get(keyOf(statement, selector)) ?? [];
    return there.find((other) => other.id !== except && isSamePassage(other, statement, selector)) ?? null;
  }

  #add(highlight: Highlight): void {
    const key = keyOf(highlight.statement, highlight.selector);
    this.#byPassage.set(key, [...(this.#byPassage.get(key) ?? []), highlight]);
  }

  #remove({ id, statement, selector }: Highlight): void {
    const key = keyOf(statement, selector);
    const left = (this.#byPassage.get(key) ?? []).filter((other) => other.id !== id);
    if (left.length === 0) this.#byPassage.delete(key);
    else this.#byPassage.set(key, left);
  }
}

/** A highlight, other than `except`, that marks exactly this passage: by the index where the context has one. */
export function findTwin(
  workspace: Workspace,
  { passages }: EditContext,
  statement: string,
  selector: Selector,
  except: string | null = null,
): Highlight | null {
  return (passages ?? new PassageIndex(Object.values(workspace.highlights))).find(statement, selector, except);
}
