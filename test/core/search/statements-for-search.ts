import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Statement } from '../../../core/statements/statement.ts';
import { structureOf } from '../../../core/statements/structure.ts';

/** A statement made of `text` alone, with a catalogue record that says as little as it may. */
export function statementOf(id: string, text: string): Statement {
  const stated = <Value>(value: Value) => ({ value, basis: 'stated' as const, from: 'Made for this test.' });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    summary: {
      id,
      file: `${id}.txt`,
      bytes: Math.max(1, Buffer.byteLength(text)),
      sha256,
      title: stated(`Statement ${id}`),
      kind: stated('press statement' as const),
      publisher: stated('A publisher'),
      people: stated([{ name: 'A publisher', role: 'issuing body', as: 'issuer' as const }]),
      place: stated('Vienna'),
      date: stated('2020-11-05'),
      language: stated('en'),
      rights: stated('None'),
      fixity: 'verified',
      words: 0,
    },
    sha256,
    text,
    blocks: structureOf(text, []),
  };
}

/** The five bundled statements, structured by the rules alone. */
export function bundledStatements(): Statement[] {
  const folder = join(import.meta.dirname, '../../../resources/statements');
  return readdirSync(folder)
    .sort()
    .map((file) => statementOf(file.replace('.txt', ''), readFileSync(join(folder, file), 'utf8')));
}
