import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CatalogueFields } from '../../../../../core/statements/catalogue.ts';
import { structureOf } from '../../../../../core/statements/structure.ts';
import type { Conversion } from '../../../../../electron/services/library/convert/conversion.ts';
import { convertEpub } from '../../../../../electron/services/library/convert/convert-epub.ts';
import { resolveHref } from '../../../../../electron/services/library/convert/epub/read-package.ts';
import { hardText } from '../../../../support/hard-text.ts';

const container =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>' +
  '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

const xhtml = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="be"><head><title/>` +
  `<script src="x.js"/><style type="text/css"/></head><body>${body}</body></html>`;

const packageOf = (metadata: string, chapters: readonly string[], version = '3.0'): string =>
  `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${version}">` +
  `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>` +
  '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' +
  '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' +
  '<item id="cover" href="cover.svg" media-type="image/svg+xml"/>' +
  chapters.map((href, at) => `<item id="c${at}" href="${href}" media-type="application/xhtml+xml"/>`).join('') +
  '</manifest><spine toc="ncx"><itemref idref="cover"/><itemref idref="nav"/>' +
  `${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}<itemref idref="lost"/></spine></package>`;

type Files = Readonly<Record<string, string | Uint8Array>>;

function zipOf(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries({ mimetype: 'application/epub+zip', ...files }).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: '2020-01-01T12:00:00Z' },
  );
}

const bookOf = (chapters: readonly string[], metadata = '', others: Files = {}): Uint8Array =>
  zipOf({
    'META-INF/container.xml': container,
    'OEBPS/book.opf': packageOf(
      metadata,
      chapters.map((_, at) => `text/${at}.xhtml`),
    ),
    'OEBPS/nav.xhtml': xhtml('<nav>Contents</nav>'),
    ...Object.fromEntries(chapters.map((body, at) => [`OEBPS/text/${at}.xhtml`, xhtml(body)])),
    ...others,
  });

async function convert(bytes: Uint8Array): Promise<Conversion> {
  const converted = await convertEpub({ name: 'book.epub', bytes }, {});
  if (!converted.ok) throw new Error(converted.fault.message);
  return converted.value;
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const converted = await convertEpub({ name: 'book.epub', bytes }, {});
  return converted.ok ? '' : converted.fault.message;
}

describe('the text of a book', () => {
  it('is its chapters in reading order, with their structure, and without its contents', async () => {
    const book = await convert(
      bookOf([
        '<h1>Раздзел першы</h1><p>Слова&#160;<a id="x"/>тут &amp; там<br/>і далей</p><p/><div/>хвост',
        '<section/>',
        '<h2>Second</h2><ol><li>one</li><li><p>two</p></li></ol><table><tr><th>a</th><td>b</td></tr></table><![CDATA[<kept>]]>',
      ]),
    );
    expect(book).toMatchObject({ format: 'epub', pages: null, encoding: null, remarks: [] });
    expect(book.text).toBe(
      'Раздзел першы\n\nСлова\u00a0тут & там\nі далей\n\nхвост\n\nSecond\n\none\n\ntwo\n\na\tb\n\n<kept>',
    );
    expect(structureOf(book.text, book.structure).map(({ kind, level }) => `${kind}${level ?? ''}`)).toEqual([
      'heading1',
      'paragraph',
      'paragraph',
      'heading2',
      'list-item',
      'list-item',
      'table-row',
      'paragraph',
    ]);
  });

  it('keeps every word, however hard', async () => {
    const tidy = (text: string): string => text.replace(/\s+/gu, '');
    await fc.assert(
      fc.asyncProperty(fc.array(hardText, { minLength: 1, maxLength: 4 }), async (texts) => {
        const words = texts.map((text) => text.replaceAll('\u0000', ''));
        fc.pre(tidy(words.join('')) !== '');
        const bodies = words.map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
        expect(tidy((await convert(bookOf(bodies))).text)).toBe(tidy(words.join('')));
      }),
      { numRuns: 60 },
    );
  });

  it('is read from a chapter in another encoding, and under an escaped name', async () => {
    const cyrillic = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><html><body><p>'),
      Buffer.from([0xcc, 0xb3, 0xed, 0xf1, 0xea]),
      Buffer.from('</p></body></html>'),
    ]);
    const book = zipOf({
      'META-INF/container.xml': container,
      'OEBPS/book.opf': packageOf('', ['a%20chapter%20%D1%96.xhtml#part', '../more.xhtml']),
      'OEBPS/a chapter і.xhtml': cyrillic,
      'more.xhtml': xhtml('<p>more'),
    });
    expect((await convert(book)).text).toBe('Мінск\n\nmore');
  });

  it('leaves a remark where a part of it is missing', async () => {
    const book = zipOf({
      'META-INF/container.xml': container,
      'OEBPS/book.opf': packageOf('', ['1.xhtml', '2.xhtml']),
      'OEBPS/2.xhtml': xhtml('<p>two</p>'),
    });
    const { text, remarks } = await convert(book);
    expect(text).toBe('two');
    expect(remarks.map(({ values }) => values)).toEqual([{ count: 1 }]);
  });
});

