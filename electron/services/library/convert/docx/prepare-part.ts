import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { fail, type Result, succeed } from '../../../../../core/result.ts';
import { longestText } from '../conversion.ts';
import { damagedDocument, tooLargeDocument } from './refusals.ts';

/** What was met in a part that does not go into the text, and its reader must know of. */
export interface PartRemarks {
  /** Text that tracked changes delete, or that the document hides. */
  hasUnshown: boolean;
  /** Pictures, charts, parts in other formats. */
  hasObjects: boolean;
  comments: number;
  /** Notes whose mark stands in the text, as `footnote-2`. */
  readonly markedNotes: Set<string>;
  /** Relationships of the headers and footers, in the order of their sections. */
  readonly headers: string[];
  readonly footers: string[];
}

/** A part as it is read on: WordprocessingML of few elements, all with the prefix `w`. */
export interface PreparedPart {
  readonly xml: string;
  readonly remarks: PartRemarks;
}

const word = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const math = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const xmlSpace = 'http://www.w3.org/XML/1998/namespace';

/** Elements that are read on as they are; of all others only what is in them. */
const kept = new Set(
  'body p pPr pStyle numPr ilvl numId tab br noBreakHyphen softHyphen sym tbl tr trPr tc tcPr gridSpan vMerge fldChar ffData checkBox checked default instrText footnotes footnote endnotes endnote footnoteReference endnoteReference'.split(
    ' ',
  ),
);

/** Elements that are left out with all that is in them: properties, and texts that are not shown. */
const dropped = new Set(
  'sdtPr sdtEndPr customXmlPr rt rubyPr tblPr tblGrid tblPrEx tabs delInstrText pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange numberingChange'.split(
    ' ',
  ),
);

const attributesKept = new Set(['val', 'id', 'type', 'char', 'font', 'fldCharType']);

const objects = new Set(['blip', 'imagedata', 'chart', 'relIds', 'OLEObject', 'altChunk', 'oMath', 'ruby']);

/** Elements, and levels of them, that are read on at most; what has more is no document that somebody wrote. */
const mostElements = 2_000_000;
const mostLevels = 300;
const mostRawLevels = 10_000;

/** UTF-16 units that are read at once. */
const stepLength = 65_536;

/** What is known of an element that is open. */
interface Frame {
  readonly name: string;
  /** What closes it in what is read on; empty where it is not in there. */
  readonly close: string;
  readonly keepsSpace: boolean;
  readonly isRun: boolean;
  isHidden: boolean;
  /** The text of its own that is collected; `null` where none is. */
  text: string | null;
  /** Of an element whose content is decided on when it ends: what stood before it. */
  readonly before: string[] | null;
}

class PartTooLarge extends Error {}

/** What is markup, and what the parser that reads on would take for the end of a line, which in XML 1.0 it is not. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"\u0085\u2028]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

function isOn(tag: SaxesTagNS): boolean {
  const value = Object.values(tag.attributes).find(({ local }) => local === 'val')?.value;
  return value !== 'false' && value !== '0' && value !== 'off';
}

function attributeOf(tag: SaxesTagNS, name: string, isWanted: (uri: string) => boolean = () => true): string | null {
  const found = Object.values<SaxesAttributeNS>(tag.attributes);
  return found.find(({ local, uri }) => local === name && isWanted(uri))?.value ?? null;
}

function writeStart(name: string, tag: SaxesTagNS): string {
  const attributes = Object.values<SaxesAttributeNS>(tag.attributes)
    .filter(({ local, uri }) => attributesKept.has(local) && (uri === '' || word.has(uri)))
    .map(({ local, value }) => ` w:${local}="${escapeXml(value)}"`);
  return `<w:${name}${attributes.join('')}>`;
}

/** Takes the events of one part and writes what is read on. */
class PartWriter {
  readonly remarks: PartRemarks = {
    hasUnshown: false,
    hasObjects: false,
    comments: 0,
    markedNotes: new Set(),
    headers: [],
    footers: [],
  };
  #out: string[] = [];
  readonly #open: Frame[] = [];
  /** How many elements are open that are left out with what is in them, and whether words in them are missed. */
  #dropping = 0;
  #isDeleting = false;
  #elements = 0;
  #levels = 0;
  #length = 0;
  /** Of the text that is written last, so that one that follows goes on in it. */
  #isInText = false;

