import type { HtmlBlock } from './html-block.ts';

type Cell = { readonly isHeader: boolean; readonly blocks: HtmlBlock[] };

/** The most blocks and characters that a cell without headers around it may hold, if the table is to be one of data. */
const mostBlocks = 2;
const mostCharacters = 600;
/** The most blocks that a cell may hold in a table that has headers. */
const mostWithHeaders = 20;

function lineOf({ blocks }: Cell): string {
  return blocks
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\n\t]+/gu, ' ');
}

function rowOf(cells: readonly Cell[]): HtmlBlock[] {
  const lines = cells.map(lineOf);
  if (lines.every((line) => line.trim() === '')) return [];
  const blocks = cells.flatMap((cell) => cell.blocks);
  const sources = new Map<number, number>();
  for (const block of blocks) {
    for (const [element, count] of block.sources) sources.set(element, (sources.get(element) ?? 0) + count);
  }
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  return [{ text: lines.join('\t'), kind: 'table-row', element: 'tr', level: null, sources, linked }];
}

/** A table that is being read. Whether it is one of data, or only puts the page's parts beside each other, shows at its end. */
export class TableDraft {
  readonly #isPresentation: boolean;
  /** What was met, in order: rows of cells, and what stands outside of all cells. */
  readonly #parts: (Cell[] | HtmlBlock)[] = [];
  #row: Cell[] | null = null;
  #cell: Cell | null = null;
  #hasTable = false;

  constructor(role: string | undefined) {
    this.#isPresentation = /^(?:presentation|none)$/iu.test(role ?? '');
  }

  startRow(): void {
    this.#row = [];
    this.#parts.push(this.#row);
    this.#cell = null;
  }

  startCell(isHeader: boolean): void {
    // What stands between two cells of a row, and in neither, keeps its place.
    if (!this.#row || this.#parts.at(-1) !== this.#row) this.startRow();
    this.#cell = { isHeader, blocks: [] };
    this.#row?.push(this.#cell);
  }

  endCell(): void {
    this.#cell = null;
  }

  /** To be told of each table within this one. */
  noteTable(): void {
    this.#hasTable = true;
  }

  add(block: HtmlBlock): void {
    if (this.#cell) this.#cell.blocks.push(block);
    else this.#parts.push(block);
  }

  #isOfData(): boolean {
    if (this.#isPresentation || this.#hasTable) return false;
    const rows = this.#parts.filter((part) => Array.isArray(part));
    if (!rows.some((cells) => cells.length > 1)) return false;
    const cells = rows.flat();
    if (cells.some(({ isHeader }) => isHeader)) return cells.every(({ blocks }) => blocks.length <= mostWithHeaders);
    const isPlain = ({ blocks }: Cell): boolean =>
      blocks.length <= mostBlocks &&
      blocks.every(({ kind, text }) => kind === 'paragraph' && text.length <= mostCharacters);
    return rows.filter((row) => row.length > 0).length > 1 && cells.every(isPlain);
  }

  /** What the table comes to: a block for each row, or the blocks of its cells as they are. */
  finish(): HtmlBlock[] {
    const isOfData = this.#isOfData();
    return this.#parts.flatMap((part) => {
      if (!Array.isArray(part)) return [part];
      return isOfData ? rowOf(part) : part.flatMap(({ blocks }) => blocks);
    });
  }
}
