import { posix } from 'node:path';
import { SaxesParser } from 'saxes';

/** One part that another refers to, inside the package. `type` is the last piece of the address that names it. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The name of the part in the package. */
  readonly target: string;
}

/** The part whose relationships are those of the whole package. */
export const packageRelationships = '_rels/.rels';

/** The name of the part with the relationships of `part`. */
export function relationshipsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Whether `xml` is well-formed; calls `onStart` for each element, with its name without a prefix. */
export function scan(
  xml: string,
  onStart: (name: string, attributes: Readonly<Record<string, string>>) => void,
): boolean {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => onStart(name.slice(name.indexOf(':') + 1), attributes));
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(xml).close();
    return true;
  } catch {
    // The parser tells by throwing where the XML is broken.
    return false;
  }
}

/** The relationships that `xml` has of `part`, without those to the outside; `null` where it is broken. */
export function readRelationships(xml: string, part: string): Relationship[] | null {
  const found: Relationship[] = [];
  const isWhole = scan(xml, (element, { Id, Type, Target, TargetMode }) => {
    if (element !== 'Relationship' || Target === undefined || TargetMode === 'External') return;
    const target = Target.startsWith('/') ? posix.normalize(Target).slice(1) : posix.join(posix.dirname(part), Target);
    found.push({ id: Id ?? '', type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1), target });
  });
  return isWhole ? found : null;
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

/** The relationships by which mammoth finds the parts, written anew: it takes links to the outside for parts otherwise. */
export function writeRelationships(relationships: readonly Relationship[]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
  const rows = relationships.map(
    ({ id, type, target }) =>
      `<Relationship Id="${escapeAttribute(id)}" Type="${base}${escapeAttribute(type)}" Target="/${escapeAttribute(target)}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}
