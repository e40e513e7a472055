import { useEffect, useRef } from 'react';
import type { Tag } from '../../core/tags/tag.ts';
import { pathOf } from '../../core/tags/tag-tree.ts';
import { isTyping } from '../controls/is-typing.ts';

interface ReaderKeys {
  /** Brings what is marked in step with what is selected, before a key acts on it. */
  readonly onBefore: () => void;
  /** `false` while nothing is selected: then only the steps from highlight to highlight work. */
  readonly isMarking: boolean;
  readonly tags: readonly Tag[];
  readonly onTag: (path: string) => void;
  readonly onMore: () => void;
  readonly onNote: () => void;
  readonly onCite: () => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
  /** Goes to the handle at one end of the passage. */
  readonly onHandle: (end: 'start' | 'end') => void;
  /** Goes to the next highlight, or the one before. */
  readonly onStep: (by: 1 | -1) => void;
  /** Goes to the bar at the passage. */
  readonly onBar: () => void;
}

function actionFor(event: KeyboardEvent, keys: ReaderKeys): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  if (event.altKey) {
    const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
    const by = steps[event.key];
    return by && (() => keys.onStep(by));
  }
  if (!keys.isMarking) return undefined;
  const tag = keys.tags.find(({ shortcut }) => shortcut !== null && String(shortcut) === event.key);
  if (tag) return () => keys.onTag(pathOf(keys.tags, tag.id) ?? tag.name);
  // The bar is at the page's end, but belongs right after the text.
  const isOnText =
    event.target === document.body || (event.target instanceof Element && event.target.matches('.statement'));
  if (event.key === 'Tab') return isOnText && !event.shiftKey ? keys.onBar : undefined;
  const actions: Readonly<Record<string, () => void>> = {
    t: keys.onMore,
    n: keys.onNote,
    c: keys.onCite,
    delete: keys.onDelete,
    backspace: keys.onDelete,
    escape: keys.onClose,
    '[': () => keys.onHandle('start'),
    ']': () => keys.onHandle('end'),
  };
  return actions[event.key.toLowerCase()];
}

/**
 * The keys of the reader: on a passage, digits for tags, T, N, C, Delete, Escape, and [ or ] for its ends; anywhere,
 * Alt with the arrows to go from highlight to highlight. Never while text is typed.
 */
export function useReaderKeys(keys: ReaderKeys): void {
  const present = useRef(keys);
  useEffect(() => {
    present.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event)) return;
      present.current.onBefore();
      const action = actionFor(event, present.current);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
