import type { ReactNode } from 'react';
import type { LabelRange } from './fold-label.ts';

interface MarkedLabelProps {
  readonly text: string;
  /** The letters that were found, in their order. */
  readonly ranges: readonly LabelRange[];
}

/** A label as it is written, with the letters that were found marked. */
export function MarkedLabel({ text, ranges }: MarkedLabelProps): ReactNode {
  const last = ranges.at(-1)?.end ?? 0;
  return (
    <>
      {ranges.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(ranges[at - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(last)}
    </>
  );
}
