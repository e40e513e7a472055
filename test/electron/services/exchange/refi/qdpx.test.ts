import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { KnownSource } from '../../../../../core/exchange/incoming.ts';
import { importLimits } from '../../../../../core/exchange/limits.ts';
import { noWork, Work } from '../../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../../core/sentence.ts';
import { readQdc, readQdpx } from '../../../../../electron/services/exchange/refi/read-qdpx.ts';
import { writeQdpx } from '../../../../../electron/services/exchange/refi/write-qdpx.ts';
import { openZip } from '../../../../../electron/services/exchange/zip/read-zip.ts';
import { atlasTi, maxqda, nvivo, qualCoder, type WrittenProject } from '../../../../core/exchange/refi/dialects.ts';
import { selectorOf, sourceOf } from '../../../../core/exchange/refi/sample-work.ts';

const text = 'They used torture.\nДзяўчыну білі 👮 тры гадзіны.\nNobody was charged.\n';
const statement = sourceOf('s1', text, 'Report');
const marks = [
  { quote: 'torture.\nДзяўчыну білі 👮', codes: ['torture'], memo: 'Ask.' },
  { quote: 'was charged', codes: ['detention'] },
];

const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]),
      ),
    ),
  );

const pack = ({ qdeName, qde, files }: WrittenProject): Buffer => zipOf({ [qdeName]: qde, ...files });

async function read(bytes: Buffer, known: readonly KnownSource[] = [statement], signal?: AbortSignal) {
  const zip = await openZip(bytes, importLimits);
  if (!zip.ok) throw new Error(zip.fault.message);
  try {
    return await readQdpx(zip.value, { known, tags: [], ...(signal ? { signal } : {}) });
  } finally {
    zip.value.close();
  }
}

async function taken(bytes: Buffer, known?: readonly KnownSource[]) {
  const incoming = await read(bytes, known);
  if (!incoming.ok) throw new Error(incoming.fault.message);
  const { work, lines } = incoming.value;
  Work.parse(work);
  return {
    work,
    quotes: Object.values(work.highlights).map(({ fields }) => fields.place?.value.selector.quote),
    told: lines.map(({ outcome, item, sentence }) => `${outcome} ${item}: ${inEnglish(sentence)}`),
  };
}

const at = '2024-05-02T09:30:00.000Z me';
const work = Work.parse({
  ...noWork('me'),
  people: { me: { id: 'me', name: 'Ольга', named: '', seen: '' } },
  sources: { s1: { id: 's1', sha256: statement.sha256, title: statement.title } },
  highlights: {
    '0b6ef1ab-6f0c-4f5c-9d59-1f6f0a7a1e01': {
      lives: 1,
      since: at,
      created: '2024-05-02T09:30:00.000Z',
      modified: '2024-05-02T09:30:00.000Z',
      tags: {},
      fields: {
        place: { value: { statement: 's1', selector: selectorOf(statement, 'білі 👮 тры'), orphan: false }, at },
        note: { value: { text: 'Ask.\r\nTwice.', isPrivate: false }, at },
      },
    },
  },
});

describe('a .qdpx archive that is written', () => {
  it('holds the project and the texts as other programs read them', () => {
    const files = unzipSync(writeQdpx(work, [statement], 'Report').bytes);
    const [name = '', source = ''] = Object.keys(files);
    expect(name).toBe('project.qde');
    expect(source).toMatch(/^sources\/[0-9a-f-]{36}\.txt$/u);
    expect(Buffer.from(files[source] ?? []).toString('utf8')).toBe(text);
    const qde = Buffer.from(files[name] ?? []).toString('utf8');
    expect(qde).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Project xmlns="urn:QDA-XML:project:1\.0"/u);
    expect(qde).toContain(`plainTextPath="internal://${source.slice('sources/'.length)}"`);
    expect(qde).not.toMatch(/richTextPath|PlainTextContent|\r/u);
    // The emoji before the end of the passage is one code point.
    expect(qde).toContain('startPosition="28" endPosition="38"');
  });

  it('is the same bytes for the same work, wherever and whenever', () => {
    const first = writeQdpx(work, [statement], 'Report').bytes;
    expect(Buffer.compare(Buffer.from(first), Buffer.from(writeQdpx(work, [statement], 'Report').bytes))).toBe(0);
    expect(createHash('sha256').update(first.subarray(10, 14)).digest('hex')).toBe(
      createHash('sha256')
        .update(Buffer.from([0, 0, 0x21, 0]))
        .digest('hex'),
    );
  });

  it('comes back as it was', async () => {
    const { work: back, told } = await taken(Buffer.from(writeQdpx(work, [statement], 'Report').bytes));
    expect(back.highlights).toEqual(work.highlights);
    expect(back.people['me']).toMatchObject({ id: 'me', name: 'Ольга' });
    expect(told).toEqual(['taken Report: 1 highlight was taken in “Report”.']);
  });
});

