import type { ConvertedBlock } from '../join-blocks.ts';
import type { WordCell, WordDocument, WordNode, WordParagraph } from './word-document.ts';

/** What the body of a document comes to. */
export interface WalkedDocument {
  readonly blocks: readonly ConvertedBlock[];
  /** The notes that the body refers to, in the order of their numbers. */
  readonly notes: readonly ConvertedBlock[];
  /** Whether Word puts numbers before paragraphs, which are no part of their text. */
  readonly hasNumbers: boolean;
}

/** What is known of a document beside its nodes. */
export interface WalkOptions {
  /** The levels of headings by the ids of their styles. */
  readonly headings: ReadonlyMap<string, number>;
  /** Notes whose mark stands in the text, as `footnote-2`. */
  readonly markedNotes: ReadonlySet<string>;
}

/** Paragraphs of one cell from which a table is no table of data, but the layout of a page. */
const layoutParagraphs = 9;

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number as Word numbers endnotes where nothing else was chosen. */
function toRoman(number: number): string {
  let rest = number;
  let written = '';
  for (const [value, letters] of romans) {
    for (; rest >= value; rest -= value) written += letters;
  }
  return written;
}

/** The columns that cells of rows above reach into, by how many rows they still do. */
type Reaching = Map<number, number>;

class Walker {
  readonly blocks: ConvertedBlock[] = [];
  hasNumbers = false;
  readonly #document: WordDocument;
  readonly #options: WalkOptions;
  /** The notes that were referred to, by their kind and id, with the numbers they were given. */
  readonly #numbers = { footnote: new Map<string, string>(), endnote: new Map<string, string>() };
  readonly #counted = { footnote: 0, endnote: 0 };

  constructor(document: WordDocument, options: WalkOptions) {
    this.#document = document;
    this.#options = options;
  }

