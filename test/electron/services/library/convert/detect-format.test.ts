import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../../../electron/services/library/convert/detect-format.ts';
import { encodeLegacy, encodeUtf16 } from './encode-legacy.ts';

/** The format, or the sentence with which it is refused. */
async function formatOf(bytes: Uint8Array | string, name = 'file'): Promise<string> {
  const given = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  const detected = await detectFormat({ name, bytes: given });
  return detected.ok ? detected.value : detected.fault.message;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function zipOf(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
}

const compoundFile = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(500),
  ]);

describe('what Attest reads', () => {
  it('is known by its bytes, whatever it is called', async () => {
    expect(await formatOf('%PDF-1.7\n', 'a.txt')).toBe('pdf');
    expect(await formatOf('junk\r\n%PDF-1.4\n', 'a')).toBe('pdf');
    expect(await formatOf(zipOf('[Content_Types].xml', 'word/document.xml'), 'a.zip')).toBe('docx');
    expect(await formatOf(zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }] }), 'a.zip')).toBe(
      'epub',
    );
    expect(await formatOf(zipOf('META-INF/container.xml', 'a.opf'), 'a')).toBe('epub');
    expect(await formatOf('\n<!-- saved -->\n<!DOCTYPE html><p>x', 'a.txt')).toBe('html');
    expect(await formatOf('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'a')).toBe('html');
    expect(await formatOf(encodeUtf16('\ufeff<html><body>права', 'le'), 'a')).toBe('html');
    expect(await formatOf('Return-Path: <a@b>\r\nReceived: from x\r\n by y\r\nSubject: z\r\n\r\nText', 'a.txt')).toBe(
      'email',
    );
    expect(await formatOf('From - Mon Jan 01 10:00:00 2024\nFrom: a@b\nMessage-ID: <1@b>\n\nText', 'a')).toBe('email');
  });

  it('is known by its name where it is text', async () => {
    expect(await formatOf('# Heading', 'a.MD')).toBe('markdown');
    expect(await formatOf('# Heading', 'a.txt')).toBe('text');
    expect(await formatOf('Text of no kind', 'README')).toBe('text');
    expect(await formatOf('<p>A part of a page', 'a.htm')).toBe('html');
    expect(await formatOf('Subject: only this\r\n\r\nText', 'a.eml')).toBe('email');
    expect(await formatOf('A text that was called a PDF', 'a.pdf')).toBe('text');
    expect(await formatOf('{"json": 1}', 'a.json')).toBe('text');
  });

  it('is no message where a text only begins with a memorandum’s lines', async () => {
    expect(await formatOf('From: The Chair\nTo: All\nDate: 5 May\nSubject: Elections\n\nText', 'a.txt')).toBe('text');
    expect(await formatOf('MODERATOR: Hello.\nQUESTION: Yes?\n', 'a.txt')).toBe('text');
  });

  it('is a page where a browser saved it as one file', async () => {
    const saved =
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x\r\nSubject: t\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a';
    expect(await formatOf(saved, 'a.mhtml')).toBe('html');
    expect(await formatOf(saved, 'a')).toBe('html');
  });

  it('is left to its conversion where an archive of its name is damaged', async () => {
    const whole = zipOf('[Content_Types].xml', 'word/document.xml');
    expect(await formatOf(whole.subarray(0, 60), 'a.docx')).toBe('docx');
    expect(await formatOf(whole.subarray(0, 60), 'a.epub')).toBe('epub');
    expect(await formatOf(whole.subarray(0, 60), 'a.zip')).toMatch(/^The file is no ZIP archive/u);
  });
});

describe('what Attest does not read', () => {
  it.each([
    ['a document of an old version of Word (.doc)', compoundFile('WordDocument')],
    ['a document of an old version of Word (.doc)', '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'],
    ['an old document of an office program', compoundFile('Contents')],
    ['a spreadsheet', compoundFile('Workbook')],
    ['a spreadsheet', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['a spreadsheet', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })],
    ['a presentation', zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['a message of Outlook (.msg)', compoundFile('__substg1.0_0037001F')],
    ['a document in rich text (.rtf)', '{\\rtf1\\ansi'],
    ['an OpenDocument text (.odt)', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })],
    ['a document of Pages', zipOf('Index/Document.iwa', 'preview.jpg')],
    ['an e-book for Kindle', `${'x'.repeat(60)}BOOKMOBI`],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    ['a picture', '\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF'],
    ['a picture', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['a picture', '\0\0\0\u0018ftypheic'],
    ['a recording', 'ID3\u0003\0\0'],
    ['a recording', '\0\0\0\u0018ftypmp42'],
    ['an archive', zipOf('a.txt', 'b.txt')],
    ['an archive', '7z\u00bc\u00af\u0027\u001c'],
    [
      'a mailbox with several messages',
      'From a@b Mon Jan 01 10:00:00 2024\nFrom: a\n\nx\n\nFrom c@d Mon Jan 01 10:00:00 2024\nFrom: c\n\ny',
    ],
    ['no text', '\u007fELF\u0002\u0001'],
    ['empty', ''],
  ])('is refused as %s', async (kind, bytes) => {
    const said = await formatOf(bytes, 'statement.docx');
    expect(said).toMatch(/^The file is /u);
    expect(said).toContain(kind);
  });

  it('is refused where a password is on it', async () => {
    expect(await formatOf(compoundFile('EncryptedPackage'))).toMatch(/^The document has a password/u);
  });

  it('does not take a text for something else by how it begins', async () => {
    for (const text of [
      'явление народу',
      'яыяы',
      'FORMER officials',
      'BM is short for Books',
      'MZ',
      'RIFFs and more',
      'ID3 tags',
      'Russia',
    ]) {
      expect(await formatOf(encodeLegacy(text, 'windows-1251'), 'a.txt'), text).toBe('text');
    }
    expect(await formatOf(utf8('The file begins with %PDF-1.4, they said'), 'a.txt')).toBe('text');
  });

  it('never makes it throw', async () => {
    const starts = [
      '',
      'PK\u0003\u0004',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '%PDF-',
      '<html>',
      'From: ',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, noise) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), noise]);
        expect(typeof (await formatOf(bytes, 'a.bin'))).toBe('string');
      }),
      { numRuns: 200 },
    );
  });
});
