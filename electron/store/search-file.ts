import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { SavedCollection } from '../../core/search/collection-search.ts';
import type { SavedCorpus } from '../../core/search/index/corpus.ts';
import { type Files, systemFiles } from './files.ts';
import { type PackedStatement, packBlocks, unpackBlocks } from './packed-blocks.ts';
import { isSystemError } from './system-error.ts';
import { replaceFileDurably } from './write-file-durably.ts';

/**
 * Goes up whenever words are read, folded or kept in another way, or texts are divided into other blocks: an index of another version
 * is thrown away. The file is a cache and can always be made anew.
 */
const searchFileVersion = 2;

/** The parts of numbers in a file, in their order; all of 32 bits but `starts`, which comes last. */
const sections = [
  'frequencies',
  'names',
  'possessives',
  'ends',
  'units',
  'tokens',
  'tokenEnds',
  'textOfUnit',
  'compounds',
  'blocks',
  'starts',
] as const;
type Section = (typeof sections)[number];

const bytesEach = (name: Section): number => (name === 'starts' ? 2 : 4);

const Head = z.object({
  format: z.literal('attest-search'),
  version: z.literal(searchFileVersion),
  // Thousands of records each, which are what was written: the checksum covers them.
  statements: z.custom<readonly PackedStatement[]>(Array.isArray),
  speakers: z.custom<readonly string[]>(Array.isArray),
  texts: z.custom<SavedCorpus['texts']>(Array.isArray),
  forms: z.custom<readonly string[]>(Array.isArray),
  keyBytes: z.int().nonnegative(),
  /** Numbers in each section. */
  lengths: z.record(z.enum(sections), z.int().nonnegative()),
});

/** The size of the head, and the CRC-32 of all that follows these bytes. */
const startBytes = 8;

/** Every machine that Node runs on today: elsewhere the index is made anew each time. */
const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function numbersOf(
  { vocabulary, postings, ...corpus }: SavedCorpus,
  blocks: Uint32Array,
): Record<Section, Uint32Array | Uint16Array> {
  const { frequencies, names, possessives } = vocabulary;
  const { tokens, tokenEnds, textOfUnit, compounds, starts } = corpus;
  return { frequencies, names, possessives, ...postings, tokens, tokenEnds, textOfUnit, compounds, blocks, starts };
}

/** Fills up to a multiple of four, where numbers can begin. */
const padding = (bytes: number): number => (4 - (bytes % 4)) % 4;

/** Writes an index to the file at `path`. Rejects with the system's error, nothing half-written. */
export async function writeSearchFile(
  path: string,
  { corpus, statements }: SavedCollection,
  files: Files = systemFiles,
): Promise<void> {
  if (!isLittleEndian) return;
  const packed = packBlocks(statements);
  const numbers = numbersOf(corpus, packed.blocks);
  const keys = Buffer.from(corpus.vocabulary.keys);
  const parts = [
    keys,
    Buffer.alloc(padding(keys.length)),
    ...sections.map((name) => {
      const { buffer, byteOffset, byteLength } = numbers[name];
      return Buffer.from(buffer, byteOffset, byteLength);
    }),
  ];
  const head = Buffer.from(
    JSON.stringify({
      format: 'attest-search',
      version: searchFileVersion,
      statements: packed.statements,
      speakers: packed.speakers,
      texts: corpus.texts,
      forms: corpus.vocabulary.forms,
      keyBytes: keys.length,
      lengths: Object.fromEntries(sections.map((name) => [name, numbers[name].length])),
    }),
  );
  const padded = Buffer.concat([head, Buffer.alloc(padding(head.length))]);
  const start = Buffer.alloc(startBytes);
  start.writeUInt32LE(head.length, 0);
  start.writeUInt32LE(
    // An empty part would make the sum 0 in some versions of Node.
    [padded, ...parts.filter(({ length }) => length > 0)].reduce((sum, part) => crc32(part, sum), 0),
    4,
  );
  await replaceFileDurably(
    path,
    async (file) => {
      await file.write(Buffer.concat([start, padded]));
      for (const part of parts) if (part.length > 0) await file.write(part);
    },
    { files },
  );
}

/** The numbers at `from` as they lie there. Node's own buffers may begin anywhere: then they are copied to where numbers can. */
function wordsAt(bytes: Buffer, from: number, length: number): Uint32Array {
  const at = bytes.byteOffset + from;
  if (at % 4 === 0) return new Uint32Array(bytes.buffer, at, length);
  return new Uint32Array(Uint8Array.from(bytes.subarray(from, from + length * 4)).buffer);
}

function halfWordsAt(bytes: Buffer, from: number, length: number): Uint16Array {
  const at = bytes.byteOffset + from;
  if (at % 2 === 0) return new Uint16Array(bytes.buffer, at, length);
  return new Uint16Array(Uint8Array.from(bytes.subarray(from, from + length * 2)).buffer);
}

function decode(bytes: Buffer): SavedCollection | null {
  if (!isLittleEndian || bytes.length < startBytes) return null;
  const headBytes = bytes.readUInt32LE(0);
  if (headBytes > bytes.length - startBytes) return null;
  if (crc32(bytes.subarray(startBytes)) !== bytes.readUInt32LE(4)) return null;
  const head = Head.safeParse(JSON.parse(bytes.toString('utf8', startBytes, startBytes + headBytes)));
  if (!head.success) return null;
  const { keyBytes, lengths, statements, speakers, texts, forms } = head.data;
  const start = startBytes + headBytes + padding(headBytes);
  const places = new Map<Section, number>();
  let end = start + keyBytes + padding(keyBytes);
  for (const name of sections) {
    places.set(name, end);
    end += lengths[name] * bytesEach(name);
  }
  if (end !== bytes.length) return null;
  const read = (name: Section): Uint32Array => wordsAt(bytes, places.get(name) ?? end, lengths[name]);
  return {
    corpus: {
      texts,
      vocabulary: {
        keys: bytes.toString('utf8', start, start + keyBytes),
        frequencies: read('frequencies'),
        names: read('names'),
        possessives: read('possessives'),
        forms,
      },
      postings: { ends: read('ends'), units: read('units') },
      tokens: read('tokens'),
      tokenEnds: read('tokenEnds'),
      textOfUnit: read('textOfUnit'),
      compounds: read('compounds'),
      starts: halfWordsAt(bytes, places.get('starts') ?? end, lengths.starts),
    },
    statements: unpackBlocks({ statements, speakers, blocks: read('blocks') }),
  };
}

/** The index in the file at `path`; `null` where there is none that is whole and of this version. */
export async function readSearchFile(path: string, files: Files = systemFiles): Promise<SavedCollection | null> {
  try {
    return decode(await files.readFile(path));
  } catch (error) {
    if (isSystemError(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}
