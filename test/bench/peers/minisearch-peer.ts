import { requirePeer } from './load-peer.ts';

/** The little of MiniSearch that is used here. */
export interface MiniSearch {
  readonly addAll: (documents: readonly { readonly id: number; readonly text: string }[]) => void;
  readonly search: (
    query: string,
    options?: { readonly combineWith?: 'AND' | 'OR'; readonly prefix?: boolean },
  ) => readonly { readonly id: number }[];
}

/** An empty MiniSearch index as it comes, over the field `text`. */
export function openMiniSearch(folder: string): MiniSearch {
  // A CommonJS module whose one export is the class.
  const Class = requirePeer(folder, 'minisearch') as new (options: {
    readonly fields: readonly string[];
  }) => MiniSearch;
  return new Class({ fields: ['text'] });
}
