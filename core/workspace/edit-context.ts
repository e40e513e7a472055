import type { Selector } from '../anchoring/selector.ts';
import type { Highlight } from '../highlights/highlight.ts';

/** Finds a highlight, other than `except`, that marks exactly this passage. */
export interface PassageFinder {
  readonly find: (statement: string, selector: Selector, except?: string | null) => Highlight | null;
}

/** What an edit takes from outside: the time it happens (ISO 8601, UTC) and a source of unused ids. */
export interface EditContext {
  readonly now: string;
  readonly newId: () => string;
  /** Where there is an index of the workspace's passages; without it, they are looked through. */
  readonly passages?: PassageFinder;
}
