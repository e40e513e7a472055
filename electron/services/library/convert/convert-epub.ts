import { importLimits } from '../../../../core/exchange/limits.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import { largestSource } from '../../../../core/statements/adding.ts';
import type { StructureHint } from '../../../../core/statements/catalogue.ts';
import { type OpenZip, openZip } from '../../exchange/zip/read-zip.ts';
import { type Conversion, type Convert, longestText } from './conversion.ts';
import { readPackage, resolveHref } from './epub/read-package.ts';
import { readXml, type XmlElement } from './epub/read-xml.ts';
import { decodeHtml } from './html/decode-html.ts';
import { readHtml } from './html/read-html.ts';
import { writeBlocks } from './html/write-blocks.ts';
import { refuseSize, tooLong } from './refuse-source.ts';

/** A book’s pictures and fonts are not unpacked; of what is, no part is as large as this. */
const limits = { ...importLimits, fileBytes: largestSource };
const largestPart = 64 * 1024 * 1024;

/** The ways in which fonts alone are made unusable outside of the book; its text is not encrypted by them. */
const obfuscations: ReadonlySet<string> = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);

const notABook = say(
  /*i18n*/ 'The file is no EPUB book, or a part of it is missing or damaged: get it again from where it came from.',
);

/** The bytes of a file of the archive; `null` where it is not there. */
async function readPart(zip: OpenZip, name: string): Promise<Result<Buffer | null>> {
  if (!zip.names.includes(name)) return succeed(null);
  return zip.sizeOf(name) > largestPart ? fail('invalid', notABook) : zip.read(name);
}

async function readDocument(zip: OpenZip, name: string): Promise<Result<readonly XmlElement[] | null>> {
  const bytes = await readPart(zip, name);
  if (!bytes.ok || bytes.value === null) return bytes.ok ? succeed(null) : bytes;
  const elements = readXml(decodeHtml(bytes.value, undefined).text);
  return elements ? succeed(elements) : fail('invalid', notABook);
}

/** Whether more than fonts is encrypted. */
function isProtected(encryption: readonly XmlElement[]): boolean {
  let isData = false;
  return encryption.some(({ name, attributes }) => {
    if (name === 'EncryptedData') isData = true;
    if (name === 'EncryptedKey') isData = false;
    return isData && name === 'EncryptionMethod' && !obfuscations.has(attributes['Algorithm'] ?? '');
  });
}

/** The chapters, one after the other. */
async function readChapters(zip: OpenZip, chapters: readonly string[]): Promise<Result<Conversion>> {
  const texts: string[] = [];
  const structure: StructureHint[] = [];
  let [line, length, missing] = [1, 0, 0];
  for (const chapter of chapters) {
    const bytes = await readPart(zip, chapter);
    if (!bytes.ok) return bytes;
    if (bytes.value === null) {
      missing += 1;
      continue;
    }
    const page = readHtml(decodeHtml(bytes.value, undefined).text, true);
    if (!page.ok) return page;
    const written = writeBlocks(
      page.value.blocks.map((block) => ({ block, isFurniture: false })),
      line,
    );
    if (written.text === '') continue;
    texts.push(written.text);
    for (const hint of written.structure) structure.push(hint);
    line += written.text.split('\n').length + 1;
    length += written.text.length + 2;
    if (length > longestText) {
      return fail('invalid', tooLong);
    }
  }
  if (texts.length === 0) {
    return fail('invalid', say(/*i18n*/ 'The book has no text: it may be made of pictures.'));
  }
  const remarks: Sentence[] = [];
  if (missing > 0) {
    remarks.push(
      say(
        /*i18n*/ '{count, plural, one {# part of the book is not in the file} other {# parts of the book are not in the file}}, and its text is not whole.',
        { count: missing },
      ),
    );
  }
  return succeed({
    format: 'epub',
    text: texts.join('\n\n'),
    structure,
    pages: null,
    facts: {},
    encoding: null,
    remarks,
  });
}

async function convertBook(zip: OpenZip): Promise<Result<Conversion>> {
  const container = await readDocument(zip, 'META-INF/container.xml');
  if (!container.ok) return container;
  const path = container.value?.find(({ name }) => name === 'rootfile')?.attributes['full-path'];
  const file = path === undefined ? null : resolveHref('', path);
  if (file === null) return fail('invalid', notABook);
  const encryption = await readDocument(zip, 'META-INF/encryption.xml');
  if (!encryption.ok) return encryption;
  if (isProtected(encryption.value ?? [])) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The book is protected against copying, and its text is encrypted: get it without this protection.'),
    );
  }
  const elements = await readDocument(zip, file);
  if (!elements.ok) return elements;
  if (elements.value === null) return fail('invalid', notABook);
  const { chapters, facts } = readPackage(elements.value, file);
  const read = await readChapters(zip, chapters);
  return read.ok ? succeed({ ...read.value, facts }) : read;
}

/**
 * Turns a book of EPUB 2 or 3 into a statement’s text: its chapters in reading order, without the table of contents that the
 * reading program shows. Refuses books whose text is encrypted; fonts may be.
 */
export const convertEpub: Convert = async ({ bytes }) => {
  const tooLarge = refuseSize(bytes.length);
  if (tooLarge !== null) return fail('invalid', tooLarge);
  const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  if (!zip.ok) return zip;
  try {
    return await convertBook(zip.value);
  } finally {
    zip.value.close();
  }
};
