import { useEffect, useState } from 'react';

/** Whether what is dragged are files, from outside the window. */
function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** Who may take what is dropped: what is in the window, or, where a dialog is open, what is in that. */
type DropPlace = 'window' | 'dialog';

function placeOf({ target }: DragEvent): DropPlace {
  return target instanceof Element && target.closest('.dialog, .backdrop') !== null ? 'dialog' : 'window';
}

/**
 * Takes files and folders that are dropped anywhere in the window while the component is on the screen, so that the browser does
 * not open one that misses; but not while a dialog is open, where it is not in that. Gives whether they are held over the window. With
 * `null` nothing is taken.
 */
export function useFileDrops(onDrop: ((dropped: DataTransfer) => void) | null, place: DropPlace = 'window'): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!onDrop) return;
    const hold = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(placeOf(event) === place);
    };
    const leave = (event: DragEvent): void => {
      // Between two elements of the page there is another one.
      if (event.relatedTarget === null) setOver(false);
    };
    const take = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer && placeOf(event) === place) onDrop(event.dataTransfer);
    };
    addEventListener('dragover', hold);
    addEventListener('dragleave', leave);
    addEventListener('drop', take);
    return () => {
      removeEventListener('dragover', hold);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', take);
      setOver(false);
    };
  }, [onDrop, place]);
  return isOver;
}
