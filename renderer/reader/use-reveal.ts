import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Statement } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import type { Goal } from '../state/goal.ts';
import { foldsAround } from './statement-text.tsx';
import type { TextMap } from './text-map.ts';

/** The pixels that stay free above a passage that is brought into sight. */
const headroomPx = 140;

interface Revealing {
  readonly openFolds: ReadonlySet<number>;
  readonly onFoldChange: (fold: number, isOpen: boolean) => void;
  /** Opens the folds that a passage reaches into; says whether any was closed. */
  readonly unfold: (passage: Passage) => boolean;
  /** Brings a passage into sight, opening folds where it lies in one. */
  readonly reveal: (passage: Passage) => void;
}

/** The folds of a statement, and bringing passages into sight: any on demand, and `goal` as soon as it is there. */
export function useReveal(
  scroller: RefObject<HTMLElement | null>,
  statement: Statement,
  mapOf: () => TextMap | null,
  goal: Goal | null,
  onArrived: (goal: Goal) => void,
): Revealing {
  const [openFolds, setOpenFolds] = useState<ReadonlySet<number>>(new Set());
  const isOpen = useRef(openFolds);
  isOpen.current = openFolds;

  const onFoldChange = useCallback((fold: number, isToOpen: boolean) => {
    setOpenFolds((before) => new Set(isToOpen ? [...before, fold] : [...before].filter((other) => other !== fold)));
  }, []);
  const unfold = useCallback(
    (passage: Passage): boolean => {
      const closed = foldsAround(statement.blocks, passage).filter((fold) => !isOpen.current.has(fold));
      if (closed.length > 0) setOpenFolds((before) => new Set([...before, ...closed]));
      return closed.length > 0;
    },
    [statement],
  );
  const reveal = useCallback(
    (passage: Passage): void => {
      flushSync(() => unfold(passage));
      const rect = mapOf()?.rangesOf(passage)[0]?.getBoundingClientRect();
      const frame = scroller.current?.getBoundingClientRect();
      if (!rect || !frame) return;
      const isInSight = rect.top > frame.top + headroomPx / 2 && rect.bottom < frame.bottom - headroomPx;
      if (!isInSight) scroller.current?.scrollBy({ top: rect.top - frame.top - headroomPx });
    },
    [unfold, mapOf, scroller],
  );

  const reached = useRef<Goal | null>(null);
  useEffect(() => {
    if (!goal || reached.current === goal || goal.statement !== statement.summary.id) return;
    reached.current = goal;
    // React is still rendering here, and `reveal` renders at once: let it finish first.
    queueMicrotask(() => {
      reveal(goal.passage);
      onArrived(goal);
    });
  }, [goal, statement, reveal, onArrived]);

  return { openFolds, onFoldChange, unfold, reveal };
}
