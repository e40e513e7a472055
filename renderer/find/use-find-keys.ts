import { useEffect, useRef } from 'react';

interface FindKeys {
  readonly onFind: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Ctrl+F, or Command+F, finds in the statement; F3 and Shift+F3 go on. Anywhere but in a dialog. */
export function useFindKeys(keys: FindKeys): void {
  const present = useRef(keys);
  useEffect(() => {
    present.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      const hasCommand = event.ctrlKey || event.metaKey;
      if (hasCommand && !event.shiftKey && event.key.toLowerCase() === 'f') {
        event.preventDefault();
        present.current.onFind();
      } else if (!hasCommand && event.key === 'F3') {
        event.preventDefault();
        present.current.onStep(event.shiftKey ? -1 : 1);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
