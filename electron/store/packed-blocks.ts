import type { SavedStatement } from '../../core/search/indexed-statement.ts';
import { Block } from '../../core/statements/block.ts';

/** A statement of a saved index; `blocks` is how many it has. */
export interface PackedStatement {
  readonly id: string;
  readonly state: string;
  readonly blocks: number;
}

/** The statements of a saved index: their blocks as numbers, one statement after the other, and everybody who speaks in them. */
export interface PackedStatements {
  readonly statements: readonly PackedStatement[];
  readonly speakers: readonly string[];
  readonly blocks: Uint32Array;
}

/** Numbers that one block takes: start, end, kind, paragraph, speaker; the last two count from 1, and 0 is none. */
const blockSize = 5;

const kinds = Block.shape.kind.options;

/** The blocks of statements as numbers. */
export function packBlocks(saved: readonly SavedStatement[]): PackedStatements {
  const total = saved.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const numbers = new Uint32Array(total * blockSize);
  const speakers = new Map<string, number>();
  let at = 0;
  for (const { blocks } of saved) {
    for (const { start, end, kind, paragraph, speaker } of blocks) {
      if (speaker !== null && !speakers.has(speaker)) speakers.set(speaker, speakers.size + 1);
      const who = speaker === null ? 0 : (speakers.get(speaker) ?? 0);
      numbers.set([start, end, kinds.indexOf(kind), paragraph ?? 0, who], at);
      at += blockSize;
    }
  }
  const statements = saved.map(({ id, state, blocks }) => ({ id, state, blocks: blocks.length }));
  return { statements, speakers: [...speakers.keys()], blocks: numbers };
}

/** What `packBlocks` was given. */
export function unpackBlocks({ statements, speakers, blocks: numbers }: PackedStatements): SavedStatement[] {
  let at = 0;
  return statements.map(({ id, state, blocks: count }) => {
    const blocks = Array.from({ length: count }, () => {
      const [start = 0, end = 0, kind = 0, paragraph = 0, speaker = 0] = numbers.subarray(at, at + blockSize);
      at += blockSize;
      return {
        kind: kinds[kind] ?? 'paragraph',
        start,
        end,
        paragraph: paragraph === 0 ? null : paragraph,
        speaker: speaker === 0 ? null : (speakers[speaker - 1] ?? null),
      };
    });
    return { id, state, blocks };
  });
}
