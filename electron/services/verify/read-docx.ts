import { type Result, succeed } from '../../../core/result.ts';
import { mainPart, openOfficeFile, readRecordPart, relatedPart } from './office-parts.ts';
import { type BodyParagraph, type BodyPiece, readDocxBody } from './read-docx-body.ts';
import { readDocxStyles } from './read-docx-styles.ts';
import {
  addDisguise,
  addPosition,
  addQuotation,
  addUnmarked,
  type Findings,
  newFindings,
  printedPosition,
  type ReadExport,
} from './read-export.ts';

const kind = 'Word document';

const textOf = (pieces: readonly BodyPiece[]): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');

/** Takes the quotations out of the paragraphs of a document, one after the other. */
class QuotationReader {
  readonly findings: Findings = newFindings();
  readonly #open = new Map<number, string>();
  /** What stands in a paragraph of quotations after the quotation of a number, and belongs to it. */
  readonly #ended = new Map<number, string>();
  /** The quotation that the paragraph before ended with, while nothing but quotation has come since. */
  #last: number | null = null;
  /** The quotation whose details are still to come. */
  #described: number | null = null;

  read(paragraph: BodyParagraph): void {
    const { role, isJoined, pieces } = paragraph;
    const isMarked = this.#open.size > 0 || pieces.some((piece) => piece.kind === 'start');
    if (role === 'quotation' && !isMarked) this.#readUnmarked(pieces);
    else this.#readPieces(pieces, role === 'quotation');
    if (role === 'lead') this.#described = null;
    if (role === 'details' && this.#described !== null) {
      const position = printedPosition(/^Source .*/u.exec(textOf(pieces))?.[0] ?? '');
      addPosition(this.findings, this.#described, position);
      if (position) this.#described = null;
    }
    if (role !== 'quotation' && textOf(pieces).trim() !== '') this.#last = null;
    if (!isJoined) for (const [number, text] of this.#open) this.#open.set(number, `${text}\n`);
  }

  /** Ends what the document left open, which then is no quotation. */
  finish(): Findings {
    for (const [number, text] of this.#ended) addQuotation(this.findings, number, text);
    return this.findings;
  }

  #readUnmarked(pieces: readonly BodyPiece[]): void {
    const text = textOf(pieces);
    if (text.trim() === '') return;
    // Right after a quotation, its readers take it for more of it.
    const before = this.#last === null ? undefined : this.#ended.get(this.#last);
    if (this.#last !== null && before !== undefined) this.#ended.set(this.#last, `${before}\n${text}`);
    else addUnmarked(this.findings, text);
  }

  #readPieces(pieces: readonly BodyPiece[], isQuotation: boolean): void {
    let beside = '';
    let last: number | null = null;
    // Words beside a bookmark go with the quotation before them or, where there is none, with the one after.
    const settle = (next: number | null): void => {
      const words = isQuotation && beside.trim() !== '' ? beside : '';
      beside = '';
      if (last !== null && words !== '') this.#ended.set(last, (this.#ended.get(last) ?? '') + words);
      else if (next !== null) this.#open.set(next, words);
    };
    for (const piece of pieces) {
      if (piece.kind === 'start') {
        settle(piece.number);
        if (!this.#open.has(piece.number)) this.#open.set(piece.number, '');
        this.#described = piece.number;
      } else if (piece.kind === 'end') {
        const text = this.#open.get(piece.number);
        if (text === undefined) continue;
        this.#open.delete(piece.number);
        this.#end(piece.number, text);
        last = piece.number;
        this.#last = piece.number;
      } else if (piece.kind === 'disguise') {
        const numbers = [...this.#open.keys(), ...(isQuotation && last !== null ? [last] : [])];
        for (const number of numbers) addDisguise(this.findings, number, piece.reason);
      } else if (piece.kind === 'text') {
        if (this.#open.size === 0) beside += piece.text;
        for (const [number, text] of this.#open) this.#open.set(number, text + piece.text);
      }
    }
    settle(null);
  }

  /** Keeps a quotation until what may follow it is read; an earlier one of the same number is done. */
  #end(number: number, text: string): void {
    const earlier = this.#ended.get(number);
    if (earlier !== undefined) addQuotation(this.findings, number, earlier);
    this.#ended.set(number, text);
  }
}

/**
 * Reads a Word document (.docx) that was exported, as it stands now: also where another program has saved it, with
 * tracked changes as if they were accepted, and without hidden text. A quotation is what stands in its bookmark and, in a
 * paragraph of quotation style, what stands around it; a paragraph in this style without a bookmark goes with the quotation
 * right before it, or is one without a mark. Fails with one sentence where the file is not one of ours.
 */
export function readDocx(bytes: Uint8Array): Result<ReadExport> {
  const parts = openOfficeFile(bytes, kind);
  if (!parts.ok) return parts;
  const record = readRecordPart(parts.value, kind);
  if (!record.ok) return record;
  const main = mainPart(parts.value);
  const styles = relatedPart(parts.value, main, ({ Type }) => Type?.endsWith('/styles') ?? false);
  const reader = new QuotationReader();
  const body = parts.value.get(main) ?? '';
  for (const paragraph of readDocxBody(body, readDocxStyles(parts.value.get(styles ?? '') ?? '')))
    reader.read(paragraph);
  return succeed({ record: record.value, ...reader.finish() });
}
