import type { CatalogueFields } from '../../../core/statements/catalogue.ts';
import type { OwnStatement, StatementVersion } from '../../../core/statements/own-statement.ts';
import { structureOf } from '../../../core/statements/structure.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { stableId } from '../../../core/text/stable-id.ts';
import type { VersionNames } from '../../store/statement-files.ts';
import type { Conversion, SourceFile } from './convert/conversion.ts';

/** The longest title that is supplied, in UTF-16 units. */
const suppliedLength = 120;

const silent = { value: null, basis: 'inferred', from: 'The file does not say.' } as const;

/** The first words of `text`, cut between words. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= suppliedLength) return line;
  const cut = line.slice(0, suppliedLength);
  const end = Math.max(cut.lastIndexOf(' '), suppliedLength / 2);
  return `${cut.slice(0, end).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** The title of a document that states none elsewhere: its first heading, or one supplied from its first words, in brackets. */
function titleFrom({ text, structure }: Conversion, name: string): CatalogueFields['title'] {
  const blocks = structureOf(text, structure).filter(({ kind }) => kind !== 'furniture');
  const heading = blocks.find(({ kind }) => kind === 'heading');
  if (heading) {
    const value = firstWords(text.slice(heading.start, heading.end));
    return { value, basis: 'stated', from: 'Its first heading.' };
  }
  const [first] = blocks;
  if (!first) return { value: `[${name}]`, basis: 'inferred', from: 'The name of the file.' };
  return {
    value: `[${firstWords(text.slice(first.start, first.end))}]`,
    basis: 'inferred',
    from: 'The document bears no title; supplied from its first words.',
  };
}

/** A version of a statement: the file as it was kept, and what was made of it. */
export function makeVersion(
  { name, bytes }: SourceFile,
  { format, encoding, text }: Conversion,
  names: VersionNames,
  now: string,
): StatementVersion {
  return {
    original: { name: name.slice(-1_000), sha256: names.original.sha256, bytes: bytes.length },
    format,
    encoding: encoding?.name ?? null,
    text: { sha256: names.text.sha256, length: text.length, words: countWords(text) },
    added: now,
    corrections: [],
  };
}

/** The id of the statement whose first version is a file with this SHA-256. */
export const statementId = (sha256: string): string => stableId('statement', sha256);

/** A statement of a file that was kept under `names`: what the file says of itself, and for the rest that it does not say. */
export function makeStatement(
  file: SourceFile,
  conversion: Conversion,
  names: VersionNames,
  now: string,
): OwnStatement {
  const { facts, format } = conversion;
  const webPage = { value: 'web page', basis: 'inferred', from: 'It is a page that was saved from the web.' } as const;
  return {
    id: statementId(names.original.sha256),
    title: facts.title ?? titleFrom(conversion, file.name),
    kind: facts.kind ?? (format === 'html' ? webPage : silent),
    publisher: facts.publisher ?? silent,
    people: facts.people ?? silent,
    place: facts.place ?? silent,
    date: facts.date ?? silent,
    language: facts.language ?? silent,
    rights: facts.rights ?? silent,
    versions: [makeVersion(file, conversion, names, now)],
    added: now,
    modified: now,
  };
}
