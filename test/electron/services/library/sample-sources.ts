import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { encodeLegacy } from './convert/encode-legacy.ts';
import { writePdf } from './convert/pdf/write-pdf.ts';

const container =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>' +
  '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

const book =
  '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  '<dc:title>The book</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>' +
  '<spine><itemref idref="c"/></spine></package>';

const mail = [
  'From: Anna <anna@example.org>',
  'Subject: The letter',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'They wrote.',
];

/** A sentence in Belarusian of which an encoding can be told. */
export const cyrillic =
  'Мы, ніжэйпадпісаныя, патрабуем неадкладнага вызвалення ўсіх палітычных зняволеных і спынення катаванняў.';

/** A file of every format that is read, by its name; and words that are in its text. */
export async function sampleSources(): Promise<Readonly<Record<string, { bytes: Uint8Array; words: string }>>> {
  const paragraphs = [
    new Paragraph({ text: 'The report', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('They were held in Akrestsina.'),
  ];
  const docx = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));
  return {
    'letter.txt': { bytes: encodeLegacy(cyrillic, 'windows-1251'), words: 'палітычных зняволеных' },
    'notes.md': { bytes: Buffer.from('# Notes\n\nThey *met* on Monday.'), words: 'They met on Monday.' },
    'page.html': { bytes: Buffer.from('<!doctype html><title>P</title><p>They voted.</p>'), words: 'They voted.' },
    'report.docx': { bytes: new Uint8Array(docx), words: 'held in Akrestsina' },
    'scan.pdf': {
      bytes: writePdf([[{ x: 72, y: 700, text: 'They were beaten in custody.' }]]),
      words: 'beaten in custody',
    },
    'book.epub': {
      bytes: zipSync({
        mimetype: strToU8('application/epub+zip'),
        'META-INF/container.xml': strToU8(container),
        'book.opf': strToU8(book),
        'c.xhtml': strToU8('<html xmlns="http://www.w3.org/1999/xhtml"><body><p>They read it.</p></body></html>'),
      }),
      words: 'They read it.',
    },
    'mail.eml': { bytes: Buffer.from(mail.join('\r\n')), words: 'They wrote.' },
  };
}
