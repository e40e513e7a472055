import type { ReactNode } from 'react';
import type { Block } from '../../core/statements/block.ts';
import type { PageStart } from '../../core/statements/page-start.ts';

interface TextPieceProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly className?: string;
  readonly pages: readonly PageStart[];
}

/**
 * A stretch of the statement's own text, exactly; `data-start` is what positions are read from. Where a page begins in it, it is in
 * several pieces, of which `data-page` says what is shown beside the line.
 */
function TextPiece({ text, start, end, className, pages }: TextPieceProps): ReactNode {
  if (start >= end) return null;
  const within = pages.filter((page) => page.start >= start && page.start < end);
  const starts = [...new Set([start, ...within.map((page) => page.start)])];
  return starts.map((from, at) => (
    <span
      key={from}
      data-start={from}
      data-page={within.find((page) => page.start === from)?.label}
      className={className}
    >
      {text.slice(from, starts[at + 1] ?? end)}
    </span>
  ));
}

interface BlockViewProps {
  readonly text: string;
  readonly block: Block;
  /** The pages that begin in it, with what is shown where they do. */
  readonly pages: readonly PageStart[];
}

/** One block of a statement: its text with the label the document puts before it, and its number in the margin. */
export function BlockView({ text, block, pages }: BlockViewProps): ReactNode {
  const content = (
    <>
      <TextPiece text={text} start={block.start} end={block.bodyStart} className="block-label" pages={pages} />
      <TextPiece text={text} start={block.bodyStart} end={block.end} pages={pages} />
    </>
  );
  const number = block.paragraph ?? undefined;
  if (block.kind === 'heading') {
    const Heading = block.level === 1 ? 'h2' : 'h3';
    return <Heading className={`block heading-${block.level}`}>{content}</Heading>;
  }
  const Element = block.kind === 'list-item' ? 'li' : 'p';
  return (
    <Element className={`block ${block.kind}`} data-paragraph={number}>
      {content}
    </Element>
  );
}
