import { fail, type Result, succeed } from '../../../../../core/result.ts';
import { type Sentence, say } from '../../../../../core/sentence.ts';
import type { CatalogueFields } from '../../../../../core/statements/catalogue.ts';
import { readDate } from '../../../../../core/statements/edtf-date.ts';
import type { Conversion, Convert } from '../conversion.ts';
import { type ConvertedBlock, joinBlocks } from '../join-blocks.ts';
import { refuseSize, refuseText } from '../refuse-source.ts';
import { readHeadingLevels } from './heading-levels.ts';
import { readWordPackage, type WordPackage } from './read-package.ts';
import { damagedDocument } from './refusals.ts';
import { type WalkedDocument, walkDocument } from './walk-document.ts';
import { readWordDocument } from './word-document.ts';

/** The longest name of a property that is somebody’s and no mistake, in UTF-16 units. */
const longestProperty = 1_000;

function readLanguage(tag: string | undefined): string | null {
  try {
    const [language = null] = tag === undefined ? [] : Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    return language === 'und' ? null : language;
  } catch {
    // That is how `Intl` tells that a tag is none.
    return null;
  }
}

function readFacts({ properties }: WordPackage): Partial<CatalogueFields> {
  const property = (name: string): string | undefined => properties.get(name)?.slice(0, longestProperty);
  const title = property('title');
  const creators = (property('creator') ?? '').split(';').flatMap((name) => name.trim() || []);
  const date = property('created')?.slice(0, 10);
  const language = readLanguage(property('language'));
  return {
    ...(title !== undefined && {
      title: { value: title, basis: 'stated', from: 'The title in the document’s properties.' },
    }),
    ...(creators.length > 0 && {
      people: {
        value: creators.map((name) => ({ name, role: 'author', as: 'author' as const })),
        basis: 'stated',
        from: 'The author in the document’s properties.',
      },
    }),
    ...(date !== undefined &&
      readDate(date) !== null && {
        date: { value: `${date}?`, basis: 'inferred', from: 'When the file was made, by the document’s properties.' },
      }),
    ...(language !== null && {
      language: { value: language, basis: 'stated', from: 'The language in the document’s properties.' },
    }),
  };
}

function describeRemarks({ remarks }: WordPackage, { notes, hasNumbers }: WalkedDocument): Sentence[] {
  return [
    remarks.hasUnshown &&
      say(
        /*i18n*/ 'Text that tracked changes delete, or that the document hides, was left out; text they insert was kept.',
      ),
    remarks.comments > 0 &&
      say(/*i18n*/ '{count, plural, one {# comment was} other {# comments were}} left out.', {
        count: remarks.comments,
      }),
    remarks.hasObjects &&
      say(
        /*i18n*/ 'Pictures and other objects in the document were left out; of formulas only the characters were kept.',
      ),
    hasNumbers &&
      say(/*i18n*/ 'Numbers that Word puts before paragraphs by itself are no part of the text, and were left out.'),
    notes.length > 0 &&
      say(
        /*i18n*/ 'Notes stand at the end; their numbers in square brackets were counted, and may differ from those in Word.',
      ),
  ].filter((remark): remark is Sentence => remark !== false);
}

/** The blocks of headers or footers, each once however many sections have it. */
async function readFurniture(names: readonly string[], { parts }: WordPackage, why: string): Promise<ConvertedBlock[]> {
  const texts = new Set<string>();
  for (const name of names) {
    const document = await readWordDocument(name, parts);
    const { blocks } = walkDocument(document, { headings: new Map(), markedNotes: new Set() });
    for (const { text } of blocks) texts.add(text);
  }
  return [...texts].map((text) => ({ text, hint: { kind: 'furniture', why } }));
}

async function readBlocks(read: WordPackage): Promise<WalkedDocument> {
  const styles = read.styles === null ? undefined : read.parts.get(read.styles);
  const headings = styles === undefined ? new Map<string, number>() : readHeadingLevels(styles);
  const document = await readWordDocument(read.main, read.parts);
  const walked = walkDocument(document, { headings, markedNotes: read.remarks.markedNotes });
  if (walked.blocks.length === 0) return walked;
  const headers = await readFurniture(read.headers, read, 'A header of the pages in Word.');
  const footers = await readFurniture(read.footers, read, 'A footer of the pages in Word.');
  return { ...walked, blocks: [...headers, ...walked.blocks, ...walked.notes, ...footers] };
}

/**
 * A Word document (DOCX): its paragraphs with line breaks as they are, headings by their styles, items of lists, rows of tables,
 * text boxes after the paragraph they hang on, headers first and footers last as furniture, notes after the body, and before them
 * `[1]` where the text refers to them, as Word itself writes plain text. What tracked changes insert is text, what they delete is not.
 */
export const convertDocx: Convert = async (file): Promise<Result<Conversion>> => {
  const refusal = refuseSize(file.bytes.length);
  if (refusal !== null) return fail('invalid', refusal);
  const read = await readWordPackage(file.bytes);
  if (!read.ok) return read;
  let walked: WalkedDocument;
  try {
    walked = await readBlocks(read.value);
  } catch {
    // mammoth throws whatever a broken document leads it to.
    return fail('unreadable', damagedDocument);
  }
  const { text, structure } = joinBlocks(walked.blocks);
  const refused = refuseText(text);
  if (refused !== null) return fail('invalid', refused);
  const remarks = describeRemarks(read.value, walked);
  return succeed({
    format: 'docx',
    text,
    structure,
    pages: null,
    facts: readFacts(read.value),
    encoding: null,
    remarks,
  });
};
