import { CarriageReturn, type IRunPropertiesOptions, type ParagraphChild, Tab, TextRun, XmlComponent } from 'docx';
import type { CitationRun } from '../../../../core/citations/citer.ts';
import { printable } from '../../../../core/export/print-text.ts';

/** A line break within a paragraph. */
class LineBreak extends XmlComponent {
  constructor() {
    super('w:br');
  }
}

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** From a right-to-left letter to the last one before any other, with the spaces, marks and digits between them. */
const rightToLeftStretch = new RegExp(
  `${rightToLeftLetter.source}(?:[\\s\\p{P}\\p{N}\\p{S}]*(?:${rightToLeftLetter.source}|\\p{M}))*`,
  'gu',
);

/** What stands between two characters that the docx package would take for the place of a list's number. */
const insidePlaceholder = /(?<=\{)(?=default-bullet-numbering)/u;

const breaks = new Map<string, () => XmlComponent>([
  ['\n', () => new LineBreak()],
  ['\r', () => new CarriageReturn()],
  ['\t', () => new Tab()],
]);

const looks: Readonly<Record<CitationRun['look'], IRunPropertiesOptions>> = {
  plain: {},
  italic: { italics: true },
  'small-caps': { smallCaps: true },
};

/** Whether `text` is to be set from right to left: its first letter is Arabic, Hebrew or of a related script. */
export function isRightToLeft(text: string): boolean {
  return rightToLeftLetter.test(/\p{L}/u.exec(text)?.[0] ?? '');
}

/** Each piece is a run of its own: among the children of one, the package takes words such as “SECTION” for fields. */
function runsOf(text: string, look: IRunPropertiesOptions): TextRun[] {
  return text
    .split(/([\n\r\t])/u)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const lineBreak = breaks.get(piece);
      if (lineBreak) return [new TextRun({ ...look, children: [lineBreak()] })];
      return piece.split(insidePlaceholder).map((words) => new TextRun({ ...look, text: words }));
    });
}

/**
 * `text` as runs that show every character of it: line breaks and tabs as Word's own, right-to-left stretches marked as
 * such, and what XML cannot hold as U+FFFD.
 */
export function textRuns(text: string, look: IRunPropertiesOptions = {}): ParagraphChild[] {
  const shown = printable(text);
  const runs: TextRun[] = [];
  let from = 0;
  for (const { 0: stretch, index } of shown.matchAll(rightToLeftStretch)) {
    runs.push(...runsOf(shown.slice(from, index), look), ...runsOf(stretch, { ...look, rightToLeft: true }));
    from = index + stretch.length;
  }
  return [...runs, ...runsOf(shown.slice(from), look)];
}

/** A citation with its italics and small capitals. */
export function citationRuns(citation: readonly CitationRun[], look: IRunPropertiesOptions = {}): ParagraphChild[] {
  return citation.flatMap(({ text, look: own }) => textRuns(text, { ...look, ...looks[own] }));
}
