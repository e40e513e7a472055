import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../../../core/sentence.ts';
import type { Conversion } from '../../../../../../electron/services/library/convert/conversion.ts';
import { hasBomb } from '../../../../../../electron/services/library/convert/pdf/check-streams.ts';
import { convertPdf } from '../../../../../../electron/services/library/convert/pdf/convert-pdf.ts';
import { type DrawnText, type PdfOptions, writePdf } from './write-pdf.ts';

const convert = async (bytes: Uint8Array) => await convertPdf({ name: 'any.pdf', bytes }, {});

async function read(pages: readonly (readonly DrawnText[])[], options?: PdfOptions): Promise<Conversion> {
  const converted = await convert(writePdf(pages, options));
  if (!converted.ok) throw new Error(converted.fault.message);
  return converted.value;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const converted = await convert(bytes);
  return converted.ok ? `taken: ${converted.value.text}` : converted.fault.message;
}

/** Lines under each other, the first at the top. */
const lines = (
  texts: readonly string[],
  { x = 72, y = 700, size = 10, step = 12, font = 'latin' as const } = {},
): DrawnText[] => texts.map((text, at) => ({ x, y: y - at * step, text, size, font }));

const inUnicode = (texts: readonly DrawnText[]): DrawnText[] => texts.map((text) => ({ ...text, font: 'unicode' }));

const remarksOf = ({ remarks }: Conversion): string[] => remarks.map(inEnglish);

const kindsOf = ({ text, structure }: Conversion): [string, string][] =>
  structure.flatMap(({ kind, lines: [from, to] }) =>
    text
      .split('\n')
      .slice(from - 1, to)
      .filter((line) => line !== '')
      .map((line): [string, string] => [kind, line]),
  );

const paragraph = [
  'The commission heard forty witnesses who had been held in the prison of',
  'the district, and who said that nobody had told them why they were there,',
  'nor for how long they would stay.',
];

describe('the text of a PDF', () => {
  it('has the lines of a paragraph joined by a space, and an empty line between paragraphs', async () => {
    const { text, format, pages } = await read([
      [...lines(paragraph), ...lines(['A second paragraph stands further below.'], { y: 640 })],
    ]);
    expect(text).toBe(`${paragraph.join(' ')}\n\nA second paragraph stands further below.`);
    expect(format).toBe('pdf');
    expect(pages).toEqual([{ start: 0, label: '1' }]);
  });

  it('keeps a hyphen at the end of a line as it stands, with the line break', async () => {
    const broken = [
      'They spoke of the con-',
      'ditions in which they were held for a long time, and of the well-',
      'known officers.',
    ];
    const { text } = await read([lines(broken)]);
    expect(text).toContain('con-\nditions');
    expect(text).toContain('well-\nknown');
  });

  it('keeps a soft hyphen that is drawn, and does not join the word', async () => {
    const { text } = await read([inUnicode(lines(['They spoke of the long and bad con\u00ad', 'ditions there.']))]);
    expect(text).toBe('They spoke of the long and bad con\u00ad\nditions there.');
  });

  it('has a letter of another font where it stands, though it is drawn after the others', async () => {
    const words = [
      { x: 72, text: 'aaa' },
      { x: 92, text: 'bbb' },
      { x: 87, text: 'ʼ' },
    ];
    expect((await read([inUnicode(words.map((word) => ({ ...word, y: 700 })))])).text).toBe('aaaʼbbb');
  });

  it('begins a paragraph where a line is indented after the end of a sentence', async () => {
    const { text } = await read([
      [...lines(paragraph), ...lines(['On the second day others came.'], { x: 90, y: 664 })],
    ]);
    expect(text.split('\n\n')).toEqual([paragraph.join(' '), 'On the second day others came.']);
  });

  it('is read where it is packed', async () => {
    expect((await read([lines(['Packed text.'])], { isPacked: true })).text).toBe('Packed text.');
  });

  it.each([
    ['Belarusian', 'Сям’я — натуральны асяродак: ўсе роўныя, і ніхто не можа быць падвергнуты катаванням.'],
    ['emoji and characters outside of the first plane', 'Подпись 😀 и 𝔘 и é.'],
    ['typographic quotes', '«Так», „так“, “so” — ‘so’.'],
  ])('is that of the table of the font: %s', async (_what, text) => {
    expect((await read([inUnicode(lines([text]))])).text).toBe(text);
  });

  it('is in the order of reading where it is written from the right to the left, with ligatures whole', async () => {
    const meant = 'الإعلان العالمي لحقوق الإنسان';
    // As a page is drawn: from the left to the right, with one glyph for lam and alef.
    const drawn = [...meant.replaceAll('لإ', 'A').replaceAll('لا', 'B')].reverse().join('');
    const { text } = await read([inUnicode(lines([drawn]))], { ligatures: { A: 'لإ', B: 'لا' } });
    expect(text).toBe(meant);
  });

  it('is read by the tables of pdf.js where a font has the codes of a Japanese standard', async () => {
    expect((await read([[{ x: 72, y: 700, text: '世界人権宣言', font: 'japanese' }]])).text).toBe('世界人権宣言');
  });

  it('has the letters that the shapes of letters stand for', async () => {
    expect((await read([inUnicode(lines(['The ﬁrst oﬃce.']))])).text).toBe('The first office.');
  });

  it('is read upright on a page that lies on its side', async () => {
    const { text } = await read([lines(paragraph)], { rotate: 90 });
    expect(text).toBe(paragraph.join(' '));
  });

  it('has what is drawn twice in one place once', async () => {
    const { text } = await read([[...lines(['Bold words.']), ...lines(['Bold words.'], { x: 72.2 })]]);
    expect(text).toBe('Bold words.');
  });
});

