import { describeHiding, isOn } from './hidden-looks.ts';
import { mainPart, type OfficeParts, readXml, relatedPart } from './office-parts.ts';
import { type FontInReading, newFont, readDisguisingFormats, readFontElement } from './read-cell-formats.ts';

/** The text of a cell. `isDisguised` where its looks or its format show something else than this text. */
export interface SheetCell {
  readonly text: string;
  readonly isFormula: boolean;
  readonly isDisguised: boolean;
}

/** A row of a sheet: its cells by their columns, from 0. Cells that are empty are not in it. */
export type SheetRow = ReadonlyMap<number, SheetCell>;

/** A sheet, with the columns that are not to be seen. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly hiddenColumns: ReadonlySet<number>;
}

/** A text, and whether a stretch of it has looks of its own in which it cannot be read. */
interface CellText {
  readonly text: string;
  readonly isDisguised: boolean;
}

const lastColumn = 16_383;

const escapedUnit = /_x([0-9a-f]{4})_/giu;

/** Undoes the escapes of a spreadsheet's strings (ECMA-376, 22.9.2.19). */
function unescapeText(text: string): string {
  return text.replace(escapedUnit, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function shownText(text: string, isPreserved: boolean): string {
  return unescapeText(isPreserved ? text : text.replace(/^[ \t\n]+|[ \t\n]+$/gu, ''));
}

/** Reads the texts in `t` elements one after the other; what stands over characters to say how they are read is no text. */
function textCollector(): {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (data: string) => void;
  close: (name: string) => void;
  take: () => CellText;
} {
  let collected = '';
  let isDisguised = false;
  let font: FontInReading | null = null;
  let written: { isPreserved: boolean; text: string } | null = null;
  let isPhonetic = false;
  return {
    open: (name, attributes) => {
      if (name === 'rPh') isPhonetic = true;
      if (name === 'rPr') font = newFont();
      else if (font) readFontElement(font, name, attributes);
      if (name === 't' && !isPhonetic) written = { isPreserved: attributes['xml:space'] === 'preserve', text: '' };
    },
    text: (data) => {
      if (written) written.text += data;
    },
    close: (name) => {
      if (name === 'rPh') isPhonetic = false;
      if (name === 'rPr') {
        isDisguised ||= font !== null && describeHiding(font) !== null;
        font = null;
      }
      if (name !== 't' || !written) return;
      collected += shownText(written.text, written.isPreserved);
      written = null;
    },
    take: () => {
      const taken = { text: collected, isDisguised };
      [collected, isDisguised] = ['', false];
      return taken;
    },
  };
}

function readSharedStrings(xml: string): CellText[] {
  const strings: CellText[] = [];
  const collector = textCollector();
  readXml(xml, {
    open: collector.open,
    text: collector.text,
    close: (name) => {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}

/** The column of a cell's address, as of `AB12`, from 0; `null` where there is none. */
function columnIn(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/u.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function readRows(xml: string, strings: readonly CellText[], formats: ReadonlySet<number>): Sheet {
  const rows: SheetRow[] = [];
  const hiddenColumns = new Set<number>();
  const collector = textCollector();
  let row = new Map<number, SheetCell>();
  let column = -1;
  let cell: Readonly<Record<string, string>> = {};
  let value: string | null = null;
  let isFormula = false;
  let isInValue = false;
  const readCell = (): SheetCell => {
    const type = cell['t'] ?? 'n';
    const inline = collector.take();
    const shared = type === 's' ? strings[Number(value)] : undefined;
    const { text, isDisguised } =
      type === 'inlineStr'
        ? inline
        : (shared ?? { text: type === 's' ? '' : unescapeText(value ?? ''), isDisguised: false });
    return { text, isFormula, isDisguised: isDisguised || formats.has(Number(cell['s'] ?? 0)) };
  };
  readXml(xml, {
    open: (name, attributes) => {
      collector.open(name, attributes);
      if (name === 'col' && isOn(attributes['hidden'] ?? '0')) {
        const last = Math.min(Number(attributes['max']) - 1, lastColumn);
        for (let hidden = Number(attributes['min']) - 1; hidden <= last; hidden += 1) hiddenColumns.add(hidden);
      }
      if (name === 'row') [row, column] = [new Map(), -1];
      if (name === 'c') {
        [column, cell, value] = [columnIn(attributes['r']) ?? column + 1, attributes, null];
        isFormula = false;
      }
      if (name === 'f') isFormula = true;
      if (name === 'v') [isInValue, value] = [true, ''];
    },
    text: (data) => {
      collector.text(data);
      if (isInValue) value += data;
    },
    close: (name) => {
      collector.close(name);
      if (name === 'v') isInValue = false;
      if (name === 'row') rows.push(row);
      if (name !== 'c') return;
      const read = readCell();
      if (read.text !== '') row.set(column, read);
    },
  });
  return { rows, hiddenColumns };
}

/** The path of the sheet called `name`; of the first one where none is called so. */
function sheetPath(parts: OfficeParts, workbook: string, name: string): string | null {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  readXml(parts.get(workbook) ?? '', {
    open: (element, attributes) => {
      if (element !== 'sheet') return;
      sheets.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? '' });
    },
  });
  const relation = (sheets.find((sheet) => sheet.name === name) ?? sheets[0])?.relation;
  return relation === undefined ? null : relatedPart(parts, workbook, ({ Id }) => Id === relation);
}

/** Reads the sheet called `name` in a workbook, or its first sheet where none is called so. */
export function readSheet(parts: OfficeParts, name: string): Sheet {
  const workbook = mainPart(parts);
  const partOf = (type: string): string =>
    parts.get(relatedPart(parts, workbook, ({ Type }) => Type?.endsWith(`/${type}`) ?? false) ?? '') ?? '';
  const sheet = parts.get(sheetPath(parts, workbook, name) ?? '') ?? '';
  return readRows(sheet, readSharedStrings(partOf('sharedStrings')), readDisguisingFormats(partOf('styles')));
}
