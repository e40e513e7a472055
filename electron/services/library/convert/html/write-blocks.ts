import type { StructureHint } from '../../../../../core/statements/catalogue.ts';
import type { HtmlBlock } from './html-block.ts';

/** The text of blocks, and what is to be said of its lines. */
export interface WrittenBlocks {
  readonly text: string;
  readonly structure: readonly StructureHint[];
}

/** A block, and whether it is what surrounds the document. */
export interface PlacedBlock {
  readonly block: HtmlBlock;
  readonly isFurniture: boolean;
}

type Said = Omit<StructureHint, 'lines'>;

/** Hints that are one over many lines, each of whose blocks stays a block of its own. */
const joined: ReadonlySet<StructureHint['kind']> = new Set(['furniture', 'list-item', 'table-row']);

function saidOf({ block, isFurniture }: PlacedBlock): Said | null {
  if (isFurniture) return { kind: 'furniture', why: 'Outside the page’s article.' };
  const { kind, element, level } = block;
  if (kind === 'heading') return { kind, ...(level !== null && { level }), why: `An <${element}> of the page.` };
  if (kind === 'list-item') return { kind, why: `A <${element}> of the page.` };
  if (kind === 'table-row') return { kind, why: 'A row of a table of the page.' };
  return null;
}

/** Writes blocks one below the other, an empty line between two. `firstLine` is the number that the first line has. */
export function writeBlocks(blocks: readonly PlacedBlock[], firstLine = 1): WrittenBlocks {
  const texts: string[] = [];
  const structure: StructureHint[] = [];
  let line = firstLine;
  for (const placed of blocks) {
    const { text } = placed.block;
    const said = saidOf(placed);
    const last = line + text.split('\n').length - 1;
    const before = structure.at(-1);
    const isNext = before?.lines[1] === line - 2 && before.kind === said?.kind && before.why === said.why;
    if (before && isNext && joined.has(before.kind))
      structure[structure.length - 1] = { ...before, lines: [before.lines[0], last] };
    else if (said) structure.push({ lines: [line, last], ...said });
    texts.push(text);
    line = last + 2;
  }
  return { text: texts.join('\n\n'), structure };
}
