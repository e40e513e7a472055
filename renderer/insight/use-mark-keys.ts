import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from 'react';
import { stepMarks } from './step-marks.ts';

interface MarkKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

const marksIn = (drawing: SVGSVGElement | null): SVGAElement[] =>
  drawing ? [...drawing.querySelectorAll<SVGAElement>('a[data-row]')] : [];

const placeOf = ({ dataset }: SVGAElement) => ({ row: Number(dataset['row']), column: Number(dataset['column']) });

function keepOneStop(marks: readonly SVGAElement[], stop: SVGAElement | undefined): void {
  for (const mark of marks) mark.setAttribute('tabindex', mark === stop ? '0' : '-1');
}

/**
 * Makes the marks of a drawing one stop of the Tab key, with arrow keys, Home and End among them. The stop is kept in the
 * elements: a figure may have a thousand marks, and none of them changes by it for React.
 */
export function useMarkKeys(drawing: RefObject<SVGSVGElement | null>): MarkKeys {
  // After every drawing: the marks may be others, and the one that was the stop may be gone.
  useEffect(() => {
    const marks = marksIn(drawing.current);
    keepOneStop(marks, marks.find((mark) => mark.getAttribute('tabindex') === '0') ?? marks[0]);
  });
  return {
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const marks = marksIn(drawing.current);
      const at = marks.findIndex((mark) => mark.matches(':focus'));
      const next = stepMarks(marks.map(placeOf), at, event.key);
      if (next === null) return;
      event.preventDefault();
      marks[next]?.focus();
    },
    onFocus: ({ target }) => {
      const marks = marksIn(drawing.current);
      const stop = marks.find((mark) => mark === target);
      if (stop) keepOneStop(marks, stop);
    },
  };
}
