import { Parser } from 'htmlparser2';
import type { ExportRecord } from '../../../core/export/export-record.ts';
import { htmlStyle } from '../../../core/export/html-style.ts';
import { type Result, succeed } from '../../../core/result.ts';
import {
  addDisguise,
  addPosition,
  addQuotation,
  addUnmarked,
  type Findings,
  newFindings,
  parseRecord,
  printedPosition,
  type ReadExport,
  withoutRecord,
} from './read-export.ts';

const kind = 'HTML document';

type Attributes = Readonly<Record<string, string>>;

interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  /** The text of it that no element inside it keeps for itself. */
  text: string;
}

/** A block quotation: the quotations in it, and the notes that it refers to. */
interface QuotationBlock {
  readonly element: Element;
  readonly numbers: number[];
  readonly notes: string[];
  hasForeign: boolean;
}

/** A quotation that is being read. */
interface Reading {
  readonly element: Element;
  readonly number: number;
}

/** What a quotation may stand in, with the attributes that are known to hide nothing. */
const plainContainers: Readonly<Record<string, readonly string[]>> = {
  html: ['lang'],
  body: [],
  main: [],
  article: [],
  div: ['id', 'lang', 'dir'],
  section: ['class', 'id', 'aria-label'],
  blockquote: ['cite', 'lang', 'dir'],
  p: ['lang', 'dir'],
};

/** What may stand in a block quotation beside the quotation itself. */
const plainInBlock = new Set(['p', 'span', 'sup', 'a', 'br', 'b', 'strong', 'i', 'em', 'blockquote']);

/** What decides how all of a document looks, or changes what stands in it. */
const farReaching = new Set(['script', 'link', 'base', 'plaintext', 'xmp', 'noscript', 'frameset', 'svg', 'math']);

const sentences = {
  markup: 'Something stands in it that Attest did not write, so what is shown is not its text alone.',
  around: 'What it stands in may hide it or change its looks.',
  beside: 'Words that stand beside it in its block quotation are shown as quoted.',
  style: 'The file’s style sheet is not Attest’s, so what is shown cannot be told.',
  file: 'The file has scripts or looks that Attest did not write, so what is shown cannot be told.',
} as const;

const markOf = ({ 'data-quotation': mark = '' }: Attributes): number | null =>
  /^[1-9]\d{0,8}$/u.test(mark) ? Number(mark) : null;

function isPlainContainer({ name, attributes }: Element): boolean {
  const allowed = plainContainers[name];
  if (!allowed || (name === 'section' && (attributes['class'] ?? 'excerpt') !== 'excerpt')) return false;
  return Object.keys(attributes).every((attribute) => allowed.includes(attribute));
}

/** What Attest writes inside a quotation: line breaks, and the marks in place of what is left out. */
function isPlainContent(name: string, attributes: Attributes): boolean {
  if (name === 'br') return Object.keys(attributes).length === 0;
  return name === 'span' && Object.keys(attributes).join() === 'class' && attributes['class'] === 'mark';
}

/** Reads an HTML document from its start to its end. */
class HtmlReader {
  readonly findings: Findings = newFindings();
  record: string | null = null;
  readonly styles: string[] = [];
  isFarReaching = false;
  readonly #open: Element[] = [];
  readonly #blocks: QuotationBlock[] = [];
  readonly #readings: Reading[] = [];
  readonly #references = new Map<string, number[]>();
  readonly #notes = new Map<string, string[]>();

