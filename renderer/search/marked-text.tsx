import type { ReactNode } from 'react';
import type { Match } from '../../core/search/search-result.ts';

interface MarkedTextProps {
  readonly text: string;
  /** Where `text` begins in the text that the matches count in. */
  readonly origin: number;
  readonly matches: readonly Match[];
}

/** A piece of text, untouched, with the matches inside it marked by how they were matched. */
export function MarkedText({ text, origin, matches }: MarkedTextProps): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end, tier } of matches) {
    const [left, right] = [start - origin, end - origin];
    if (left < from || right > text.length) continue;
    parts.push(
      text.slice(from, left),
      <mark key={start} data-tier={tier}>
        {text.slice(left, right)}
      </mark>,
    );
    from = right;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
