import { useEffect } from 'react';
import type { Tag } from '../../core/tags/tag.ts';
import { isTyping } from '../controls/is-typing.ts';

interface ReaderKeys {
  /** `false` while nothing is selected: then the keys below do nothing. */
  readonly isMarking: boolean;
  readonly tags: readonly Tag[];
  readonly onTag: (name: string) => void;
  readonly onMore: () => void;
  readonly onNote: () => void;
  readonly onCite: () => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** The keys that work on the selected passage: digits for tags, T, N, C, Delete, Escape. Never while text is typed. */
export function useReaderKeys(keys: ReaderKeys): void {
  useEffect(() => {
    if (!keys.isMarking) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const tag = keys.tags.find(({ shortcut }) => shortcut !== null && String(shortcut) === event.key);
      const actions: Readonly<Record<string, () => void>> = {
        t: keys.onMore,
        n: keys.onNote,
        c: keys.onCite,
        delete: keys.onDelete,
        backspace: keys.onDelete,
        escape: keys.onClose,
      };
      const action = tag ? () => keys.onTag(tag.name) : actions[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}
