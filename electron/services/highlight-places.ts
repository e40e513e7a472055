import { peopleOf } from '../../core/agreement/people.ts';
import { type Highlight, inReadingOrder, type PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Change } from '../../core/workspace/change.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import type { Library } from './library/library.ts';
import { createPlacer } from './place-highlight.ts';

/** The highlights of a workspace with where they stand, found by their statement without looking at all the others. */
export class HighlightPlaces {
  readonly #library: Library;
  readonly #workspace: () => Workspace;
  readonly #place: (highlight: Highlight) => PlacedHighlight;
  /** The ids of the highlights in each statement; made when somebody first asks. */
  #byStatement: Map<string, string[]> | null = null;

  constructor(library: Library, workspace: () => Workspace) {
    this.#library = library;
    this.#workspace = workspace;
    this.#place = createPlacer(library.statements, (id) => library.isPresumed(id));
  }

  /** All of them, where there are no more than `most`, as a session has them: else how many there are. */
  upTo(most: number): { readonly highlights: PlacedHighlight[]; readonly unread?: number } {
    const count = Object.keys(this.#workspace().highlights).length;
    return count > most ? { highlights: [], unread: count } : { highlights: this.all };
  }

  /** All of them, in reading order. */
  get all(): PlacedHighlight[] {
    return Object.values(this.#workspace().highlights)
      .map((highlight) => this.place(highlight))
      .sort(inReadingOrder(this.#library.summaries.map(({ id }) => id)));
  }

  /** A highlight with its place. */
  place(highlight: Highlight): PlacedHighlight {
    const people = peopleOf(this.#workspace(), highlight);
    const placed = this.#place(highlight);
    return people ? { ...placed, people } : placed;
  }

  /** The highlight with the id, with its place; `null` where there is none. */
  find(id: string): PlacedHighlight | null {
    const { highlights } = this.#workspace();
    const highlight = Object.hasOwn(highlights, id) ? highlights[id] : undefined;
    return highlight ? this.place(highlight) : null;
  }

  /** The highlight with the id, placed in the text as it is found on the disk; `null` where there is none. */
  settled(id: string): PlacedHighlight | null {
    const found = this.find(id);
    if (found) this.#library.tryToRead(found.statement);
    return found && this.find(id);
  }

  /** Those of one statement. */
  in(statement: string): PlacedHighlight[] {
    const { highlights } = this.#workspace();
    return [...(this.#index().get(statement) ?? [])].flatMap((id) => {
      const highlight = highlights[id];
      return highlight ? this.place(highlight) : [];
    });
  }

  /** Those of several statements, in no order; with `null`, those whose statement is not in the library. */
  among(statements: readonly string[] | null): PlacedHighlight[] {
    if (statements) return statements.flatMap((statement) => this.in(statement));
    const listed = new Set(this.#library.summaries.map(({ id }) => id));
    return [...this.#index().keys()].flatMap((statement) => (listed.has(statement) ? [] : this.in(statement)));
  }

  /** Follows a change that the workspace has already. */
  follow({ patches }: Change): void {
    const index = this.#byStatement;
    if (!index) return;
    for (const patch of patches) {
      if (patch.of !== 'highlight') continue;
      if (patch.before) this.#drop(index, patch.before);
      if (patch.after) this.#put(index, patch.after);
    }
  }

  #put(index: Map<string, string[]>, { id, statement }: Highlight): void {
    const ids = index.get(statement);
    if (ids) ids.push(id);
    else index.set(statement, [id]);
  }

  #drop(index: Map<string, string[]>, { id, statement }: Highlight): void {
    const ids = index.get(statement)?.filter((one) => one !== id) ?? [];
    if (ids.length === 0) index.delete(statement);
    else index.set(statement, ids);
  }

  #index(): ReadonlyMap<string, readonly string[]> {
    if (this.#byStatement) return this.#byStatement;
    const index = new Map<string, string[]>();
    const { highlights } = this.#workspace();
    for (const id in highlights) {
      const highlight = highlights[id];
      if (highlight) this.#put(index, highlight);
    }
    this.#byStatement = index;
    return index;
  }
}
