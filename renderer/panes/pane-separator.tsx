import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { limitPane, type PaneSize, paneLimits } from './panes.ts';
import { usePanes } from './use-panes.tsx';

interface PaneSeparatorProps {
  readonly size: PaneSize;
  readonly label: string;
  /** The pane that it gives its size to. */
  readonly pane: RefObject<HTMLElement | null>;
  /** Takes the pane away. */
  readonly onHide: () => void;
}

/** Pixels that an arrow key moves the separator by; with Shift, the second. */
const stepPx = 16;
const longStepPx = 64;

/** Whether the size grows as the separator goes right or down. */
const growsForward: Readonly<Record<PaneSize, boolean>> = {
  libraryWidth: true,
  highlightsWidth: false,
  highlightsHeight: false,
  besideWidth: false,
  pagesWidth: false,
};

function arrowOf(key: string, isRow: boolean): -1 | 0 | 1 {
  if (key === (isRow ? 'ArrowUp' : 'ArrowLeft')) return -1;
  return key === (isRow ? 'ArrowDown' : 'ArrowRight') ? 1 : 0;
}

/**
 * The edge of a pane: dragged, or moved with the arrow keys, Home and End; Enter or a double click hides the pane.
 * It starts from the size that the pane has on the page, which a narrow window may have made less than what was chosen.
 */
export function PaneSeparator({ size, label, pane, onHide }: PaneSeparatorProps): ReactNode {
  const { resize } = usePanes();
  const [now, setNow] = useState<number | null>(null);
  const dragged = useRef<{ readonly from: number; readonly size: number } | null>(null);
  const isRow = size === 'highlightsHeight';
  const direction = growsForward[size] ? 1 : -1;
  const { min, max } = paneLimits[size];

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const box = element.getBoundingClientRect();
      setNow(Math.round(isRow ? box.height : box.width));
    });
    observer.observe(element, { box: 'border-box' });
    return () => observer.disconnect();
  }, [pane, isRow]);

  const along = (event: PointerEvent): number => (isRow ? event.clientY : event.clientX);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (now === null) return;
    const arrow = arrowOf(event.key, isRow);
    const step = event.shiftKey ? longStepPx : stepPx;
    if (arrow !== 0) resize(size, now + arrow * direction * step);
    else if (event.key === 'Home') resize(size, min);
    else if (event.key === 'End') resize(size, max);
    else if (event.key === 'Enter') onHide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a separator that takes the focus can
    <div
      role="separator"
      className="pane-separator"
      data-size={size}
      tabIndex={0}
      aria-label={label}
      aria-orientation={isRow ? 'horizontal' : 'vertical'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={limitPane(size, now ?? min)}
      onKeyDown={onKeyDown}
      onDoubleClick={onHide}
      onPointerDown={(event) => {
        if (event.button !== 0 || now === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = { from: along(event), size: now };
      }}
      onPointerMove={(event) => {
        if (!dragged.current) return;
        resize(size, dragged.current.size + direction * (along(event) - dragged.current.from));
      }}
      onPointerUp={() => {
        dragged.current = null;
      }}
      onPointerCancel={() => {
        dragged.current = null;
      }}
    />
  );
}
