import { useLayoutEffect, useRef } from 'react';
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

/** The text with the handles, the bar, and the marked highlight's place in the list: there, keys are about the passage. */
const atPassage = '.statement, .selection-bar, .card-open[aria-current="true"]';
/** What is open in the bar has keys of its own. */
const panels = '.tag-picker, .note-editor, .elsewhere';

/** Whether the focus is at the passage, or on what holds the text and everything else, as after a click beside it. */
function isAtPassage(target: Element): boolean {
  if (target.closest(atPassage)) return !target.closest(panels);
  return target.querySelector('.statement') !== null;
}

function plainActionFor(event: KeyboardEvent, keys: ReaderKeys): (() => void) | undefined {
  if (matchesKeys(event, '[', isMac())) return () => keys.onHandle('start');
  if (matchesKeys(event, ']', isMac())) return () => keys.onHandle('end');
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const key = keyOf(event);
  const tag = keys.tags.find(({ shortcut }) => shortcut !== null && String(shortcut) === key);
  if (tag) return () => keys.onTag(pathOf(keys.tags, tag.id) ?? tag.name);
  const actions: Readonly<Record<string, () => void>> = {
    t: keys.onMore,
    n: keys.onNote,
    e: keys.onElsewhere,
    c: keys.onCite,
  };
  return actions[key];
}

function actionFor(event: KeyboardEvent, keys: ReaderKeys, hasPlainKeys: boolean): (() => void) | undefined {
  const { target } = event;
  if (!keys.isMarking || !(target instanceof Element)) return undefined;
  const isHere = isAtPassage(target);
  const plain = isHere && hasPlainKeys ? plainActionFor(event, keys) : undefined;
  if (plain || event.ctrlKey || event.metaKey || event.altKey) return plain;
  const key = keyOf(event);
  if (key === 'escape') return keys.onClose;
  if (key === 'delete' || key === 'backspace') return isHere ? keys.onDelete : undefined;
  // The bar is at the page's end, but belongs right after the text.
  const isOnText = target === document.body || target.matches('.statement');
  return key === 'tab' && isOnText && !event.shiftKey ? keys.onBar : undefined;
}

/**
 * The keys of the reader: with the focus at a marked passage, digits for tags, T, N, C, E, Delete, and [ or ] for its ends;
 * anywhere, Escape, and Alt with the arrows to go from highlight to highlight. Never while text is typed; of characters
 * alone, none where they are turned off.
 */
export function useReaderKeys(keys: ReaderKeys): void {
  const { isActive } = keys;
  const known = useKnownCommands();
  // What a key does is about what is marked after `onBefore`, and that renders anew: what was given before it is stale.
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  const inStep = (): ReaderKeys => {
    latest.current.onBefore();
    return latest.current;
  };
  const step = (by: 1 | -1): void => inStep().onStep(by);
  useKeyTaker((event, hasPlainKeys) => {
    if (!isActive || isTyping(event)) return false;
    const action = actionFor(event, inStep(), hasPlainKeys);
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
