import type { Tag } from '../../core/tags/tag.ts';
import { pathOf } from '../../core/tags/tag-tree.ts';
import { isMac } from '../commands/is-mac.ts';
import { keyOf, matchesKeys } from '../commands/keys.ts';
import { useCommands, useKeyTaker } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { isTyping } from '../controls/is-typing.ts';

interface ReaderKeys {
  /** `false` while another statement is worked in. */
  readonly isActive: boolean;
  /** Brings what is marked in step with what is selected, before a key acts on it. */
  readonly onBefore: () => void;
  /** `false` while nothing is selected: then only the steps from highlight to highlight work. */
  readonly isMarking: boolean;
  readonly tags: readonly Tag[];
  readonly onTag: (path: string) => void;
  readonly onMore: () => void;
  readonly onNote: () => void;
  /** Shows what other statements say that is like the passage. */
  readonly onElsewhere: () => void;
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
  if (!keys.isMarking) return undefined;
  if (matchesKeys(event, '[', isMac())) return () => keys.onHandle('start');
  if (matchesKeys(event, ']', isMac())) return () => keys.onHandle('end');
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const key = keyOf(event);
  const tag = keys.tags.find(({ shortcut }) => shortcut !== null && String(shortcut) === key);
  if (tag) return () => keys.onTag(pathOf(keys.tags, tag.id) ?? tag.name);
  // The bar is at the page's end, but belongs right after the text.
  const isOnText =
    event.target === document.body || (event.target instanceof Element && event.target.matches('.statement'));
  if (key === 'tab') return isOnText && !event.shiftKey ? keys.onBar : undefined;
  const actions: Readonly<Record<string, () => void>> = {
    t: keys.onMore,
    n: keys.onNote,
    e: keys.onElsewhere,
    c: keys.onCite,
    delete: keys.onDelete,
    backspace: keys.onDelete,
    escape: keys.onClose,
  };
  return actions[key];
}

/**
 * The keys of the reader: on a passage, digits for tags, T, N, C, E, Delete, Escape, and [ or ] for its ends; anywhere,
 * Alt with the arrows to go from highlight to highlight. Never while text is typed.
 */
export function useReaderKeys(keys: ReaderKeys): void {
  const { isActive, onBefore, onStep } = keys;
  const known = useKnownCommands();
  const step = (by: 1 | -1): void => {
    onBefore();
    onStep(by);
  };
  useKeyTaker((event) => {
    if (!isActive || isTyping(event)) return false;
    onBefore();
    const action = actionFor(event, keys);
    if (!action) return false;
    event.preventDefault();
    action();
    return true;
  });
  useCommands([
    { ...known['highlight.next'], isAvailable: isActive, run: () => step(1) },
    { ...known['highlight.previous'], isAvailable: isActive, run: () => step(-1) },
  ]);
}
