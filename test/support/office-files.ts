import { homedir, hostname, tmpdir } from 'node:os';
import { unzipSync } from 'fflate';

const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const entity = '&(?:lt|gt|amp|quot|apos|#\\d+|#x[0-9A-Fa-f]+);';
const attribute = `\\s+(${name})\\s*=\\s*(?:"(?:[^<&"]|${entity})*"|'(?:[^<&']|${entity})*')`;
const token = new RegExp(
  `<(?<open>${name})(?<attributes>(?:${attribute})*)\\s*(?<empty>/?)>|</(?<close>${name})\\s*>|(?<text>(?:[^<&]|${entity})+)`,
  'yu',
);
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/**
 * What keeps `xml` from being a well-formed document of elements and text (comments, CDATA and document types are none of
 * ours and count as wrong); `null` where it is one.
 */
export function findXmlError(xml: string): string | null {
  if (forbidden.test(xml)) return `a character that XML forbids at ${xml.search(forbidden)}`;
  const open: string[] = [];
  let roots = 0;
  token.lastIndex = /^<\?xml [^<>?]*\?>\s*/u.exec(xml)?.[0].length ?? 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const groups = token.exec(xml)?.groups;
    if (!groups) return `no markup and no text at ${at}: ${xml.slice(at, at + 60)}`;
    if (groups['text'] !== undefined) {
      if (open.length === 0 && groups['text'].trim() !== '') return `text outside of the root at ${at}`;
      if (groups['text'].includes(']]>')) return `the end of a CDATA section at ${at}`;
    } else if (groups['close'] !== undefined) {
      if (open.pop() !== groups['close']) return `an end of ${groups['close']} that was not open at ${at}`;
    } else {
      const names = [...(groups['attributes'] ?? '').matchAll(new RegExp(attribute, 'gu'))].map(([, own]) => own);
      if (new Set(names).size !== names.length) return `an attribute twice at ${at}`;
      if (open.length === 0) roots += 1;
      if (groups['empty'] === '') open.push(groups['open'] ?? '');
    }
  }
  if (open.length > 0) return `${open.join(', ')} without an end`;
  return roots === 1 ? null : `${roots} roots`;
}

/** The parts of an Office file as text. Throws where one of them is not UTF-8. */
export function unzipParts(bytes: Uint8Array): Map<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, decoder.decode(part)]));
}

/** Some parts of an Office file with a line for each of their larger elements, for a golden file. */
export function listParts(bytes: Uint8Array, paths: readonly string[]): string {
  const parts = unzipParts(bytes);
  return paths
    .map((path) => {
      const xml = parts.get(path) ?? 'not there';
      return `=== ${path}\n${xml.replace(/(<\/(?:w:p|w:tr|w:style|row|si|Override|Default|Relationship)>|\/>(?=<(?:Override|Default|Relationship)\b))/gu, '$1\n')}\n`;
    })
    .join('\n');
}

/** The zip file `bytes` with a central directory that claims `size` bytes for the entry `path` once it is unpacked. */
export function claimingSize(bytes: Uint8Array, path: string, size: number): Uint8Array {
  const claiming = Buffer.from(bytes);
  const end = claiming.lastIndexOf('PK\u0005\u0006');
  const named = claiming.indexOf(path, claiming.readUInt32LE(end + 16));
  // The name stands 46 bytes after the start of its record, the size 24 (APPNOTE.TXT, 4.3.12).
  claiming.writeUInt32LE(size, named - 46 + 24);
  return claiming;
}

/** What would give away the computer that wrote a file. A host name of a few letters may stand in any text. */
export const machineTraces: readonly string[] = [
  homedir(),
  tmpdir(),
  process.cwd(),
  ...(hostname().length > 4 ? [hostname()] : []),
];
