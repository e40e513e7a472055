import type { Passage } from '../../core/text/passage.ts';

/** A place in a statement that its user asked to see: a search hit, or a highlight. */
export type Goal =
  | { readonly kind: 'found'; readonly statement: string; readonly passage: Passage }
  | { readonly kind: 'highlight'; readonly statement: string; readonly passage: Passage; readonly highlight: string };
