import { memo, type ReactNode } from 'react';
import type { Block } from '../../core/statements/block.ts';
import type { PageStart } from '../../core/statements/page-start.ts';
import { hasHeadersAndFooters } from '../../core/statements/place.ts';
import type { Statement } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { noPages } from '../pages/page-start.ts';
import { BlockView } from './block-view.tsx';
import { FurnitureFold } from './furniture-fold.tsx';

interface Group {
  readonly kind: 'furniture' | 'list' | 'turn' | 'block';
  readonly blocks: readonly Block[];
  /** Who speaks, where the document itself does not say it before the turn. */
  readonly supplied: string | null;
}

function groupKind(block: Block): Group['kind'] {
  if (block.kind === 'furniture') return 'furniture';
  if (block.kind === 'list-item') return 'list';
  return block.kind === 'speech' ? 'turn' : 'block';
}

/** Blocks that stand together on the page: a fold, a list, one speaker's turn. */
function groupBlocks(blocks: readonly Block[]): Group[] {
  const groups: { kind: Group['kind']; blocks: Block[]; supplied: string | null }[] = [];
  let speaker: string | null = null;
  for (const block of blocks) {
    const kind = groupKind(block);
    const last = groups.at(-1);
    const isOther = kind === 'turn' && block.speaker !== speaker;
    const hasLabel = block.bodyStart > block.start;
    speaker = block.speaker;
    if (last && last.kind === kind && kind !== 'block' && !isOther && !(kind === 'turn' && hasLabel)) {
      last.blocks.push(block);
    } else groups.push({ kind, blocks: [block], supplied: isOther && !hasLabel ? speaker : null });
  }
  return groups;
}

interface StatementTextProps {
  readonly statement: Pick<Statement, 'text' | 'blocks' | 'summary'>;
  /** The pages that begin in each block, by where it starts, with what is shown there. */
  readonly pages: ReadonlyMap<number, readonly PageStart[]>;
  /** The folds that are open, each by the position of its first block. */
  readonly openFolds: ReadonlySet<number>;
  readonly onFoldChange: (fold: number, isOpen: boolean) => void;
}

/** The positions of the folds that `passage` reaches into, as `openFolds` names them. */
export function foldsAround(blocks: readonly Block[], passage: Passage): number[] {
  return groupBlocks(blocks)
    .filter(({ kind, blocks: members }) => {
      const [first, last] = [members[0], members.at(-1)];
      return kind === 'furniture' && first && last && first.start < passage.end && passage.start < last.end;
    })
    .map(({ blocks: members }) => members[0]?.start ?? 0);
}

/** The whole decoded text of a statement as the structured document it is. Painting never touches its elements. */
export const StatementText = memo(function StatementText(props: StatementTextProps): ReactNode {
  const { statement, pages, openFolds, onFoldChange } = props;
  const { text, blocks } = statement;
  return groupBlocks(blocks).map(({ kind, blocks: members, supplied }) => {
    const key = members[0]?.start ?? 0;
    const views = members.map((block) => (
      <BlockView key={block.start} text={text} block={block} pages={pages.get(block.start) ?? noPages} />
    ));
    if (kind === 'furniture') {
      return (
        <FurnitureFold
          key={key}
          isOfPages={hasHeadersAndFooters(statement.summary)}
          text={text}
          blocks={members}
          pages={pages}
          isOpen={openFolds.has(key)}
          onOpenChange={(isOpen) => onFoldChange(key, isOpen)}
        />
      );
    }
    if (kind === 'list') {
      return (
        <ul key={key} className="list">
          {views}
        </ul>
      );
    }
    if (kind === 'turn') {
      return (
        // biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark for each of a hundred turns
        <div
          key={key}
          className="turn"
          role="group"
          data-supplied={supplied ?? undefined}
          aria-label={members[0]?.speaker ?? undefined}
        >
          {views}
        </div>
      );
    }
    return views;
  });
});
