import { paragraphStyles } from '../export/docx/document-styles.ts';
import { bookmarkPrefix } from '../export/docx/excerpt-paragraphs.ts';
import { readXml } from './office-parts.ts';
import { type DocxStyles, describeLooks, type RunLooks, readLooksElement } from './read-docx-styles.ts';

/**
 * A piece of a document's text in its order: what stands there, where a quotation begins or ends, or why what is shown there
 * is not its text.
 */
export type BodyPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'start' | 'end'; readonly number: number }
  | { readonly kind: 'disguise'; readonly reason: string };

/** What a paragraph is for, by its style: in that of quotations nothing else stands. */
type ParagraphRole = 'quotation' | 'details' | 'lead' | 'other';

/** A paragraph of a document. */
export interface BodyParagraph {
  readonly role: ParagraphRole;
  /** Its end was deleted, so that the next one goes on in its line. */
  readonly isJoined: boolean;
  readonly pieces: readonly BodyPiece[];
}

/** What does not stand in the document: deleted, moved away, of another place, another form of it, or its former looks. */
const absent = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:txbxContent',
  'w:pict',
  'w:drawing',
  'w:object',
  'w:rt',
  'w:rPrChange',
  'w:pPrChange',
  'mc:Fallback',
]);

const picture = 'A picture or a text box stands in it.';
const field = 'A field stands in it, which may come to show something else.';
/** What shows something, or may come to, that is not among the words. */
const disguises = new Map([
  ['w:drawing', picture],
  ['w:pict', picture],
  ['w:object', picture],
  ['w:fldChar', field],
  ['w:fldSimple', field],
  ['w:dataBinding', field],
  ['w:rt', 'Words stand above it.'],
]);

/** What stands for a character in a run. */
const characters = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:cr', '\r'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00ad'],
]);

/** The names that the styles of a report have: their ids, and what a program may make new ids from. */
const roles: readonly (readonly [ParagraphRole, readonly string[]])[] = [
  ['quotation', [paragraphStyles.quotation, 'Excerpt Quotation']],
  ['details', [paragraphStyles.details, 'Excerpt Details']],
  ['lead', [paragraphStyles.lead, 'Excerpt Lead']],
];

/** Text as Word shows it: line ends and tabs in the file are spaces, and so are lost where spaces are not preserved. */
function shownText(text: string, isPreserved: boolean): string {
  const flat = text.replace(/[\n\t]/gu, ' ');
  return isPreserved ? flat : flat.replace(/^ +| +$/gu, '');
}

function numberIn(bookmarkName: string | undefined): number | null {
  const number = bookmarkName?.startsWith(bookmarkPrefix) ? Number(bookmarkName.slice(bookmarkPrefix.length)) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

type Attributes = Readonly<Record<string, string>>;

interface ParagraphInReading {
  role: ParagraphRole;
  style: string | null;
  isJoined: boolean;
  readonly pieces: BodyPiece[];
}

const newParagraph = (): ParagraphInReading => ({ role: 'other', style: null, isJoined: false, pieces: [] });

/** Reads the main part of a Word document into its paragraphs, without what is deleted, hidden or beside the text. */
export function readDocxBody(xml: string, styles: DocxStyles): BodyParagraph[] {
  const paragraphs: ParagraphInReading[] = [];
  const bookmarks = new Map<string | undefined, number>();
  let paragraph = newParagraph();
  let isInParagraph = false;
  let absentDepth = 0;
  let propertiesDepth = 0;
  let isInRun = false;
  let own: RunLooks = {};
  let runStyle: string | null = null;
  let written: { isPreserved: boolean; text: string } | null = null;

  const add = (text: string): void => {
    if (text === '' || !isInRun || propertiesDepth > 0) return;
    const looks = styles.looksOf(paragraph.style, runStyle, own);
    if (looks.vanish === true) return;
    const reason = text.trim() === '' ? null : describeLooks(looks);
    if (reason !== null) paragraph.pieces.push({ kind: 'disguise', reason });
    paragraph.pieces.push({ kind: 'text', text });
  };
  const opened = new Map<string, (attributes: Attributes) => void>(
    Object.entries({
      'w:p': () => {
        isInParagraph = true;
      },
      'w:pPr': () => {
        propertiesDepth += 1;
      },
      'w:rPr': () => {
        propertiesDepth += 1;
      },
      'w:pStyle': ({ 'w:val': style }: Attributes) => {
        paragraph.style = style ?? null;
        const names = styles.namesOf(paragraph.style);
        paragraph.role = roles.find(([, known]) => known.some((name) => names.includes(name)))?.[0] ?? 'other';
      },
      'w:rStyle': ({ 'w:val': style }: Attributes) => {
        if (isInRun) runStyle = style ?? null;
      },
      'w:r': () => {
        [isInRun, own, runStyle] = [true, {}, null];
      },
      'w:t': ({ 'xml:space': space }: Attributes) => {
        written = { isPreserved: space === 'preserve', text: '' };
      },
      'w:br': ({ 'w:type': type = '' }: Attributes) => add(/^(?:page|column)$/u.test(type) ? '' : '\n'),
      'w:sym': ({ 'w:char': code = '' }: Attributes) => add(String.fromCharCode(Number.parseInt(code, 16) || 0xfffd)),
      'w:bookmarkStart': ({ 'w:id': id, 'w:name': name }: Attributes) => {
        const number = numberIn(name);
        if (number === null) return;
        bookmarks.set(id, number);
        paragraph.pieces.push({ kind: 'start', number });
      },
      'w:bookmarkEnd': ({ 'w:id': id }: Attributes) => {
        const number = bookmarks.get(id);
        // One that stands between two paragraphs ends with the first of them.
        const last = isInParagraph ? paragraph : (paragraphs.at(-1) ?? paragraph);
        if (number !== undefined) last.pieces.push({ kind: 'end', number });
      },
    }),
  );
  const closed = new Map<string, () => void>(
    Object.entries({
      'w:p': () => {
        paragraphs.push(paragraph);
        paragraph = newParagraph();
        isInParagraph = false;
      },
      'w:pPr': () => {
        propertiesDepth -= 1;
      },
      'w:rPr': () => {
        propertiesDepth -= 1;
      },
      'w:r': () => {
        isInRun = false;
      },
      'w:t': () => {
        if (written) add(shownText(written.text, written.isPreserved));
        written = null;
      },
    }),
  );
  readXml(xml, {
    open: (name, attributes) => {
      const reason = disguises.get(name);
      if (reason !== undefined && absentDepth === 0) paragraph.pieces.push({ kind: 'disguise', reason });
      if (absent.has(name)) {
        if (name === 'w:del' && propertiesDepth === 2) paragraph.isJoined = true;
        absentDepth += 1;
      } else if (absentDepth === 0) {
        opened.get(name)?.(attributes);
        if (isInRun && propertiesDepth > 0) readLooksElement(own, name, attributes);
        add(characters.get(name) ?? '');
      }
    },
    close: (name) => {
      if (absent.has(name)) absentDepth -= 1;
      else if (absentDepth === 0) closed.get(name)?.();
    },
    text: (data) => {
      if (written) written.text += data;
    },
  });
  return paragraphs;
}