describe('what a book states of itself', () => {
  const factsOf = async (metadata: string) =>
    CatalogueFields.partial().parse((await convert(bookOf(['<p>Text</p>'], metadata))).facts);

  it('is taken from the metadata of EPUB 3', async () => {
    const facts = await factsOf(
      '<dc:title id="s">A subtitle</dc:title><dc:title id="t">The  Book</dc:title><meta refines="#t" property="title-type">main</meta>' +
        '<meta refines="#s" property="title-type">subtitle</meta><dc:creator id="a">Jane Doe</dc:creator>' +
        '<dc:creator id="b">John Smith</dc:creator><meta refines="#b" property="role" scheme="marc:relators">trl</meta>' +
        '<dc:publisher>Viasna</dc:publisher><dc:date>2021-05-01T00:00:00Z</dc:date><dc:language>be</dc:language>' +
        '<dc:rights>CC BY 4.0</dc:rights><meta property="dcterms:modified">2022-01-01</meta>',
    );
    expect(facts).toEqual({
      title: { value: 'The Book', basis: 'stated', from: 'The book’s <dc:title>.' },
      people: {
        value: [
          { name: 'Jane Doe', role: '', as: 'author' },
          { name: 'John Smith', role: 'translator', as: 'author' },
        ],
        basis: 'stated',
        from: 'The book’s <dc:creator>.',
      },
      publisher: { value: 'Viasna', basis: 'stated', from: 'The book’s <dc:publisher>.' },
      date: { value: '2021-05-01', basis: 'stated', from: 'The book’s <dc:date>.' },
      language: { value: 'be', basis: 'stated', from: 'The book’s <dc:language>.' },
      rights: { value: 'CC BY 4.0', basis: 'stated', from: 'The book’s <dc:rights>.' },
    });
  });

  it('is taken from the metadata of EPUB 2, and nothing where there is none', async () => {
    const facts = await factsOf(
      '<dc:title>The Book</dc:title><dc:creator opf:role="edt">Jane Doe</dc:creator>' +
        '<dc:date opf:event="modification">2022</dc:date><dc:date opf:event="publication">2019-03</dc:date>',
    );
    expect(facts).toMatchObject({ people: { value: [{ role: 'editor' }] }, date: { value: '2019-03' } });
    expect(await factsOf('<dc:title> </dc:title><dc:language>xx yy</dc:language>')).toEqual({});
  });
});

describe('a book that is not to be read', () => {
  const encryption = (algorithm: string): string =>
    '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>' +
    `<enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="OEBPS/x"/></enc:CipherData>` +
    '</enc:EncryptedData></encryption>';

  it('is one whose text is encrypted; that its fonts are is no matter', async () => {
    const withEncryption = (algorithm: string): Uint8Array =>
      bookOf(['<p>Text</p>'], '', { 'META-INF/encryption.xml': encryption(algorithm) });
    expect(await refusalOf(withEncryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc'))).toMatch(
      /protected against copying/u,
    );
    expect((await convert(withEncryption('http://www.idpf.org/2008/embedding'))).text).toBe('Text');
    expect((await convert(withEncryption('http://ns.adobe.com/pdf/enc#RC'))).text).toBe('Text');
  });

  it('is none, or damaged, or without text', async () => {
    const noBook = /no EPUB book/u;
    expect(await refusalOf(zipOf({ 'word/document.xml': '<x/>' }))).toMatch(noBook);
    expect(await refusalOf(zipOf({ 'META-INF/container.xml': '<container/>' }))).toMatch(noBook);
    expect(await refusalOf(zipOf({ 'META-INF/container.xml': container }))).toMatch(noBook);
    expect(await refusalOf(zipOf({ 'META-INF/container.xml': '<x>'.repeat(100_000) }))).toMatch(noBook);
    expect(await refusalOf(bookOf(['<img src="x.png"/>']))).toMatch(/The book has no text/u);
    expect(await refusalOf(strToU8('Not a ZIP'))).toMatch(/no ZIP archive/u);
    expect(await refusalOf(new Uint8Array())).not.toBe('');
    const whole = bookOf(['<p>Text</p>']);
    for (let cut = 1; cut < whole.length; cut += 97) expect(await refusalOf(whole.subarray(0, cut))).not.toBe('');
  });

  it('is one that unpacks to far more than it holds', async () => {
    const bomb = bookOf([`<p>${'a'.repeat(8_000_000)}</p>`]);
    expect(await refusalOf(bomb)).toMatch(/more than the archive can honestly hold/u);
  });

  it('gives no entity its own meaning, and follows none out of the file', async () => {
    const entities =
      '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>' +
      '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>x &b; &c; y</p></body></html>';
    const book = bookOf(['<p>x</p>'], '', { 'OEBPS/text/0.xhtml': entities });
    expect((await convert(book)).text).toBe('x &b; &c; y');
  });

  it('is not one whose bytes were changed at random', async () => {
    const whole = bookOf(['<h1>One</h1><p>Text</p>', '<p>Two</p>']);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const changed = whole.slice();
        changed[at] = byte;
        expect(await refusalOf(changed)).toMatch(/^$|^The /u);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the place of a part of a book', () => {
  it('is in the archive, and nowhere else', () => {
    expect(resolveHref('OEBPS/book.opf', 'text/1.xhtml')).toBe('OEBPS/text/1.xhtml');
    expect(resolveHref('OEBPS/book.opf', '../1.xhtml?x#y')).toBe('1.xhtml');
    expect(resolveHref('book.opf', './a//b%20c.xhtml')).toBe('a/b c.xhtml');
    expect(resolveHref('OEBPS/book.opf', '/1.xhtml')).toBe('1.xhtml');
    expect(resolveHref('OEBPS/book.opf', '100%.xhtml')).toBe('OEBPS/100%.xhtml');
    expect(resolveHref('OEBPS/book.opf', '../../etc/passwd')).toBeNull();
    expect(resolveHref('book.opf', 'http://evil.example/1.xhtml')).toBeNull();
    expect(resolveHref('book.opf', '#top')).toBeNull();
  });
});
