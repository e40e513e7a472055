import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { Statement } from '../../core/statements/statement.ts';
import { type Utf16Offset, utf16 } from '../../core/text/offsets.ts';
import { type Passage, trimPassage } from '../../core/text/passage.ts';
import { type StepUnit, stepOffset } from '../../core/text/steps.ts';
import { usePlainKeys } from '../commands/use-commands.tsx';
import { useAnnounce } from '../controls/announcer.tsx';
import { readsLeftward } from './reads-leftward.ts';
import type { TextMap } from './text-map.ts';

type End = 'start' | 'end';

interface HandleBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** The passage with one end moved to `offset`; `null` where that would leave nothing. */
function moveEnd(passage: Passage, end: End, offset: Utf16Offset): Passage | null {
  const moved = { ...passage, [end]: offset };
  return moved.start < moved.end ? moved : null;
}

/** Whether the text around one end of a passage is set from right to left. */
function readsLeftwardAt(map: TextMap, passage: Passage, end: End): boolean {
  return readsLeftward(map.pointAt(end === 'start' ? passage.start : passage.end - 1)?.node ?? null);
}

/** The first or last line of the passage, at the side where its reading begins or ends: foreign words turn nothing round. */
function boxOf(article: HTMLElement, map: TextMap, passage: Passage, end: End): HandleBox | null {
  const rects = map.rangesOf(passage).flatMap((range) => [...range.getClientRects()]);
  const shown = rects.filter(({ width }) => width > 0);
  const rect = end === 'start' ? shown[0] : shown.at(-1);
  if (!rect) return null;
  const line = shown.filter(({ top, bottom }) => top < rect.bottom && rect.top < bottom);
  const isAtLeft = readsLeftwardAt(map, passage, end) === (end === 'end');
  const x = isAtLeft ? Math.min(...line.map(({ left }) => left)) : Math.max(...line.map(({ right }) => right));
  const origin = article.getBoundingClientRect();
  return { left: x - origin.left, top: rect.top - origin.top, height: rect.height };
}

interface PassageHandlesProps {
  readonly article: RefObject<HTMLElement | null>;
  readonly statement: Statement;
  readonly passage: Passage;
  readonly mapOf: () => TextMap | null;
  /** While an end is moved: the passage as it would be. */
  readonly onPreview: (passage: Passage) => void;
  /** The end is where it was meant to be: keep what was previewed. */
  readonly onMoved: (passage: Passage) => void;
  /** The keyboard is done with the handle. */
  readonly onLeave: () => void;
}

/**
 * A handle at either end of the passage that is worked on: dragged with the mouse, or moved with the arrow keys, by
 * character, with Ctrl by word, until Enter or Escape. What is kept never splits a character and has no space at its ends.
 */
export function PassageHandles(props: PassageHandlesProps): ReactNode {
  const { article, statement, passage, mapOf, onPreview, onMoved, onLeave } = props;
  const { t } = useLingui();
  const announce = useAnnounce();
  const { areOn: hasPlainKeys } = usePlainKeys();
  const [boxes, setBoxes] = useState<Readonly<Record<End, HandleBox | null>>>({ start: null, end: null });

  useEffect(() => {
    const place = (): void => {
      const map = mapOf();
      if (!map || !article.current) return;
      setBoxes({
        start: boxOf(article.current, map, passage, 'start'),
        end: boxOf(article.current, map, passage, 'end'),
      });
    };
    place();
    const observer = new ResizeObserver(place);
    if (article.current) observer.observe(article.current);
    return () => observer.disconnect();
  }, [article, passage, mapOf]);

  const drag = (end: End, event: PointerEvent<HTMLButtonElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const point = document.caretPositionFromPoint(event.clientX, event.clientY);
    const offset = point ? mapOf()?.offsetAt(point.offsetNode, point.offset) : null;
    const moved = offset == null ? null : moveEnd(passage, end, utf16(offset));
    if (moved) onPreview(moved);
  };
  const drop = (event: PointerEvent<HTMLButtonElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    event.currentTarget.releasePointerCapture(event.pointerId);
    const trimmed = trimPassage(statement.text, passage);
    if (trimmed) onMoved(trimmed);
  };
  const step = (end: End, event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
      return;
    }
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const map = mapOf();
    const leadsLeft = map ? readsLeftwardAt(map, passage, end) : false;
    const direction = (event.key === 'ArrowRight') === leadsLeft ? 'backward' : 'forward';
    event.preventDefault();
    event.stopPropagation();
    const unit: StepUnit = event.ctrlKey || event.altKey ? 'word' : 'character';
    let moved = moveEnd(passage, end, stepOffset(statement.text, passage[end], unit, direction));
    // Spaces at an end are never kept: go on to the next word, or the handle would seem stuck.
    while (moved && /\s/u.test(statement.text.charAt(end === 'start' ? moved.start : moved.end - 1))) {
      const next = stepOffset(statement.text, moved[end], unit, direction);
      if (next === moved[end]) break;
      moved = moveEnd(moved, end, next);
    }
    const trimmed = moved ? trimPassage(statement.text, moved) : null;
    if (!trimmed) return;
    announce(statement.text.slice(trimmed.start, trimmed.end));
    onPreview(trimmed);
  };

  return (['start', 'end'] as const).map((end) => {
    const box = boxes[end];
    if (!box) return null;
    return (
      <button
        key={end}
        type="button"
        className="handle"
        data-end={end}
        style={box}
        aria-label={end === 'start' ? t`Move the start of the passage` : t`Move the end of the passage`}
        aria-keyshortcuts={hasPlainKeys ? (end === 'start' ? '[' : ']') : undefined}
        onPointerDown={(event) => {
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => drag(end, event)}
        onPointerUp={drop}
        onPointerCancel={drop}
        onBlur={() => onMoved(passage)}
        onKeyDown={(event) => step(end, event)}
      />
    );
  });
}
