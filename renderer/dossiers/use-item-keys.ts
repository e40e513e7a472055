import { type KeyboardEvent, useCallback } from 'react';
import type { DossierItem } from '../../core/dossiers/dossier.ts';
import type { Insertion } from './inserter.tsx';
import { type Move, stepMove } from './move-items.ts';
import type { ItemSelection } from './use-item-selection.ts';

/** How many items Page Up and Page Down go by. */
const page = 8;

interface ItemActions {
  readonly onMove: (move: Move) => void;
  readonly onRemove: (ids: readonly string[]) => void;
  readonly onInsert: (kind: Insertion, at: number) => void;
  /** Enter: edits a heading or a text, opens an excerpt. */
  readonly onEnter: (item: DossierItem) => void;
  /** Puts the focus on the row at this place, once it is there. */
  readonly onGo: (index: number) => void;
}

/**
 * The keys of a row: arrows, Page Up, Page Down, Home and End go; Alt with an arrow moves what is selected; Space and Shift
 * with an arrow select; H and T add; Delete removes; Enter edits or opens.
 */
export function useItemKeys(
  items: readonly DossierItem[],
  selection: ItemSelection,
  actions: ItemActions,
): (event: KeyboardEvent, index: number) => void {
  const { onMove, onRemove, onInsert, onEnter, onGo } = actions;
  return useCallback(
    (event, index) => {
      const item = items[index];
      if (!item) return;
      const last = items.length - 1;
      const { key, altKey, shiftKey } = event;
      const isCommand = event.ctrlKey || event.metaKey;
      const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[key];
      const run = (action: () => void): void => {
        event.preventDefault();
        action();
      };
      if (altKey && step) {
        return run(() => {
          const move = stepMove(items, selection.aboutItem(item.id), step);
          if (move) onMove(move);
        });
      }
      if (isCommand) return key.toLowerCase() === 'a' ? run(selection.selectAll) : undefined;
      if (altKey) return;
      const jumps: Readonly<Record<string, number>> = {
        ArrowDown: index + 1,
        ArrowUp: index - 1,
        PageDown: index + page,
        PageUp: index - page,
        Home: 0,
        End: last,
      };
      const to = jumps[key];
      if (to !== undefined) {
        return run(() => {
          const next = Math.max(0, Math.min(last, to));
          const id = items[next]?.id;
          if (shiftKey && id !== undefined) selection.extend(id);
          onGo(next);
        });
      }
      const commands: Readonly<Record<string, () => void>> = {
        ' ': () => selection.toggle(item.id),
        Enter: () => onEnter(item),
        Escape: selection.clear,
        Delete: () => onRemove([...selection.aboutItem(item.id)]),
        Backspace: () => onRemove([...selection.aboutItem(item.id)]),
        h: () => onInsert('heading', index + 1),
        t: () => onInsert('text', index + 1),
      };
      const command = commands[key.length === 1 ? key.toLowerCase() : key];
      if (command) run(command);
    },
    [items, selection, onMove, onRemove, onInsert, onEnter, onGo],
  );
}