  open(tag: SaxesTagNS): void {
    if (this.#dropping > 0) {
      this.#dropping += 1;
      return;
    }
    const { local, uri } = tag;
    if (this.#open.length >= mostRawLevels) throw new PartTooLarge();
    if (objects.has(local)) this.remarks.hasObjects = true;
    if (word.has(uri)) this.#openWord(local, tag);
    else if (math.has(uri) && local === 't') this.#push(local, tag, { text: '' });
    else if (uri === compatibility && (local === 'AlternateContent' || local === 'Choice' || local === 'Fallback')) {
      this.#push(local, tag, { before: this.#out });
      this.#out = [];
      this.#isInText = false;
    } else this.#push(local, tag, {});
  }

  text(text: string): void {
    if (this.#dropping > 0) {
      if (this.#isDeleting && /\S/u.test(text)) this.remarks.hasUnshown = true;
      return;
    }
    const frame = this.#open.at(-1);
    if (!frame || frame.text === null) return;
    frame.text += text;
    this.#length += text.length;
    if (this.#length > longestText) throw new PartTooLarge();
  }

  close(): void {
    if (this.#dropping > 0) {
      this.#dropping -= 1;
      if (this.#dropping === 0) this.#isDeleting = false;
      return;
    }
    const frame = this.#open.pop();
    if (!frame) return;
    if (frame.text !== null) this.#closeText(frame, frame.text);
    if (frame.before !== null) this.#closeAlternative(frame, frame.before);
    if (frame.close === '') return;
    this.#write(frame.close);
    this.#levels -= 1;
  }

  finish(): string {
    return this.#out.join('');
  }

  #openWord(name: string, tag: SaxesTagNS): void {
    const parent = this.#open.at(-1)?.name ?? '';
    const isMark = parent === 'rPr' || parent === 'trPr';
    if (isMark && name === 'del') {
      if (parent === 'trPr') this.remarks.hasUnshown = true;
      this.#push(name, tag, { start: '<w:del>', close: '</w:del>' });
    } else if (dropped.has(name) || (!isMark && (name === 'del' || name === 'moveFrom'))) {
      this.#isDeleting = name === 'del';
      this.#dropping = 1;
    } else if (name === 'document' || name === 'hdr' || name === 'ftr') this.#openRoot(name, tag);
    else if (name === 'rPr' && parent === 'pPr') this.#push(name, tag, { start: '<w:rPr>', close: '</w:rPr>' });
    else if (name === 't') this.#push(name, tag, { text: '' });
    else if (name === 'txbxContent') this.#push(name, tag, { start: '<w:pict>', close: '</w:pict>' });
    else if (name === 'cr') this.#push(name, tag, { start: '<w:br>', close: '</w:br>' });
    else if (name === 'ptab') this.#push(name, tag, { start: '<w:tab>', close: '</w:tab>' });
    else if (kept.has(name)) this.#openKept(name, tag);
    else {
      if (name === 'vanish' && parent === 'rPr' && isOn(tag)) this.#hideRun();
      if (name === 'comment') this.remarks.comments += 1;
      const relationship = attributeOf(tag, 'id', (uri) => uri !== '' && !word.has(uri));
      if (name === 'headerReference' && relationship !== null) this.remarks.headers.push(relationship);
      if (name === 'footerReference' && relationship !== null) this.remarks.footers.push(relationship);
      this.#push(name, tag, {});
    }
  }

  #openRoot(name: string, tag: SaxesTagNS): void {
    const start = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">';
    if (name === 'document') this.#push(name, tag, { start, close: '</w:document>' });
    else this.#push(name, tag, { start: `${start}<w:body>`, close: '</w:body></w:document>' });
  }

  #openKept(name: string, tag: SaxesTagNS): void {
    const isNotes = name === 'footnotes' || name === 'endnotes';
    const start = isNotes
      ? `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`
      : writeStart(name, tag);
    const id = attributeOf(tag, 'id');
    const ownMark = attributeOf(tag, 'customMarkFollows');
    if (name.endsWith('Reference') && ownMark !== null && /^(?:1|true|on)$/u.test(ownMark)) {
      this.remarks.markedNotes.add(`${name.replace('Reference', '')}-${id}`);
    }
    this.#push(name, tag, { start, close: `</w:${name}>`, ...(name === 'instrText' && { text: '' }) });
  }

  #push(name: string, tag: SaxesTagNS, given: Partial<Pick<Frame, 'close' | 'text' | 'before'>> & { start?: string }) {
    const parent = this.#open.at(-1);
    const space = attributeOf(tag, 'space', (uri) => uri === xmlSpace);
    const isRun = name === 'r';
    this.#open.push({
      name,
      close: given.close ?? '',
      keepsSpace: space === null ? (parent?.keepsSpace ?? false) : space === 'preserve',
      isRun,
      isHidden: !isRun && (parent?.isHidden ?? false),
      text: given.text ?? null,
      before: given.before ?? null,
    });
    if (given.start === undefined) return;
    this.#elements += 1;
    this.#levels += 1;
    if (this.#elements > mostElements || this.#levels > mostLevels) throw new PartTooLarge();
    this.#write(given.start);
  }

  #hideRun(): void {
    const run = this.#open.findLast(({ isRun }) => isRun);
    if (run) run.isHidden = true;
  }

  #closeText({ name, keepsSpace, isHidden }: Frame, raw: string): void {
    if (name === 'instrText') {
      this.#write(escapeXml(raw));
      return;
    }
    const shown = (keepsSpace ? raw : raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '')).replace(/[\r\n]+/gu, ' ');
    if (shown === '') return;
    if (isHidden) {
      this.remarks.hasUnshown = true;
      return;
    }
    if (this.#isInText) this.#out.pop();
    else this.#elements += 1;
    this.#out.push(this.#isInText ? escapeXml(shown) : `<w:t>${escapeXml(shown)}`, '</w:t>');
    this.#isInText = true;
  }

  /** Of what programs may show in each other’s place, the first that has words is taken. */
  #closeAlternative({ name }: Frame, before: string[]): void {
    const content = this.#out;
    this.#out = before;
    this.#isInText = false;
    const hasWords = content.some((piece) => piece.startsWith('<w:t>'));
    if (name === 'AlternateContent') before.push(...content);
    else if (hasWords && !before.some((piece) => piece.startsWith('<w:t>'))) before.push(...content);
  }

  #write(piece: string): void {
    this.#out.push(piece);
    this.#isInText = false;
  }
}

/**
 * Reads a part of a Word document (its body, notes, a header or footer) and writes it anew with only what makes its text: without
 * pictures, formatting, deleted and hidden text, with the text of elements that a reader might not know, such as fields, text in
 * the other direction, formulas and shapes. What it writes is bounded in size and depth. Fails with one sentence where the
 * part is no XML, or is larger than what is read.
 */
export function preparePart(xml: string): Result<PreparedPart> {
  const writer = new PartWriter();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => writer.open(tag));
  parser.on('closetag', () => writer.close());
  parser.on('text', (text) => writer.text(text));
  parser.on('cdata', (text) => writer.text(text));
  parser.on('error', (error) => {
    throw error;
  });
  try {
    for (let at = 0; at < xml.length; at += stepLength) parser.write(xml.slice(at, at + stepLength));
    parser.close();
  } catch (error) {
    // The parser tells by throwing where the XML is broken.
    return fail('invalid', error instanceof PartTooLarge ? tooLargeDocument : damagedDocument);
  }
  return succeed({ xml: writer.finish(), remarks: writer.remarks });
}
