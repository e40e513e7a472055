import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A piece of text on a page: where its baseline begins, from the corner at the bottom left, in points. */
export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** `latin` has the codes of Windows-1252, `unicode` codes of its own that a table explains, `unknown` such without a table. */
  readonly font?: 'latin' | 'unicode' | 'unknown' | 'japanese';
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  /** More entries of the catalogue, as they are written. */
  readonly catalogue?: string;
  readonly isPacked?: boolean;
  /** The password of whoever may only read; empty where everybody may. */
  readonly password?: string;
  /** What a page has beside its text, as they are written. */
  readonly drawing?: string;
  readonly rotate?: number;
  /** What a glyph of the font `unicode` stands for that stands for several letters, by the letter in the text. */
  readonly ligatures?: Readonly<Record<string, string>>;
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number): void => {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
const pad = (password: string): Buffer => Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
const hex = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

function encryption(password: string) {
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(pad('owner')).subarray(0, 5), pad(password));
  const key = md5(pad(password), owner, Buffer.from('fcffffff', 'hex'), id).subarray(0, 5);
  const user = rc4(key, padding);
  return {
    entry: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >> /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`,
    encrypt: (data: Uint8Array, number: number): Buffer =>
      rc4(md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10), data),
  };
}

/** Gives each letter a code of its own, from 1. */
function createCodes() {
  const codes = new Map<string, number>();
  return {
    codes,
    write: (text: string): string =>
      [...text]
        .map((letter) => {
          const code = codes.get(letter) ?? codes.size + 1;
          codes.set(letter, code);
          return code.toString(16).padStart(4, '0');
        })
        .join(''),
  };
}

function toUnicode(codes: ReadonlyMap<string, number>, ligatures: Readonly<Record<string, string>>): string {
  const rows = [...codes].map(([letter, code]) => {
    const meant = Buffer.from(ligatures[letter] ?? letter, 'utf16le')
      .swap16()
      .toString('hex');
    return `<${code.toString(16).padStart(4, '0')}> <${meant}>`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange ${rows.length} beginbfchar
${rows.join('\n')}
endbfchar endcmap end end`;
}

/** A PDF of pages with text in it, written by hand: with fonts that are not in it, so that each letter is as wide as is said here. */
export function writePdf(pages: readonly (readonly DrawnText[])[], options: PdfOptions = {}): Buffer {
  const { codes, write } = createCodes();
  const unknown = createCodes();
  const content = pages.map((texts) =>
    texts
      .map(({ x, y, text, size = 10, font = 'latin' }) => {
        const written = { latin: '', unicode: write, unknown: unknown.write, japanese: null }[font];
        const bytes =
          font === 'latin'
            ? Buffer.from(text, 'latin1').toString('hex')
            : font === 'japanese'
              ? Buffer.from(text, 'utf16le').swap16().toString('hex')
              : typeof written === 'function'
                ? written(text)
                : '';
        return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm <${bytes}> Tj ET`;
      })
      .join('\n'),
  );
  const secret = options.password === undefined ? null : encryption(options.password);
  const stream = (text: string, number: number): Buffer => {
    const plain = Buffer.from(text, 'latin1');
    const packed = options.isPacked ? deflateSync(plain) : plain;
    const body = secret === null ? packed : secret.encrypt(packed, number);
    const filter = options.isPacked ? ' /Filter /FlateDecode' : '';
    return Buffer.concat([
      Buffer.from(`<< /Length ${body.length}${filter} >>\nstream\n`),
      body,
      Buffer.from('\nendstream'),
    ]);
  };
  const first = 10;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const descriptor =
    '<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>';
  const cid = (ordering: string, collection: string): string =>
    `[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /DW 500 /FontDescriptor ${descriptor} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement ${collection} >> >>]`;
  const objects: [number, Buffer][] = [
    [1, Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${options.catalogue ?? ''} >>`)],
    [2, Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)],
    [3, Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')],
    [
      4,
      Buffer.from(
        `<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts ${cid('Identity', '0')} /ToUnicode 5 0 R >>`,
      ),
    ],
    [5, stream(toUnicode(codes, options.ligatures ?? {}), 5)],
    [
      6,
      Buffer.from(
        `<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /UniJIS-UCS2-H /DescendantFonts ${cid('Japan1', '2')} >>`,
      ),
    ],
    [
      7,
      Buffer.from(
        `<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts ${cid('Identity', '0')} >>`,
      ),
    ],
    [
      8,
      Buffer.from(
        `<< ${Object.entries(options.info ?? {})
          .map(([key, value]) => `/${key} ${hex(value)}`)
          .join(' ')} >>`,
      ),
    ],
    ...content.flatMap((text, at): [number, Buffer][] => {
      const number = first + 2 * at;
      const rotate = options.rotate === undefined ? '' : `/Rotate ${options.rotate}`;
      return [
        [
          number,
          Buffer.from(
            `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${rotate} /Contents ${number + 1} 0 R /Resources << /Font << /latin 3 0 R /unicode 4 0 R /japanese 6 0 R /unknown 7 0 R >> >> >>`,
          ),
        ],
        [number + 1, stream(`${options.drawing ?? ''}\n${text}`, number + 1)],
      ];
    }),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  for (const [number, body] of objects) {
    places.set(number, length);
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const size = Math.max(...places.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const info = options.info === undefined ? '' : '/Info 8 0 R';
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n${rows.join('')}trailer << /Size ${size} /Root 1 0 R ${info} ${secret?.entry ?? ''} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
