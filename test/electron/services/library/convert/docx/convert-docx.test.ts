import {
  Document,
  EndnoteReferenceRun,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../../../core/sentence.ts';
import type { Conversion } from '../../../../../../electron/services/library/convert/conversion.ts';
import { convertDocx } from '../../../../../../electron/services/library/convert/docx/convert-docx.ts';

const convert = async (bytes: Uint8Array) => await convertDocx({ name: 'any.docx', bytes }, {});

async function read(bytes: Uint8Array): Promise<Conversion> {
  const converted = await convert(bytes);
  if (!converted.ok) throw new Error(converted.fault.message);
  return converted.value;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const converted = await convert(bytes);
  return converted.ok ? `taken: ${converted.value.text}` : converted.fault.message;
}

type DocumentOptions = ConstructorParameters<typeof Document>[0];

const pack = async (options: DocumentOptions): Promise<Uint8Array> => await Packer.toBuffer(new Document(options));

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A document of the body that is given as XML, and of more parts where they are given. */
function packBody(body: string, parts: Zippable = {}, spaces = ''): Uint8Array {
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${word} ${spaces}><w:body>${body}</w:body></w:document>`,
    ),
    ...parts,
  });
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const remarksOf = ({ remarks }: Conversion): string[] => remarks.map(inEnglish);
const kindsOf = ({ text, structure }: Conversion): [string, string][] =>
  structure.flatMap(({ kind, lines: [from, to] }) =>
    text
      .split('\n')
      .slice(from - 1, to)
      .filter((line) => line !== '')
      .map((line): [string, string] => [kind, line]),
  );

describe('the text of a Word document', () => {
  it('has an empty line between paragraphs, a line break where there is one, and nothing for empty paragraphs', async () => {
    const bytes = await pack({
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun('First,'), new TextRun({ text: 'second line.', break: 1 })] }),
            new Paragraph(''),
            new Paragraph({ children: [new TextRun({ text: 'A new page.' })], pageBreakBefore: true }),
          ],
        },
      ],
    });
    const { text, format, pages, encoding } = await read(bytes);
    expect(text).toBe('First,\nsecond line.\n\nA new page.');
    expect([format, pages, encoding]).toEqual(['docx', null, null]);
  });

  it('keeps what no keyboard has: non-breaking spaces, soft hyphens, combining marks, emoji', async () => {
    const text = 'Сям’я «и\u0301» 5\u00a0000 con\u00additions 👩‍⚖️ ‏العربية é – “so”';
    expect((await read(await pack({ sections: [{ children: [new Paragraph(text)] }] }))).text).toBe(text);
  });

  it('has white space as Word shows it', async () => {
    const body = `<w:p><w:r><w:t> One</w:t></w:r><w:r><w:t xml:space="preserve"> two\n</w:t></w:r><w:r><w:tab/><w:t>three</w:t><w:cr/><w:t>four</w:t><w:noBreakHyphen/></w:r></w:p>`;
    expect((await read(packBody(body))).text).toBe('One two \tthree\nfour\u2011');
  });

  it('has the words of elements around words: fields, other directions, controls, formulas, links', async () => {
    const body = `<w:p><w:fldSimple w:instr="SEQ x">${run('field ')}</w:fldSimple><w:bdo w:val="rtl">${run('עברית ')}</w:bdo><w:dir w:val="rtl">${run('dir ')}</w:dir><w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${run('control ')}</w:sdtContent></w:sdt><w:hyperlink r:id="r9">${run('link ')}</w:hyperlink><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:smartTag>${run(' tag')}</w:smartTag><w:unheardOf>${run(' other')}</w:unheardOf></w:p>`;
    const spaces = `xmlns:r="${office}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
    expect((await read(packBody(body, {}, spaces))).text).toBe('field עברית dir control link x=1 tag other');
  });

  it('has text boxes after their paragraph, once, however often they are in the file', async () => {
    const box = `<w:txbxContent><w:p>${run('In the box.')}</w:p></w:txbxContent>`;
    const body = `<w:p>${run('Before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run(' and after.')}</w:p>`;
    const spaces =
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
    expect((await read(packBody(body, {}, spaces))).text).toBe('Before and after.\n\nIn the box.');
  });

  it('has what tracked changes insert, and not what they delete or what is hidden, and says so', async () => {
    const body = `<w:p>${run('Kept ')}<w:ins w:id="1">${run('put in ')}</w:ins><w:del w:id="2"><w:r><w:delText>taken out</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>${run('end.')}</w:p>`;
    const converted = await read(packBody(body));
    expect(converted.text).toBe('Kept put in end.');
    expect(remarksOf(converted)).toEqual([expect.stringContaining('tracked changes')]);
    expect(remarksOf(await read(packBody(`<w:p>${run('Kept.')}</w:p>`)))).toEqual([]);
  });

  it('joins the paragraphs whose end a tracked change deletes', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('One ')}</w:p><w:p>${run('whole.')}</w:p>`;
    expect((await read(packBody(body))).text).toBe('One whole.');
  });

  it('never loses or changes a character of a paragraph', async () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/[\r\n\t]/gu, ' '));
    const clean = words.filter(
      (text) => text.trim() !== '' && !/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text),
    );
    // Separators of lines, which Word has as characters of a paragraph.
    const separated = ['\u2028first', 'a\u2028b', 'a\u0085b'];
    expect((await read(packBody(separated.map((each) => `<w:p>${run(each)}</w:p>`).join('')))).text).toBe(
      separated.join('\n\n'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(clean, { minLength: 1, maxLength: 8 }), async (texts) => {
        const escaped = texts.map((text) => text.replace(/[&<>]/gu, (letter) => `&#${letter.charCodeAt(0)};`));
        const { text } = await read(packBody(escaped.map((each) => `<w:p>${run(each)}</w:p>`).join('')));
        expect(text).toBe(texts.join('\n\n'));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the structure of a Word document', () => {
  it('has headings by their styles, three levels of them, and titles', async () => {
    const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_5];
    const bytes = await pack({
      sections: [{ children: levels.map((heading) => new Paragraph({ text: heading, heading })) }],
    });
    const { structure } = await read(bytes);
    expect(structure.map(({ kind, level }) => [kind, level])).toEqual([1, 1, 2, 3].map((level) => ['heading', level]));
    expect(structure.map(({ lines }) => lines)).toEqual([1, 3, 5, 7].map((line) => [line, line]));
  });

  it('has headings by what a style of one’s own rests on, or by its level in the outline', async () => {
    const bytes = await pack({
      styles: {
        paragraphStyles: [
          { id: 'Chapter', name: 'Глава', basedOn: 'Heading2' },
          { id: 'Circle', name: 'Circle', basedOn: 'Circle' },
          { id: 'Outlined', name: 'Outlined', paragraph: { outlineLevel: 0 } },
        ],
      },
      sections: [{ children: ['Chapter', 'Circle', 'Outlined'].map((style) => new Paragraph({ text: style, style })) }],
    });
    const converted = await read(bytes);
    expect(converted.structure).toMatchObject([
      { kind: 'heading', level: 2, lines: [1, 1] },
      { kind: 'heading', level: 1, lines: [5, 5] },
    ]);
  });

  it('has items of lists, and says that numbers were left out', async () => {
    const numbering = {
      config: [{ reference: 'own', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
    };
    const numbered = await read(
      await pack({
        numbering,
        sections: [{ children: [new Paragraph({ text: 'Article', numbering: { reference: 'own', level: 0 } })] }],
      }),
    );
    expect(kindsOf(numbered)).toEqual([['list-item', 'Article']]);
    expect(remarksOf(numbered)).toEqual([expect.stringContaining('Numbers')]);
    const pointed = await read(
      await pack({ sections: [{ children: [new Paragraph({ text: 'Point', bullet: { level: 0 } })] }] }),
    );
    expect(kindsOf(pointed)).toEqual([['list-item', 'Point']]);
    expect(remarksOf(pointed)).toEqual([]);
  });

  it('has a row of a table in a line, its cells apart by tabs and each under its column', async () => {
    const cell = (text: string, options = {}): TableCell =>
      new TableCell({ children: text.split('|').map((each) => new Paragraph(each)), ...options });
    const table = new Table({
      rows: [
        new TableRow({ children: [cell('Name', { columnSpan: 2 }), cell('Date')], tableHeader: true }),
        new TableRow({ children: [cell('A', { verticalMerge: VerticalMergeType.RESTART }), cell('b|c'), cell('1')] }),
        new TableRow({ children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('d\te'), cell('2')] }),
      ],
    });
    const converted = await read(await pack({ sections: [{ children: [table] }] }));
    expect(kindsOf(converted)).toEqual([
      ['table-row', 'Name\t\tDate'],
      ['table-row', 'A\tb c\t1'],
      ['table-row', '\td e\t2'],
    ]);
  });

  it('has the blocks of a table that only lays out a page', async () => {
    const inner = new Table({
      rows: [new TableRow({ children: ['x', 'y'].map((text) => new TableCell({ children: [new Paragraph(text)] })) })],
    });
    const frame = new Table({
      rows: [
        new TableRow({
          children: [new TableCell({ children: [new Paragraph('Letter'), inner, new Paragraph('End')] })],
        }),
      ],
    });
    const converted = await read(await pack({ sections: [{ children: [frame] }] }));
    expect(converted.text).toBe('Letter\n\nx\ty\n\nEnd');
    expect(kindsOf(converted)).toEqual([['table-row', 'x\ty']]);
  });

  it('has headers first and footers last, once, as furniture', async () => {
    const section = (text: string) => ({
      headers: { default: new Header({ children: [new Paragraph('Distr. General')] }) },
      footers: { default: new Footer({ children: [new Paragraph('GE.20-1')] }) },
      children: [new Paragraph(text)],
    });
    const converted = await read(await pack({ sections: [section('One.'), section('Two.')] }));
    expect(converted.text).toBe('Distr. General\n\nOne.\n\nTwo.\n\nGE.20-1');
    expect(kindsOf(converted)).toEqual([
      ['furniture', 'Distr. General'],
      ['furniture', 'GE.20-1'],
    ]);
  });
});

