import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { TextMap } from './text-map.ts';

/** Keeps what is selected, and the caret, at their words when the text is laid out in other elements. */
export function useKeptSelection(article: RefObject<HTMLElement | null>, mapOf: () => TextMap | null): void {
  const last = useRef<{ readonly anchor: number; readonly focus: number } | null>(null);
  useLayoutEffect(() => {
    const root = article.current;
    const selection = document.getSelection();
    const map = mapOf();
    if (!root || !selection || !map || !last.current) return;
    const isHere = root.contains(selection.focusNode);
    const isInText = selection.focusNode && map.offsetAt(selection.focusNode, selection.focusOffset) !== null;
    if (!isHere || isInText) return;
    const [anchor, focus] = [map.pointAt(last.current.anchor), map.pointAt(last.current.focus)];
    if (anchor && focus) selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  }, [article, mapOf]);
  useEffect(() => {
    const onSelectionChange = (): void => {
      const selection = document.getSelection();
      const map = mapOf();
      if (!selection?.anchorNode || !selection.focusNode || !map) return;
      const anchor = map.offsetAt(selection.anchorNode, selection.anchorOffset);
      const focus = map.offsetAt(selection.focusNode, selection.focusOffset);
      if (anchor !== null && focus !== null) last.current = { anchor, focus };
    };
    document.addEventListener('selectionchange', onSelectionChange);
    return () => document.removeEventListener('selectionchange', onSelectionChange);
  }, [mapOf]);
}