describe('a .qdpx archive that is read', () => {
  it.each([
    ['QualCoder', qualCoder(text, marks, { quote: 'Nobody', memo: 'Who?' }), 3],
    ['NVivo', nvivo(text, marks), 2],
    ['ATLAS.ti', atlasTi(text, marks), 2],
    ['MAXQDA', maxqda(text, marks), 2],
  ])('gives what %s marked', async (_program, written, count) => {
    const { quotes } = await taken(pack(written));
    expect(quotes).toHaveLength(count);
    expect(quotes).toEqual(expect.arrayContaining(marks.map(({ quote }) => quote)));
  });

  it.each(['utf-16le', 'utf-8'])('may have its project in %s, whatever it says of itself', async (encoding) => {
    const { qde, files } = maxqda(text, marks);
    const said = qde.replace('encoding="utf-8"', 'encoding="utf-16"');
    const bytes = encoding === 'utf-8' ? said : Buffer.from(`\ufeff${said}`, 'utf16le');
    expect((await taken(zipOf({ 'project.qde': bytes, ...files }))).quotes).toHaveLength(2);
  });

  it('is refused where its project is in another encoding, or in none', async () => {
    const { qde } = maxqda(text, marks);
    const latin = Buffer.from(qde.replace('name="AB"', 'name="Ä"'), 'latin1');
    const declared = qde.replace('encoding="utf-8"', 'encoding="windows-1252"');
    for (const bytes of [latin, declared]) {
      const incoming = await read(zipOf({ 'project.qde': bytes }));
      expect(!incoming.ok && incoming.fault.message).toMatch(/UTF-8/u);
    }
  });

  it.each([
    ['no project', { 'readme.txt': 'nothing' }, 'no project.qde'],
    ['two projects of other names', { 'a.qde': '<a/>', 'b.qde': '<a/>' }, 'no project.qde'],
    ['a project in a folder', { 'x/project.qde': '<a/>' }, 'no project.qde'],
    ['another XML', { 'project.qde': '<a/>' }, 'no REFI-QDA project'],
    ['half a project', { 'project.qde': '<Project xmlns="urn:QDA-XML:project:1.0" name="x"><Users>' }, 'broken'],
    ['an empty project', { 'project.qde': '' }, 'broken'],
    ['a billion laughs', { 'project.qde': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }, 'document type'],
  ])('is refused with %s', async (_what, files, words) => {
    const incoming = await read(zipOf(files));
    expect(!incoming.ok && incoming.fault.message).toContain(words);
  });

  it('looks at nothing outside, wherever its texts are said to lie', async () => {
    const { qde } = maxqda(text, marks);
    for (const path of [
      'absolute:///etc/hosts',
      'relative:///../../etc/hosts',
      'internal://../../../etc/hosts',
      '/etc/hosts',
      'C:\\x.txt',
      '',
    ]) {
      const led = qde.replace(/plainTextPath="[^"]*"/u, `plainTextPath="${path}"`);
      const { told, work: got } = await taken(zipOf({ 'project.qde': led }));
      expect(got.highlights).toEqual({});
      expect(told.find((line) => line.startsWith('refused statement:'))).toMatch(/not in the archive|no plain text/u);
    }
  });

  it.each([
    'internal://x.txt',
    'internal://Sources/x.txt',
    'relative:///files/x.txt',
    'absolute://C:\\data\\x.txt',
    'X.TXT',
  ])('finds a text that goes by %s', async (path) => {
    const { qde } = maxqda(text, marks);
    const led = qde.replace(/plainTextPath="[^"]*"/u, `plainTextPath="${path}"`);
    expect((await taken(zipOf({ 'project.qde': led, 'Sources/x.txt': text }))).quotes).toHaveLength(2);
  });

  it('takes a text that stands in the project itself', async () => {
    const { qde } = maxqda(text, marks);
    const inline = qde
      .replace(/ plainTextPath="[^"]*"/u, '')
      .replace('<PlainTextSelection', `<PlainTextContent>${text}</PlainTextContent><PlainTextSelection`);
    const { quotes, told } = await taken(zipOf({ 'project.qde': inline }));
    expect(quotes).toHaveLength(2);
    expect(told).toContain(
      'changed statement: Its bytes are not those in the collection, but its text is the same: it was taken for “Report”.',
    );
  });

  it('tells of texts that are none', async () => {
    const { qde, files } = maxqda(text, marks);
    const [path = ''] = Object.keys(files);
    const { told, work: got } = await taken(
      zipOf({ 'project.qde': qde, [path]: Uint8Array.of(0x41, 0xff, 0xfe, 0x80) }),
    );
    expect(got.highlights).toEqual({});
    expect(told.some((line) => line.includes('not in UTF-8'))).toBe(true);
  });

  it('can be stopped', async () => {
    const incoming = await read(pack(nvivo(text, marks)), [statement], AbortSignal.abort());
    expect(!incoming.ok && incoming.fault.message).toContain('stopped');
  });
});

describe('a .qdc codebook that is read', () => {
  const codebook =
    '<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo"><Codes><Code guid="6f35c6f2-bd8f-4f08-ad49-6d62cb8442a5" name="Катаванні" isCodable="true" color="#A93A22"><Description>By officials.</Description></Code></Codes><Sets><Set guid="6f35c6f2-bd8f-4f08-ad49-6d62cb8442a6" name="s"/></Sets></CodeBook>';

  it('gives its codes as tags, and tells of sets', () => {
    const incoming = readQdc(Buffer.from(codebook), []);
    if (!incoming.ok) throw new Error(incoming.fault.message);
    expect(Object.values(incoming.value.work.tags)).toMatchObject([
      {
        fields: {
          name: { value: 'Катаванні' },
          colour: { value: 'vermilion' },
          description: { value: 'By officials.' },
        },
      },
    ]);
    expect(incoming.value.lines.map(({ outcome }) => outcome)).toEqual(['taken', 'refused']);
  });

  it('is refused in another encoding, as another XML and where it ends too early', () => {
    for (const bytes of [Buffer.from('<a/>'), Buffer.from(codebook.slice(0, 200)), Uint8Array.of(0x3c, 0xff)]) {
      expect(readQdc(bytes, []).ok).toBe(false);
    }
  });
});
