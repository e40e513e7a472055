import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** A dialog out of which something is chosen, which is then done as if it had been chosen where the focus was before. */
interface PassingDialog {
  readonly isOpen: boolean;
  readonly open: () => void;
  /** Opens it, or closes it and gives the focus back, before another key can come. */
  readonly setOpen: (isOpen: boolean) => void;
  /** Closes it, gives the focus back, and only then acts: what is done may move the focus, or ask where it is. */
  readonly closeAnd: (act: () => void) => void;
  /** For Base UI, which otherwise would give the focus back later than that. */
  readonly finalFocus: false;
}

/** The state of such a dialog. */
export function usePassingDialog(): PassingDialog {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const open = useCallback(() => {
    opener.current = document.activeElement;
    setOpen(true);
  }, []);
  const closeAnd = useCallback((act: () => void) => {
    flushSync(() => setOpen(false));
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    act();
  }, []);
  const change = (next: boolean): void => (next ? open() : closeAnd(() => undefined));
  return { isOpen, open, setOpen: change, closeAnd, finalFocus: false };
}
