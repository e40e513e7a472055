import { fail, type Result, succeed } from '../../../../core/result.ts';
import { say } from '../../../../core/sentence.ts';
import type { SourceFormat } from '../../../../core/statements/own-statement.ts';
import { openZip } from '../../exchange/zip/read-zip.ts';
import type { SourceFile } from './conversion.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectEncoding } from './detect-encoding.ts';
import { type Foreign, foreignBy } from './file-signatures.ts';
import { refuseFormat } from './refuse-format.ts';

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** How an archive of ZIP begins, a compound file of Microsoft’s older programs, and a PDF. */
const zipMarks = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];
const compoundFile = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';
const pdf = '%PDF-';

/** Readers of PDF let something stand before it, but no more than this. */
function isPdf(head: string): boolean {
  const at = head.slice(0, 1_024).indexOf(pdf);
  return at === 0 || (at > 0 && '\r\n\0'.includes(head.charAt(at - 1)));
}

const endingOf = (name: string): string => /\.([a-z0-9]{1,10})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';

/** What a compound file of Microsoft’s older programs holds, by the names of the streams in it. */
function inCompoundFile(bytes: Uint8Array): Foreign {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (name: string): boolean => content.includes(name, 0, 'utf16le');
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('WordDocument')) return 'word';
  if (has('__substg1.0_')) return 'outlook';
  if (has('PowerPoint Document')) return 'presentation';
  return has('Workbook') || has('Book') ? 'spreadsheet' : 'office';
}

/** What the media type of an OpenDocument or an EPUB says. */
function byMediaType(mediaType: string): SourceFormat | { readonly foreign: Foreign } | null {
  if (mediaType.includes('application/epub+zip')) return 'epub';
  if (!mediaType.includes('opendocument')) return null;
  if (mediaType.includes('spreadsheet')) return { foreign: 'spreadsheet' };
  return { foreign: mediaType.includes('presentation') ? 'presentation' : 'opendocument' };
}

/** What a ZIP archive is, by the files in it. One that is damaged is left to the conversion of what its name says it is. */
async function inZip({ name, bytes }: SourceFile): Promise<Result<SourceFormat>> {
  const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (!zip.ok) {
    const ending = endingOf(name);
    return ending === 'docx' || ending === 'epub' ? succeed(ending) : zip;
  }
  try {
    const { names } = zip.value;
    const has = (start: string): boolean => names.some((entry) => entry.startsWith(start));
    if (has('[Content_Types].xml')) {
      if (has('word/')) return succeed('docx');
      if (has('xl/')) return fail('invalid', refuseFormat('spreadsheet'));
      if (has('ppt/')) return fail('invalid', refuseFormat('presentation'));
    }
    const isSmall = zip.value.sizeOf('mimetype') <= 200;
    const mediaType = isSmall && names.includes('mimetype') ? await zip.value.read('mimetype') : null;
    const stated = mediaType?.ok ? byMediaType(latin1(mediaType.value)) : null;
    if (stated !== null)
      return typeof stated === 'string' ? succeed(stated) : fail('invalid', refuseFormat(stated.foreign));
    if (has('META-INF/container.xml')) return succeed('epub');
    return fail('invalid', refuseFormat(has('Index/Document.iwa') || has('Index.zip') ? 'pages' : 'archive'));
  } finally {
    zip.value.close();
  }
}

/** Whether `head` begins a page: by its document type or its outermost elements, after comments. */
function beginsPage(head: string): boolean {
  const start = head.replace(/^(?:\s|<\?xml[^>]*>|<!--[\s\S]*?-->)+/u, '').slice(0, 200);
  return /^<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/iu.test(start);
}

/** Whether `head` begins a message: fields of a head, among them such as only programs write. */
function beginsMessage(head: string): boolean {
  const [fields = ''] = head.replace(/^From .*\r?\n/u, '').split(/\r?\n\r?\n/u);
  const lines = fields.split(/\r?\n/u).filter((line) => !/^[ \t]/u.test(line));
  // The sample may end within the last line.
  if (lines.length < 2 || !lines.slice(0, -1).every((line) => /^[!-9;-~]+:/u.test(line))) return false;
  const names = new Set(lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase()));
  const hasAny = (...some: readonly string[]): boolean => some.some((name) => names.has(name));
  return hasAny('from', 'return-path', 'sender') && hasAny('message-id', 'mime-version', 'received', 'content-type');
}

/** Whether `head` is that of a page which a browser saved as a message (MHTML). */
function isSavedPage(head: string, ending: string): boolean {
  const [fields = ''] = head.split(/\r?\n\r?\n/u);
  return (
    (/^mht(?:ml)?$/u.test(ending) && /^mime-version:/imu.test(fields)) ||
    /^(?:snapshot-content-location:|from:.*saved by )/imu.test(fields)
  );
}

const byName: Readonly<Record<string, SourceFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
};

/** What a file is that is text, by how it begins and then by its name. */
function inText({ name, bytes }: SourceFile, start: Uint8Array): Result<SourceFormat> {
  const sample = decodeBytes(start, detectEncoding(start).name) ?? '';
  const ending = endingOf(name);
  if (beginsPage(sample)) return succeed('html');
  if (/^(?:html?|xhtml|xht)$/u.test(ending) && /<[a-z][^>]*>/iu.test(sample)) return succeed('html');
  if (/^From \S+ .*\d{4}/u.test(sample) && /\n\r?\nFrom \S+ .*\d{4}\r?\n[\w-]+:/u.test(latin1(bytes))) {
    return fail('invalid', refuseFormat('mailbox'));
  }
  if (isSavedPage(sample, ending)) return succeed('html');
  if (beginsMessage(sample) || (ending === 'eml' && /^[\w-]+:/u.test(sample))) return succeed('email');
  return succeed(byName[ending] ?? 'text');
}

/** How much of a file is looked at, in bytes; a page may have a long comment before it. */
const looked = 16 * 1024;

/**
 * Which format a file is of: by its bytes first, so that a wrong name leads nowhere, and by its name where they are text. What
 * Attest does not read is refused with a sentence that says what it is and what to do. A file without bytes is refused too.
 */
export async function detectFormat(file: SourceFile): Promise<Result<SourceFormat>> {
  const start = file.bytes.subarray(0, looked);
  if (start.length === 0) return fail('invalid', say(/*i18n*/ 'The file is empty: choose another one.'));
  const head = latin1(start);
  if (isPdf(head)) return succeed('pdf');
  if (zipMarks.some((mark) => head.startsWith(mark))) return inZip(file);
  if (head.startsWith(compoundFile)) return fail('invalid', refuseFormat(inCompoundFile(file.bytes)));
  const foreign = foreignBy(head);
  return foreign === null ? inText(file, start) : fail('invalid', refuseFormat(foreign));
}