  open(name: string, attributes: Attributes): void {
    const number = markOf(attributes);
    const names = Object.keys(attributes);
    if (farReaching.has(name) || names.some((own) => own === 'style' || own.startsWith('on')))
      this.isFarReaching = true;
    for (const reading of this.#readings) {
      if (name === 'br') reading.element.text += '\n';
      if (!isPlainContent(name, attributes)) addDisguise(this.findings, reading.number, sentences.markup);
    }
    const element: Element = { name, attributes, text: '' };
    const block = this.#blocks.at(-1);
    if (block && !plainInBlock.has(name)) block.hasForeign = true;
    if (name === 'blockquote') this.#blocks.push({ element, numbers: [], notes: [], hasForeign: false });
    if (number !== null) {
      if (!['span', 'p'].includes(name) || names.join() !== 'data-quotation') {
        addDisguise(this.findings, number, sentences.around);
      }
      if (!this.#open.every(isPlainContainer)) addDisguise(this.findings, number, sentences.around);
      this.#blocks.at(-1)?.numbers.push(number);
      this.#readings.push({ element, number });
    }
    if (name === 'a') this.#blocks.at(-1)?.notes.push(attributes['href'] ?? '');
    this.#open.push(element);
  }

  text(text: string): void {
    if (this.#readings.length > 0) for (const { element } of this.#readings) element.text += text;
    else {
      const own = this.#open.findLast(
        ({ name, attributes }) =>
          ['blockquote', 'style', 'sup'].includes(name) ||
          attributes['id'] === 'attest-record' ||
          attributes['class'] === 'position',
      );
      if (own) own.text += text;
    }
  }

  close(): void {
    const element = this.#open.pop();
    if (!element) return;
    const { name, attributes, text } = element;
    if (name === 'style') this.styles.push(text.trim());
    if (attributes['id'] === 'attest-record') this.record ??= text;
    if (attributes['class'] === 'position') {
      const note = this.#open.findLast((outer) => outer.name === 'li')?.attributes['id'] ?? '';
      this.#notes.set(note, [...(this.#notes.get(note) ?? []), text]);
    }
    // The reference to a note is its number, and nothing that could be read with the quotation.
    if (name === 'sup' && !/^\s*\d*\s*$/u.test(text)) {
      const block = this.#blocks.at(-1);
      if (block) block.element.text += text;
    }
    if (this.#readings.at(-1)?.element === element) {
      const number = this.#readings.pop()?.number ?? 0;
      addQuotation(this.findings, number, text);
    }
    if (name === 'blockquote') this.#closeBlock();
  }

  #closeBlock(): void {
    const block = this.#blocks.pop();
    if (!block) return;
    const { element, numbers, notes, hasForeign } = block;
    if (numbers.length === 0) addUnmarked(this.findings, element.text);
    for (const number of numbers) {
      if (element.text.trim() !== '') addDisguise(this.findings, number, sentences.beside);
      if (hasForeign) addDisguise(this.findings, number, sentences.markup);
    }
    numbers.forEach((number, index) => {
      const note = notes[index]?.replace(/^#/u, '');
      if (note !== undefined) this.#references.set(note, [...(this.#references.get(note) ?? []), number]);
    });
  }

  /** What was found, once the end was reached: with the positions in the notes, and what concerns all of the file. */
  finish({ title }: ExportRecord): Findings {
    for (const [note, numbers] of this.#references) {
      for (const text of this.#notes.get(note) ?? []) {
        for (const number of numbers) addPosition(this.findings, number, printedPosition(text));
      }
    }
    const isStyled = this.styles.length === 1 && this.styles[0] === htmlStyle(title).replace(/\r\n?/gu, '\n');
    for (const number of this.findings.quotations.keys()) {
      if (this.isFarReaching) addDisguise(this.findings, number, sentences.file);
      if (!isStyled) addDisguise(this.findings, number, sentences.style);
    }
    return this.findings;
  }
}

/**
 * Reads an HTML export back: of each element with `data-quotation` its text, with `<br>` as a line feed; and whether anything
 * in the file makes it look like something else than this text. Fails with one sentence where the document has no record, or
 * one that cannot be read.
 */
export function readHtml(bytes: Uint8Array): Result<ReadExport> {
  const reader = new HtmlReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: () => reader.close(),
  });
  parser.write(new TextDecoder().decode(bytes).replace(/\r\n?/gu, '\n'));
  parser.end();
  if (reader.record === null) return withoutRecord(kind);
  const read = parseRecord(reader.record, kind);
  return read.ok ? succeed({ record: read.value, ...reader.finish(read.value) }) : read;
}
