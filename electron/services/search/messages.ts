import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import type { LibraryParts } from '../library/library.ts';
import type { AnnotationNews, SearchFile } from './searcher.ts';

/** What a search thread is started with. */
export interface SearchThreadData {
  readonly library: LibraryParts;
  readonly file: SearchFile | null;
}

/** What the thread is asked and told. Only what has an `id` is answered. */
export type SearchRequestMessage =
  | { readonly kind: 'search'; readonly id: number; readonly request: CallInput<'search'> }
  | { readonly kind: 'find'; readonly id: number; readonly request: CallInput<'findInStatement'> }
  | { readonly kind: 'elsewhere'; readonly id: number; readonly request: CallInput<'findElsewhere'> }
  | { readonly kind: 'single-sources'; readonly id: number; readonly request: CallInput<'findSingleSources'> }
  | { readonly kind: 'tell'; readonly news: AnnotationNews }
  | { readonly kind: 'close'; readonly id: number };

type Answer = CallOutput<'search' | 'findInStatement' | 'findElsewhere' | 'findSingleSources'>;

/** What the thread answers. */
export type SearchAnswerMessage =
  | { readonly id: number; readonly answer: Answer | null }
  | { readonly id: number; readonly failure: string };
