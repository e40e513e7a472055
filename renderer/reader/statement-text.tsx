import { memo, type ReactNode } from 'react';
import type { Block } from '../../core/statements/block.ts';
import type { Statement } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { BlockView } from './block-view.tsx';
import { FurnitureFold } from './furniture-fold.tsx';

interface Group {
  readonly kind: 'furniture' | 'list' | 'turn' | 'block';
  readonly blocks: readonly Block[];
}

function groupKind(block: Block): Group['kind'] {
  if (block.kind === 'furniture') return 'furniture';
  if (block.kind === 'list-item') return 'list';
  return block.kind === 'speech' ? 'turn' : 'block';
}

/** Blocks that stand together on the page: a fold, a list, one speaker's turn. */
function groupBlocks(blocks: readonly Block[]): Group[] {
  const groups: { kind: Group['kind']; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const kind = groupKind(block);
    const last = groups.at(-1);
    const beginsTurn = kind === 'turn' && block.bodyStart > block.start;
    if (last && last.kind === kind && kind !== 'block' && !beginsTurn) last.blocks.push(block);
    else groups.push({ kind, blocks: [block] });
  }
  return groups;
}

interface StatementTextProps {
  readonly statement: Statement;
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
  const { statement, openFolds, onFoldChange } = props;
  const { text, blocks } = statement;
  return groupBlocks(blocks).map(({ kind, blocks: members }) => {
    const key = members[0]?.start ?? 0;
    const views = members.map((block) => <BlockView key={block.start} text={text} block={block} />);
    if (kind === 'furniture') {
      return (
        <FurnitureFold
          key={key}
          text={text}
          blocks={members}
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
        <div key={key} className="turn" role="group" aria-label={members[0]?.speaker ?? undefined}>
          {views}
        </div>
      );
    }
    return views;
  });
});
