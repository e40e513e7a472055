import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';
import { limitPane, type PaneSize, type Panes, parsePanes } from './panes.ts';

const key = 'attest.panes';

interface PanesInUse {
  readonly panes: Panes;
  /** Gives a pane another size in pixels, within its limits; `null` for the one it begins with. */
  readonly resize: (pane: PaneSize, px: number | null) => void;
  /** Whether everything but the text is put away for a while. */
  readonly isFocused: boolean;
  readonly focus: (isFocused: boolean) => void;
  /** Hides panes or shows them again. */
  readonly show: (part: Partial<Omit<Panes, 'sizes'>>) => void;
}

const PanesContext = createContext<PanesInUse | null>(null);

/** Holds how the panes are arranged, and keeps it on this device. */
export function PanesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [panes, setPanes] = useState(() => parsePanes(readFromDevice(key)));
  const [isFocused, setFocused] = useState(false);
  const latest = useRef(panes);
  const put = useCallback((next: Panes) => {
    latest.current = next;
    setPanes(next);
    keepOnDevice(key, next);
  }, []);
  const resize = useCallback(
    (pane: PaneSize, px: number | null) => {
      const size = px === null ? null : limitPane(pane, px);
      put({ ...latest.current, sizes: { ...latest.current.sizes, [pane]: size } });
    },
    [put],
  );
  const show = useCallback((part: Partial<Omit<Panes, 'sizes'>>) => put({ ...latest.current, ...part }), [put]);
  const inUse = useMemo(
    () => ({ panes, resize, show, isFocused, focus: setFocused }),
    [panes, resize, show, isFocused],
  );
  return <PanesContext value={inUse}>{children}</PanesContext>;
}

/** The panes and how to arrange them. Throws outside of the provider. */
export function usePanes(): PanesInUse {
  const inUse = useContext(PanesContext);
  if (!inUse) throw new Error('usePanes needs a PanesProvider above it');
  return inUse;
}
