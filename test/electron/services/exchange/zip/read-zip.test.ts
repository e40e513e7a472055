import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importLimits } from '../../../../../core/exchange/limits.ts';
import { openZip } from '../../../../../electron/services/exchange/zip/read-zip.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** An entry to be packed, with what its headers are to say where that is not the truth. */
interface Packed {
  readonly name: string;
  readonly content?: Buffer;
  readonly isStored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly mode?: number;
  readonly crc?: number;
  /** What the headers say of its size unpacked: the central directory, and the local header where that is another. */
  readonly size?: number;
  readonly localSize?: number;
  readonly localName?: string;
  /** The entry before which it says its data begin. */
  readonly dataOf?: number;
}

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else buffer.writeUInt32LE(value >>> 0, at);
    at += bytes;
  }
  return buffer;
}

/** A ZIP as it is asked for, honest or not. */
function pack(entries: readonly Packed[], declaredCount = entries.length): Buffer {
  const [locals, centrals, offsets]: [Buffer[], Buffer[], number[]] = [[], [], []];
  let at = 0;
  for (const entry of entries) {
    const content = entry.content ?? Buffer.from(`content of ${entry.name}`);
    const data = entry.isStored ? content : deflateRawSync(content);
    const method = entry.method ?? (entry.isStored ? 0 : 8);
    const flags = entry.flags ?? 0x800;
    const checksum = entry.crc ?? crc32(content);
    const size = entry.size ?? content.length;
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const local = Buffer.concat([
      numbers([0x04034b50, 4], [20, 2], [flags, 2], [method, 2], [0, 2], [0x21, 2], [checksum, 4]),
      numbers([data.length, 4], [entry.localSize ?? size, 4], [localName.length, 2], [0, 2]),
      localName,
      data,
    ]);
    const offset = entry.dataOf === undefined ? at : (offsets[entry.dataOf] ?? 0);
    offsets.push(at);
    centrals.push(
      numbers([0x02014b50, 4], [0x031e, 2], [20, 2], [flags, 2], [method, 2], [0, 2], [0x21, 2], [checksum, 4]),
      numbers([data.length, 4], [size, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2]),
      numbers([(entry.mode ?? 0o100644) << 16, 4], [offset, 4]),
      name,
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [declaredCount, 2],
    [declaredCount, 2],
    [directory.length, 4],
    [at, 4],
    [0, 2],
  );
  return Buffer.concat([...locals, directory, end]);
}

/** The sentence with which an archive is refused, at once or when all of it is read. */
async function refusalOf(
  source: string | Buffer,
  limits: Parameters<typeof openZip>[1] = importLimits,
): Promise<string> {
  const zip = await openZip(source, limits);
  if (!zip.ok) return zip.fault.message;
  try {
    for (const name of zip.value.names) {
      const read = await zip.value.read(name);
      if (!read.ok) return read.fault.message;
    }
    return 'taken';
  } finally {
    zip.value.close();
  }
}

describe('openZip', () => {
  it('reads an honest archive from bytes and from the disk, packed and stored', async () => {
    const content = Buffer.from('Лукашэнка “quoted” 👩‍👩‍👧\r\n');
    const bytes = pack([{ name: 'a/' }, { name: 'a/б.txt', content }, { name: 'c', content, isStored: true }]);
    const path = join(await temporaryFolder(), 'a.bin');
    await writeFile(path, bytes);
    for (const source of [bytes, path]) {
      const zip = await openZip(source);
      if (!zip.ok) throw new Error(zip.fault.message);
      expect(zip.value.names).toEqual(['a/б.txt', 'c']);
      expect(zip.value.sizeOf('c')).toBe(content.length);
      for (const name of zip.value.names) expect(await zip.value.read(name)).toEqual({ ok: true, value: content });
      expect(await zip.value.read('none')).toMatchObject({ ok: false, fault: { code: 'not-found' } });
      zip.value.close();
    }
  });

  it('takes the backslashes of old Windows programs for slashes, and keeps what they lead out of its folder', async () => {
    const zip = await openZip(pack([{ name: 'Sources\\a.txt' }]));
    expect(zip.ok && zip.value.names).toEqual(['Sources/a.txt']);
    expect(await refusalOf(pack([{ name: '..\\..\\a.txt' }]))).toContain('outside its folder');
  });

  it.each([['../a.txt'], ['a/../../b.txt'], ['/etc/passwd'], ['C:\\a.txt'], ['c:/a.txt']])(
    'refuses the name %s, which leads out of a folder',
    async (name) => {
      expect(await refusalOf(pack([{ name }]))).toContain('outside its folder');
    },
  );

  it.each([['a\u0000.txt'], ['./a.txt'], ['a//b.txt'], [''], ['a\n']])(
    'refuses the name %j, which hides something',
    async (name) => {
      expect(await refusalOf(pack([{ name }]))).toContain('unsafe name');
    },
  );

  it('refuses links, passwords and other ways of packing', async () => {
    expect(await refusalOf(pack([{ name: 'a', mode: 0o120777 }]))).toContain('a link to another file');
    expect(await refusalOf(pack([{ name: 'a', flags: 0x801 }]))).toContain('password');
    expect(await refusalOf(pack([{ name: 'a', flags: 0x841 }]))).toContain('password');
    expect(await refusalOf(pack([{ name: 'a', method: 14 }]))).toContain('packed in a way');
  });

  it('refuses two files of one name, and files that share their data', async () => {
    expect(await refusalOf(pack([{ name: 'a' }, { name: 'a' }]))).toContain('two files named “a”');
    expect(
      await refusalOf(
        pack([
          { name: 'a', localName: 'b' },
          { name: 'b', dataOf: 0 },
        ]),
      ),
    ).toContain('overlap');
  });

  it('refuses bombs by what they declare', async () => {
    const zeros = Buffer.alloc(4 * 1024 * 1024);
    expect(await refusalOf(pack([{ name: 'a', content: zeros }]))).toContain('honestly');
    const limits = { ...importLimits, entryBytes: 1024, unpackedBytes: 1500, entries: 3 };
    expect(await refusalOf(pack([{ name: 'a', content: Buffer.alloc(1025) }]), limits)).toContain('too large');
    const two = ['a', 'b'].map((name) => ({ name, content: Buffer.alloc(1000) }));
    expect(await refusalOf(pack(two), limits)).toContain('unpacks to');
    expect(await refusalOf(pack(['a', 'b', 'c', 'd'].map((name) => ({ name }))), limits)).toContain('holds 4 files');
    expect(await refusalOf(pack([{ name: 'a' }]), { ...importLimits, fileBytes: 20 })).toContain('too large');
  });

  it('unpacks no more than was declared, whatever comes out', async () => {
    const content = Buffer.alloc(1024 * 1024, 'ab');
    const zip = await openZip(pack([{ name: 'a', content, size: 100 }]));
    if (!zip.ok) throw new Error(zip.fault.message);
    let size = 0;
    const read = await zip.value.stream('a', (chunk) => {
      size += chunk.length;
    });
    expect(read).toMatchObject({ ok: false, fault: { message: expect.stringContaining('damaged') } });
    expect(size).toBeLessThanOrEqual(100);
    expect(await refusalOf(pack([{ name: 'a', size: 2_000 }]))).toContain('damaged');
  });

  it('refuses a file whose two headers disagree, or whose checksum is wrong', async () => {
    expect(await refusalOf(pack([{ name: 'a', localName: 'b' }]))).toContain('says two things');
    expect(await refusalOf(pack([{ name: 'a', localSize: 5 }]))).toContain('says two things');
    expect(await refusalOf(pack([{ name: 'a', crc: 1 }]))).toContain('damaged');
  });

  it('says in a sentence that there is no file, a folder, no archive, or a part of one', async () => {
    const folder = await temporaryFolder();
    expect(await refusalOf(join(folder, 'none'))).toContain('There is no file');
    expect(await refusalOf(folder)).toContain('is no file');
    expect(await refusalOf(Buffer.from('PK'))).toContain('no ZIP archive');
    const whole = pack([{ name: 'a' }, { name: 'b' }]);
    for (let length = 0; length < whole.length; length += 7) {
      expect(await refusalOf(whole.subarray(0, length))).not.toBe('taken');
    }
    expect(await refusalOf(pack([{ name: 'a' }], 5))).toContain('no ZIP archive');
  });

  it('says of any archive with a few bytes changed what it holds, or why not, and never throws', async () => {
    const whole = pack([
      { name: 'a/b.txt', content: Buffer.from('text '.repeat(50)) },
      { name: 'c', isStored: true },
    ]);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        expect(await refusalOf(bytes)).toMatch(/\S/u);
      }),
      { numRuns: 300 },
    );
  });
});
