import { type KeyboardEvent, useCallback } from 'react';
import type { DossierItem } from '../../core/dossiers/dossier.ts';
import { keyOf } from '../commands/keys.ts';
import { usePlainKeys } from '../commands/use-commands.tsx';
import type { Insertion } from './inserter.tsx';
import { type Move, stepMove } from './move-items.ts';
import type { ItemSelection } from './use-item-selection.ts';

/** How many items Page Up and Page Down go by. */
const page = 8;

const stepKeys: Readonly<Record<string, 1 | -1>> = { arrowdown: 1, arrowup: -1 };

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
 * with an arrow select; H and T add, where letters alone are keys; Delete removes; Enter edits or opens.
 */
export function useItemKeys(
  items: readonly DossierItem[],
  selection: ItemSelection,
  actions: ItemActions,
): (event: KeyboardEvent, index: number) => void {
  const { onMove, onRemove, onInsert, onEnter, onGo } = actions;
  const { areOn: hasPlainKeys } = usePlainKeys();
  return useCallback(
    (event, index) => {
      const item = items[index];
      if (!item) return;
      const last = items.length - 1;
      const { altKey, shiftKey } = event;
      const key = keyOf(event);
      const isCommand = event.ctrlKey || event.metaKey;
      const step = stepKeys[key];
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
      if (isCommand) return key === 'a' ? run(selection.selectAll) : undefined;
      if (altKey) return;
      const jumps: Readonly<Record<string, number>> = {
        arrowdown: index + 1,
        arrowup: index - 1,
        pagedown: index + page,
        pageup: index - page,
        home: 0,
        end: last,
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
        space: () => selection.toggle(item.id),
        enter: () => onEnter(item),
        escape: selection.clear,
        delete: () => onRemove([...selection.aboutItem(item.id)]),
        backspace: () => onRemove([...selection.aboutItem(item.id)]),
        ...(hasPlainKeys && {
          h: () => onInsert('heading', index + 1),
          t: () => onInsert('text', index + 1),
        }),
      };
      const command = commands[key];
      if (command) run(command);
    },
    [items, selection, hasPlainKeys, onMove, onRemove, onInsert, onEnter, onGo],
  );
}
