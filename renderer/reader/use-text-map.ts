import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { Block } from '../../core/statements/block.ts';
import type { PageStart } from '../../core/statements/page-start.ts';
import { TextMap } from './text-map.ts';

/**
 * The map of the statement's text in `article`; `null` before it is on the page. Whatever lays the text out in other elements, its
 * blocks and its pages, gives another function, so that who works with the elements begins anew.
 */
export function useTextMap(
  article: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
  pages: readonly PageStart[],
): () => TextMap | null {
  const map = useRef<TextMap | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other blocks and pages are other elements
  useLayoutEffect(() => {
    map.current = article.current ? new TextMap(article.current) : null;
  }, [article, blocks, pages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other blocks and pages are other elements
  return useCallback(() => map.current, [blocks, pages]);
}