const left = Array.from({ length: 8 }, (_, at) => `left ${at} of the column with words`);
const right = Array.from({ length: 8 }, (_, at) => `right ${at} of the column with words`);

describe('the columns of a PDF', () => {
  it('are read one after the other where the page draws them so', async () => {
    const { text } = await read([[...lines(left), ...lines(right, { x: 320 })]]);
    expect(text.indexOf('left 7')).toBeLessThan(text.indexOf('right 0'));
  });

  it('are read one after the other where the page draws across them', async () => {
    const across = left.flatMap((_, at) => [
      ...lines([left[at] ?? ''], { y: 700 - 12 * at }),
      ...lines([right[at] ?? ''], { x: 320, y: 700 - 12 * at }),
    ]);
    const { text } = await read([across]);
    expect(text.indexOf('left 7')).toBeLessThan(text.indexOf('right 0'));
    expect(text.replace(/\s+/gu, ' ')).toContain(left.join(' '));
  });

  it('of a table are no columns: its rows are lines with tabs', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => [
      { x: 72, y: 700 - 14 * at, text: `Case ${at}` },
      { x: 200, y: 700 - 14 * at, text: `Minsk ${at}` },
      { x: 400, y: 700 - 14 * at, text: `${2010 + at}` },
    ]);
    const converted = await read([rows.flat()]);
    expect(converted.text.split('\n\n')[2]).toBe('Case 2\tMinsk 2\t2012');
    expect(kindsOf(converted)).toHaveLength(8);
    expect(new Set(kindsOf(converted).map(([kind]) => kind))).toEqual(new Set(['table-row']));
  });
});

describe('the structure of a PDF', () => {
  it('has headings by their size, the largest first', async () => {
    const converted = await read([
      [
        ...lines(['Report of the commission'], { y: 780, size: 20 }),
        ...lines(['Findings'], { y: 740, size: 14 }),
        ...lines(paragraph),
      ],
    ]);
    expect(converted.structure).toMatchObject([
      { kind: 'heading', level: 1, lines: [1, 1] },
      { kind: 'heading', level: 2, lines: [3, 3] },
    ]);
  });

  it('has headers, footers and page numbers that are repeated as furniture, and says where pages begin', async () => {
    const numbers = [1, 2, 3, 4, 5];
    const converted = await read(
      numbers.map((number) => [
        ...lines(['United Nations A/HRC/46/4'], { y: 810 }),
        ...lines([`Body of page ${number}.`]),
        ...lines([`Page ${number} of 5`], { y: 30 }),
      ]),
      { catalogue: '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>' },
    );
    const furniture = kindsOf(converted).filter(([kind]) => kind === 'furniture');
    expect(furniture).toHaveLength(10);
    expect(furniture.map(([, text]) => text)).not.toContain('Body of page 2.');
    expect(converted.pages?.map(({ label }) => label)).toEqual(['i', 'ii', '1', '2', '3']);
    const starts = converted.pages?.map(({ start }) => converted.text.slice(start, start + 14));
    expect(new Set(starts)).toEqual(new Set(['United Nations']));
  });

  it('has no furniture where a line is on one page only', async () => {
    const converted = await read(
      [1, 2, 3, 4].map((number) => lines([`Only on this one: ${'x'.repeat(number)}.`], { y: 810 })),
    );
    expect(kindsOf(converted)).toEqual([]);
  });
});

