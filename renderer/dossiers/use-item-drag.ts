import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect } from 'react';

/** By this, what is dragged is known to be an item of a dossier. */
const draggedItem = 'dossierItem';

/** How far inside the row the pointer stands while it drags, in pixels. */
const previewInsetPx = 16;

interface ItemDrag {
  readonly id: string;
  /** The place of the item in the list. */
  readonly index: number;
  /** Says before which item the dragged would be dropped now; `null` where the drag has left or ended. */
  readonly onAim: (index: number | null) => void;
  /** The item `id` was dropped before the one at `index`. */
  readonly onDrop: (id: string, index: number) => void;
}

/** Makes a row draggable by its handle, and a place to drop rows before or after. */
export function useItemDrag(
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  { id, index, onAim, onDrop }: ItemDrag,
): void {
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (!element || !dragHandle) return;
    const aimAt = (clientY: number): number => {
      const { top, height } = element.getBoundingClientRect();
      return clientY < top + height / 2 ? index : index + 1;
    };
    return combine(
      // The handle alone: in an element that can be dragged, no words can be selected.
      draggable({
        element: dragHandle,
        onGenerateDragPreview: ({ nativeSetDragImage }) =>
          nativeSetDragImage?.(element, previewInsetPx, previewInsetPx),
        getInitialData: () => ({ [draggedItem]: id }),
        onDragStart: () => element.setAttribute('data-dragged', ''),
        onDrop: () => {
          element.removeAttribute('data-dragged');
          onAim(null);
        },
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => draggedItem in source.data,
        onDrag: ({ location }) => onAim(aimAt(location.current.input.clientY)),
        onDragLeave: () => onAim(null),
        onDrop: ({ source, location }) => {
          const dragged = source.data[draggedItem];
          onAim(null);
          if (typeof dragged === 'string') onDrop(dragged, aimAt(location.current.input.clientY));
        },
      }),
    );
  }, [row, handle, id, index, onAim, onDrop]);
}
