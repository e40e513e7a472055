import type { StructureHint } from '../../../../core/statements/catalogue.ts';

/** A piece of a document that stands by itself, and what the rules for plain text cannot see of it. */
export interface ConvertedBlock {
  readonly text: string;
  readonly hint?: Omit<StructureHint, 'lines'>;
}

/** Blocks put one after the other: the text, the hints by its lines, and where each block begins in it, in UTF-16 units. */
export interface JoinedBlocks {
  readonly text: string;
  readonly structure: readonly StructureHint[];
  readonly starts: readonly number[];
}

/** Hints that are one over many lines, each of whose blocks stays a block of its own. */
const joined: ReadonlySet<StructureHint['kind']> = new Set(['furniture', 'list-item', 'table-row']);

/** Puts blocks one after the other, with an empty line between two. None of them may be empty. */
export function joinBlocks(blocks: readonly ConvertedBlock[]): JoinedBlocks {
  const structure: StructureHint[] = [];
  const starts: number[] = [];
  let length = 0;
  let line = 1;
  for (const { text, hint } of blocks) {
    const last = line + text.split('\n').length - 1;
    const before = structure.at(-1);
    const isNext = before?.lines[1] === line - 2 && before.kind === hint?.kind && before.why === hint.why;
    if (before && isNext && joined.has(before.kind))
      structure[structure.length - 1] = { ...before, lines: [before.lines[0], last] };
    else if (hint) structure.push({ lines: [line, last], ...hint });
    starts.push(length);
    length += text.length + 2;
    line = last + 2;
  }
  return { text: blocks.map(({ text }) => text).join('\n\n'), structure, starts };
}
