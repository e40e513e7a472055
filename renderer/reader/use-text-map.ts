import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { TextMap } from './text-map.ts';

/** The map of the statement's text in `article`; `null` before it is on the page. The article's text must not change. */
export function useTextMap(article: RefObject<HTMLElement | null>): () => TextMap | null {
  const map = useRef<TextMap | null>(null);
  useLayoutEffect(() => {
    map.current = article.current ? new TextMap(article.current) : null;
  }, [article]);
  return useCallback(() => map.current, []);
}