describe('the notes of a Word document', () => {
  const notes = {
    footnotes: { 1: { children: [new Paragraph('First note.')] }, 2: { children: [new Paragraph('Second.')] } },
    endnotes: { 1: { children: [new Paragraph('At the end.')] } },
  };

  it('stand at the end in the order of their numbers, with the numbers where the text refers to them', async () => {
    const children = [
      new TextRun('One'),
      new FootnoteReferenceRun(2),
      new TextRun(' two'),
      new FootnoteReferenceRun(1),
      new EndnoteReferenceRun(1),
    ];
    const converted = await read(await pack({ ...notes, sections: [{ children: [new Paragraph({ children })] }] }));
    expect(converted.text).toBe('One[1] two[2][i]\n\n[1] Second.\n\n[2] First note.\n\n[i] At the end.');
    expect(remarksOf(converted)).toEqual([expect.stringContaining('Notes stand at the end')]);
  });

  it('have the mark that stands in the text where it is one’s own', async () => {
    const body = `<w:p>${run('Word')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r></w:p>`;
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`;
    const bytes = packBody(body, {
      'word/footnotes.xml': strToU8(
        `<w:footnotes ${word}><w:footnote w:id="3"><w:p>${run('* By the author.')}</w:p></w:footnote></w:footnotes>`,
      ),
      'word/_rels/document.xml.rels': strToU8(rels),
    });
    expect((await read(bytes)).text).toBe('Word*\n\n* By the author.');
  });
});

describe('what a Word document says of itself', () => {
  it('is taken as stated, and its date as the one of the file', async () => {
    const bytes = await pack({
      title: 'Заява',
      creator: 'Viasna; BHC',
      sections: [{ children: [new Paragraph('Text.')] }],
    });
    const files = unzipSync(bytes);
    const core = new TextDecoder().decode(files['docProps/core.xml']);
    const dated = core
      .replace(/(<dcterms:created[^>]*>)[^<]*/u, '$12020-11-05T22:30:00Z')
      .replace('<dc:title>', '<dc:language>be_BY</dc:language><dc:title>');
    const { facts } = await read(zipSync({ ...files, 'docProps/core.xml': strToU8(dated) }));
    expect(facts.title).toMatchObject({ value: 'Заява', basis: 'stated' });
    expect(facts.people?.value?.map(({ name }) => name)).toEqual(['Viasna', 'BHC']);
    expect(facts.date).toMatchObject({ value: '2020-11-05?', basis: 'inferred' });
    expect(facts.language).toMatchObject({ value: 'be-BY', basis: 'stated' });
  });

  it('is nothing where it says nothing', async () => {
    expect((await read(packBody(`<w:p>${run('Text.')}</w:p>`))).facts).toEqual({});
  });
});

describe('a file that is no Word document', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'is no Word document'],
    ['a text', strToU8('This is no document at all.'), 'is no Word document'],
    ['an archive of other files', zipSync({ 'a.txt': strToU8('a') }), 'is an archive'],
    [
      'one with a part of another name',
      zipSync({ 'word/document.xml': strToU8('<html><body/></html>') }),
      'is an archive',
    ],
    ['broken XML', packBody('<w:p><w:r>'), 'is damaged'],
    ['an entity that is nowhere', packBody('<w:p><w:r><w:t>&bomb;</w:t></w:r></w:p>'), 'is damaged'],
    ['no words', packBody('<w:p/>'), 'no text'],
    [
      'words one in the other',
      packBody('<w:tbl><w:tr><w:tc>'.repeat(200) + '</w:tc></w:tr></w:tbl>'.repeat(200)),
      'larger',
    ],
  ])('is refused with a sentence where it is %s', async (_what, bytes, expected) => {
    expect(await refusal(bytes)).toContain(expected);
  });

  it('is refused where it would unpack to far more than it is', async () => {
    const bytes = packBody(`<w:p>${run('a'.repeat(30_000_000))}</w:p>`);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusal(bytes)).toContain('far more than the archive can honestly hold');
  });

  it('is refused where its entities would grow', async () => {
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document ${word}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
      ),
    });
    expect(await refusal(bytes)).toContain('is damaged');
  });

  it('reads nothing outside: no picture by its address, no part of another place', async () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/footnotes" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="r2" Type="${office}/styles" Target="../../../../etc/passwd"/></Relationships>`;
    const bytes = packBody(
      `<w:p>${run('Text.')}<w:r><w:drawing><a:blip r:link="r1"/></w:drawing></w:r></w:p>`,
      { 'word/_rels/document.xml.rels': strToU8(rels) },
      `xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`,
    );
    const converted = await read(bytes);
    expect(converted.text).toBe('Text.');
    expect(remarksOf(converted)).toEqual([expect.stringContaining('Pictures')]);
  });

  it('never throws, wherever it is cut off or changed', async () => {
    const whole = await pack({ title: 'T', sections: [{ children: [new Paragraph('Words of a document.')] }] });
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(whole.length), async (changes, end) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        const converted = await convert(end % 3 === 0 ? bytes.subarray(0, end) : bytes);
        expect(converted.ok || converted.fault.message.length > 20).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});
