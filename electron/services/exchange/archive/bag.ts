import { z } from 'zod';
import { CatalogueRecord } from '../../../../core/statements/catalogue.ts';

/**
 * The folder in which everything lies in an archive: after RFC 8493 a bag is packed from outside its own folder. It is the same in
 * every archive, so that the name it is saved under makes no difference to its bytes.
 */
export const bagFolder = 'attest/';

/** Paths in the bag. */
export const bagPaths = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  fetch: 'fetch.txt',
  payload: 'data/',
  annotations: 'data/annotations.jsonld',
  catalogue: 'data/catalogue.json',
  statements: 'data/statements/',
  imported: 'data/imported/',
  importedIndex: 'data/imported.json',
  metadata: 'data/metadata/',
} as const;

/** What `bagit.txt` says, byte for byte. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** `data/catalogue.json`: the catalogue records of the statements in the archive; `file` is its name in `data/statements`. */
export const ArchivedCatalogue = z.object({
  format: z.literal('attest-archive'),
  version: z.literal(1),
  statements: z.array(CatalogueRecord),
});
export type ArchivedCatalogue = z.infer<typeof ArchivedCatalogue>;

/** A line of a manifest: what stands at `path` and the SHA-256 it has. */
export interface ManifestLine {
  readonly path: string;
  readonly sha256: string;
}

/** A manifest as text, in the order of the paths. Line ends and percent signs in paths are written as RFC 8493 has them. */
export function writeManifest(lines: readonly ManifestLine[]): string {
  return [...lines]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => {
      const written = path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
      return `${sha256}  ${written}\n`;
    })
    .join('');
}

/** The lines of a manifest; `null` where it is none, or names a path twice. */
export function readManifest(text: string): ReadonlyMap<string, string> | null {
  const lines = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/u)) {
    if (line === '') continue;
    const [, sha256, written] = /^([0-9a-f]{64})[ \t]+\*?(?:\.\/)?(\S.*)$/iu.exec(line) ?? [];
    if (sha256 === undefined || written === undefined) return null;
    const path = written.replace(/%(0A|0D|25)/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (lines.has(path)) return null;
    lines.set(path, sha256.toLowerCase());
  }
  return lines;
}

/** `bag-info.txt`: a label, a colon and a value a line. */
export function writeBagInfo(labels: readonly (readonly [string, string])[]): string {
  return labels.map(([label, value]) => `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`).join('');
}

/** The value of a label in `bag-info.txt`, whatever its case; `null` where it has none. */
export function bagInfoValue(text: string, label: string): string | null {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  const found = lines.find((line) => line.toLowerCase().startsWith(`${label.toLowerCase()}:`));
  return found === undefined ? null : found.slice(label.length + 1).trim();
}
