import { type CatalogueEntry, type FieldName, fieldNames, fileHashOf } from './catalogue-change.ts';

/** A person, of whom `as` may be anything that somebody wrote. */
export interface RawPerson {
  readonly as: string;
  readonly name: string;
  readonly role: string;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '|': '\\|', '\n': '\\n', '\r': '\\r' };

/** The columns by which a row finds its statement, and which are never taken back. */
const keyColumns = ['id', 'file', 'sha256'] as const;

/** All columns of the catalogue as a table: every field has three, its value, its basis and what it is from. */
export const catalogueColumns: readonly string[] = [
  ...keyColumns,
  ...fieldNames.flatMap((name) => [name, `${name} basis`, `${name} from`]),
];

const escapePart = (text: string): string => text.replace(/[\\|\n\r]/gu, (character) => escapes[character] ?? '');

/** People as one cell: a line for each, “speaker | Name | role”, with a backslash before what would part lines and parts. */
function writePeople(people: readonly RawPerson[]): string {
  return people.map(({ as, name, role }) => [as, name, role].map(escapePart).join(' | ')).join('\n');
}

/** The value of a field as a cell: empty where there is none. */
export function writeValue(entry: CatalogueEntry, name: FieldName): string {
  const { value } = entry[name];
  return typeof value === 'object' && value !== null ? writePeople(value) : (value ?? '');
}

/** The row of a statement, cell by cell as `catalogueColumns` has them. */
export function writeRow(entry: CatalogueEntry): string[] {
  const fields = fieldNames.flatMap((name) => [writeValue(entry, name), entry[name].basis, entry[name].from]);
  return [entry.id, entry.file, fileHashOf(entry), ...fields];
}

/** The parts of a line, which “|” parts where no backslash stands before it; the space that is written beside it goes. */
function partsOf(line: string): string[] {
  const parts = [''];
  for (const [token] of line.matchAll(/\\.|./gsu)) {
    if (token === '|') parts.push('');
    else parts.push((parts.pop() ?? '') + token);
  }
  return parts.map((part, at) => {
    const start = at > 0 && part.startsWith(' ') ? 1 : 0;
    const end = at < parts.length - 1 && part.endsWith(' ') ? part.length - 1 : part.length;
    return part.slice(start, Math.max(start, end)).replace(/\\(.)/gsu, (_, escaped: string) => {
      return escaped === 'n' ? '\n' : escaped === 'r' ? '\r' : escaped;
    });
  });
}

/** The people that a cell names; `null` where one of its lines is no person. Empty lines say nothing. */
export function readPeople(cell: string): RawPerson[] | null {
  const lines = cell.split(/\r\n?|\n/u).filter((line) => line.trim() !== '');
  const people = lines.flatMap((line): RawPerson[] => {
    const [as = '', name = '', role = '', ...more] = partsOf(line);
    return name.trim() === '' || more.length > 0 ? [] : [{ as: as.trim().toLowerCase(), name, role }];
  });
  return people.length === lines.length ? people : null;
}