describe('what a PDF says of itself', () => {
  it('is taken as stated, and its date as the one of the file', async () => {
    const info = { Title: 'Заява «Вясны»', Author: 'Viasna; BHC', CreationDate: "D:20201105120000+03'00'" };
    const { facts } = await read([lines(['Text.'])], { info, catalogue: '/Lang (be-BY)' });
    expect(facts.title).toMatchObject({ value: 'Заява «Вясны»', basis: 'stated' });
    expect(facts.people?.value?.map(({ name }) => name)).toEqual(['Viasna', 'BHC']);
    expect(facts.date).toMatchObject({ value: '2020-11-05?', basis: 'inferred' });
    expect(facts.language).toMatchObject({ value: 'be-BY', basis: 'stated' });
  });

  it('is left out where it is nothing, or what a program wrote', async () => {
    const info = { Title: 'Microsoft Word - draft.doc', Author: '  ', CreationDate: 'yesterday' };
    expect((await read([lines(['Text.'])], { info })).facts).toEqual({});
  });
});

describe('a PDF that is not read whole', () => {
  it('is refused where it has no text, and says that it is a scan', async () => {
    expect(await refusal(writePdf([[], []]))).toContain('OCR');
  });

  it('names its pages without text', async () => {
    const text = lines(['Text.']);
    const converted = await read([text, [], [], text, []]);
    expect(remarksOf(converted)[0]).toContain('2–3, 5.');
    expect(converted.pages?.map(({ start }) => start)).toEqual([0, 7, 7, 7, converted.text.length]);
  });

  it('is told to be in doubt where its characters have no meaning', async () => {
    const converted = await read([inUnicode(lines(['\ue000\ue001\ue002 \ue003\ue004 and words']))]);
    expect(remarksOf(converted).join()).toContain('which letters');
  });

  it('is refused where it has a password, and opened where only its owner’s has', async () => {
    expect(await refusal(writePdf([lines(['Secret.'])], { password: 'user' }))).toContain('password');
    expect((await read([lines(['For everybody.'])], { password: '' })).text).toBe('For everybody.');
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('This is no PDF at all.')],
    ['its head alone', Buffer.from('%PDF-1.7\n')],
    [
      'a broken catalogue',
      Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R >>'),
    ],
    [
      'a tree of pages that is a circle',
      Buffer.from(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj trailer<</Root 1 0 R>>',
      ),
    ],
  ])('is refused with a sentence where it is %s', async (_what, bytes) => {
    expect(await refusal(bytes)).toMatch(/is no PDF, or is damaged|holds no text/u);
  });

  it('runs and fetches nothing that it asks for', async () => {
    const catalogue =
      '/OpenAction << /S /JavaScript /JS (globalThis.wasRun = true) >> /AA << /WC << /S /URI /URI (http://localhost:9/) >> >>';
    const { text } = await read([lines(['Text.'])], { catalogue });
    expect(text).toBe('Text.');
    expect('wasRun' in globalThis).toBe(false);
  });

  it('is refused where a page has more pieces than anybody writes', async () => {
    const page = Array.from({ length: 120_000 }, (_, at) => `1 0 0 1 ${at % 500} ${at % 800} Tm (w) Tj`).join('\n');
    expect(await refusal(writePdf([[]], { drawing: `BT /latin 9 Tf\n${page} ET`, isPacked: true }))).toContain(
      'larger',
    );
  });

  it('is refused before it is opened where what it has packed would take all memory', async () => {
    const flush = { finishFlush: constants.Z_FULL_FLUSH };
    const block = deflateRawSync(Buffer.alloc(32 * 1024 * 1024), flush);
    const packed = Buffer.concat([Buffer.from('7801', 'hex'), ...Array.from({ length: 20 }, () => block)]);
    const inFile = (stream: Uint8Array): Buffer =>
      Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj << /Length 9 >> stream\r\n'), stream, Buffer.from('\nendstream')]);
    expect(packed.length).toBeLessThan(1024 * 1024);
    expect(await refusal(inFile(packed))).toContain('larger');
    expect(await refusal(inFile(deflateSync(packed)))).toContain('larger');
    const often = [1, 2, 3, 4].reduce((data) => deflateSync(data), Buffer.from('Little.'));
    expect(await refusal(inFile(often))).toContain('larger');
    expect(await hasBomb(inFile(deflateSync(deflateSync(Buffer.from('Little.')))))).toBe(false);
  });

  it('never throws, wherever it is cut off or changed', async () => {
    const whole = writePdf([lines(paragraph), lines(left)], { isPacked: true });
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), end: fc.nat(whole.length) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        const cut = (changes[0]?.at ?? 0) % 2 === 0 ? bytes : bytes.subarray(0, changes[0]?.end);
        const converted = await convert(cut);
        expect(converted.ok || converted.fault.message.length > 20).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the lines of a PDF', () => {
  it('keep every word, whatever they are', async () => {
    const word = fc.stringMatching(/^[a-zA-Zабвгдеё’éł]{1,12}$/u);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const { text } = await read([inUnicode(lines(texts.map((words) => words.join(' '))))]);
          expect(text.split(/\s+/u)).toEqual(texts.flat());
        },
      ),
      { numRuns: 25 },
    );
  });
});
