import type { CatalogueFields } from '../../../../../core/statements/catalogue.ts';
import { readDate } from '../../../../../core/statements/edtf-date.ts';
import type { PdfDocument } from './pdf-engine.ts';

/** The longest property that is somebody’s and no mistake, in UTF-16 units. */
const longestProperty = 1_000;

/** Titles that programs give a document whose author gave none. */
const noTitle = /^(?:untitled|microsoft word - .*|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|html?|txt|tmp))$/iu;

function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestProperty);
  return text === '' ? null : text;
}

/** The day that a PDF’s date (`D:20201105…`) or an XMP date (`2020-11-05T…`) says, as EDTF; `null` where it says none. */
function readPdfDate(value: unknown): string | null {
  const text = readText(value) ?? '';
  const digits = /^(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?/u.exec(text);
  if (!digits) return null;
  const date = digits.slice(1, 4).filter(Boolean).join('-');
  return readDate(date) === null ? null : date;
}

function readLanguage(value: unknown): string | null {
  try {
    const [language = null] = Intl.getCanonicalLocales((readText(value) ?? '').replaceAll('_', '-'));
    return language === 'und' ? null : language;
  } catch {
    // That is how `Intl` tells that a tag is none.
    return null;
  }
}

/** What XMP and the document’s information say of one thing, the newer XMP first. */
interface Properties {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly created: string | null;
  readonly language: string | null;
}

async function readProperties(document: PdfDocument): Promise<Properties> {
  const { info, metadata } = await document.getMetadata();
  const given: Readonly<Record<string, unknown>> = { ...info };
  const creators: unknown = metadata?.get('dc:creator');
  const authors = (Array.isArray(creators) ? creators : [creators]).flatMap((name) => readText(name) ?? []);
  const author = readText(given['Author']);
  return {
    title: readText(metadata?.get('dc:title')) ?? readText(given['Title']),
    authors: authors.length > 0 ? authors : (author ?? '').split(';').flatMap((name) => name.trim() || []),
    created: readPdfDate(given['CreationDate']) ?? readPdfDate(metadata?.get('xmp:createdate')),
    language: readLanguage(given['Language']) ?? readLanguage(metadata?.get('dc:language')),
  };
}

/** What a PDF says of itself, in its information and in its XMP: title, authors, language, and when the file was made. */
export async function readPdfFacts(document: PdfDocument): Promise<Partial<CatalogueFields>> {
  let properties: Properties;
  try {
    properties = await readProperties(document);
  } catch {
    // A document whose properties are broken is a document all the same.
    return {};
  }
  const { title, authors, created, language } = properties;
  return {
    ...(title !== null &&
      !noTitle.test(title) && {
        title: { value: title, basis: 'stated', from: 'The title in the PDF’s properties.' },
      }),
    ...(authors.length > 0 && {
      people: {
        value: authors.map((name) => ({ name, role: 'author', as: 'author' as const })),
        basis: 'stated',
        from: 'The author in the PDF’s properties.',
      },
    }),
    ...(created !== null && {
      date: { value: `${created}?`, basis: 'inferred', from: 'When the file was made, by the PDF’s properties.' },
    }),
    ...(language !== null && {
      language: { value: language, basis: 'stated', from: 'The language in the PDF’s properties.' },
    }),
  };
}
