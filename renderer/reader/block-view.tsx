import type { ReactNode } from 'react';
import type { Block } from '../../core/statements/block.ts';

interface TextPieceProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly className?: string;
}

/** A stretch of the statement's own text, exactly; `data-start` is what positions are read from. */
function TextPiece({ text, start, end, className }: TextPieceProps): ReactNode {
  if (start >= end) return null;
  return (
    <span data-start={start} className={className}>
      {text.slice(start, end)}
    </span>
  );
}

interface BlockViewProps {
  readonly text: string;
  readonly block: Block;
}

/** One block of a statement: its text with the label the document puts before it, and its number in the margin. */
export function BlockView({ text, block }: BlockViewProps): ReactNode {
  const content = (
    <>
      <TextPiece text={text} start={block.start} end={block.bodyStart} className="block-label" />
      <TextPiece text={text} start={block.bodyStart} end={block.end} />
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