  walk(nodes: readonly WordNode[]): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.#addParagraph(node);
      else if (node.type === 'table') this.#addTable(node.children);
      else if ('children' in node) this.walk(node.children);
    }
  }

  /** The notes that were referred to, footnotes first; a note that another note refers to follows. */
  notes(): ConvertedBlock[] {
    const notes: ConvertedBlock[] = [];
    for (const noteType of ['footnote', 'endnote'] as const) {
      // Reading a note may add others to the map, which the loop then comes to.
      for (const [noteId, mark] of this.#numbers[noteType]) {
        const paragraphs = this.#textsOf(this.#document.notes.resolve({ noteType, noteId })?.body ?? []);
        const [first = '', ...others] = paragraphs;
        const label = mark === '' || /^\s/u.test(first) ? mark : `${mark} `;
        const text = `${label}${first}`.trimEnd();
        for (const piece of text === '' ? others : [text, ...others]) notes.push({ text: piece });
      }
    }
    return notes;
  }

  #addParagraph(paragraph: WordParagraph): void {
    const text = this.#textOf(paragraph.children).replace(/^\n+|\n+$/gu, '');
    if (text.trim() === '') return;
    const level = this.#options.headings.get(paragraph.styleId ?? '');
    const isItem = paragraph.numbering !== null;
    if (paragraph.numbering?.isOrdered) this.hasNumbers = true;
    if (level !== undefined) {
      const why = `A paragraph in the style “${paragraph.styleName ?? paragraph.styleId}”.`;
      this.blocks.push({ text, hint: { kind: 'heading', level: Math.min(level, 3), why } });
    } else if (isItem) this.blocks.push({ text, hint: { kind: 'list-item', why: 'A paragraph of a list in Word.' } });
    else this.blocks.push({ text });
  }

  #addTable(rows: readonly WordNode[]): void {
    const reaching: Reaching = new Map();
    for (const row of rows) {
      if (row.type !== 'tableRow') {
        this.walk([row]);
        continue;
      }
      const cells = row.children.filter((node): node is WordCell => node.type === 'tableCell');
      const isLayout =
        cells.length !== row.children.length ||
        cells.length === 1 ||
        cells.some(
          ({ children }) => children.length >= layoutParagraphs || children.some(({ type }) => type === 'table'),
        );
      const columns = this.#placeCells(cells, reaching);
      if (isLayout) this.walk(row.children);
      else this.#addRow(columns);
    }
  }

  #addRow(columns: readonly (WordCell | null)[]): void {
    const texts = columns.map((cell) =>
      cell === null
        ? ''
        : this.#textsOf(cell.children)
            .map((text) => text.replace(/\s*[\n\t]\s*/gu, ' ').trim())
            .filter((text) => text !== '')
            .join(' '),
    );
    if (texts.every((text) => text === '')) return;
    this.blocks.push({ text: texts.join('\t'), hint: { kind: 'table-row', why: 'A row of a table in Word.' } });
  }

  /** The cells of a row by their columns; `null` where a cell of a row above, or the one before it, reaches into a column. */
  #placeCells(cells: readonly WordCell[], reaching: Reaching): (WordCell | null)[] {
    const columns: (WordCell | null)[] = [];
    const skip = (): void => {
      for (let left = reaching.get(columns.length) ?? 0; left > 0; left = reaching.get(columns.length) ?? 0) {
        reaching.set(columns.length, left - 1);
        columns.push(null);
      }
    };
    for (const cell of cells) {
      skip();
      const width = Math.min(Math.max(cell.colSpan || 1, 1), 63);
      for (let column = 0; column < width; column += 1) {
        if (cell.rowSpan > 1) reaching.set(columns.length, cell.rowSpan - 1);
        columns.push(column === 0 ? cell : null);
      }
    }
    skip();
    while (columns.length > 0 && columns.at(-1) === null) columns.pop();
    return columns;
  }

  /** The texts of the paragraphs in nodes, one for each, also of tables in them. */
  #textsOf(nodes: readonly WordNode[]): string[] {
    return nodes.flatMap((node) => {
      if (node.type === 'paragraph') {
        if (node.numbering?.isOrdered) this.hasNumbers = true;
        const text = this.#textOf(node.children).replace(/^\n+|\n+$/gu, '');
        return text.trim() === '' ? [] : [text];
      }
      return 'children' in node ? this.#textsOf(node.children) : [];
    });
  }

  #textOf(nodes: readonly WordNode[]): string {
    return nodes.map((node) => this.#wordsOf(node)).join('');
  }

  #wordsOf(node: WordNode): string {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'tab':
        return '\t';
      case 'break':
        return '\n';
      case 'checkbox':
        return node.checked ? '☒' : '☐';
      case 'noteReference':
        return this.#mark(node.noteType, node.noteId);
      default:
        return this.#textOf(node.children);
    }
  }

  /** The mark of a note where the text refers to it, as Word writes it into plain text. */
  #mark(noteType: 'footnote' | 'endnote', noteId: string): string {
    const numbers = this.#numbers[noteType];
    const known = numbers.get(noteId);
    if (known !== undefined) return known;
    if (this.#document.notes.resolve({ noteType, noteId }) === null) return '';
    if (this.#options.markedNotes.has(`${noteType}-${noteId}`)) {
      numbers.set(noteId, '');
      return '';
    }
    this.#counted[noteType] += 1;
    const number = this.#counted[noteType];
    const mark = `[${noteType === 'footnote' ? number : toRoman(number)}]`;
    numbers.set(noteId, mark);
    return mark;
  }
}

/**
 * The blocks of a Word document in its order: paragraphs, headings by their styles, items of lists, and the rows of tables, with the
 * cells of a row apart by tabs; a table that only lays out a page is the blocks that are in it. Notes are apart.
 */
export function walkDocument(document: WordDocument, options: WalkOptions): WalkedDocument {
  const walker = new Walker(document, options);
  walker.walk(document.children);
  const notes = walker.notes();
  return { blocks: walker.blocks, notes, hasNumbers: walker.hasNumbers };
}
