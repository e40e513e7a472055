import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Statement } from '../../../core/statements/statement.ts';
import { structureOf } from '../../../core/statements/structure.ts';
import type { SearchCollection } from './search-engine.ts';

const newline = 0x0a;

/** Writes texts to a file, a line of JSON each. Gives how many bytes they are in UTF-8. */
export async function writeCollection(path: string, texts: Iterable<string>): Promise<number> {
  const file = createWriteStream(path);
  let bytes = 0;
  for (const text of texts) {
    bytes += Buffer.byteLength(text);
    file.write(`${JSON.stringify(text)}\n`);
  }
  file.end();
  await finished(file);
  return bytes;
}

function statementOf(text: string, index: number): Statement {
  const id = `statement-${index}`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const made = <Value>(value: Value) => ({ value, basis: 'inferred' as const, from: 'Generated for the benchmark.' });
  return {
    summary: {
      id,
      file: `${id}.txt`,
      bytes: Buffer.byteLength(text),
      sha256,
      title: made(`Statement ${index}`),
      kind: made('press statement' as const),
      publisher: made('A publisher'),
      people: made([{ name: 'A publisher', role: 'issuing body', as: 'issuer' as const }]),
      place: made('Vienna'),
      date: made('2020-11-05'),
      language: made('en'),
      rights: made('None'),
      fixity: 'verified',
      words: 0,
    },
    sha256,
    text,
    blocks: structureOf(text, []),
  };
}

/** The collection that `writeCollection` wrote: each text a string of its own, as when each is read from its file. */
export async function readCollection(path: string): Promise<SearchCollection> {
  const bytes = await readFile(path);
  const statements: Statement[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(newline, start);
    // A line of JSON that `writeCollection` made of a string.
    statements.push(statementOf(JSON.parse(bytes.toString('utf8', start, end)) as string, statements.length));
    start = end + 1;
  }
  const paragraphs = statements.flatMap(({ text, blocks }) => blocks.map(({ start, end }) => text.slice(start, end)));
  return { statements, paragraphs };
}
