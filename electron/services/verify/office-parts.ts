import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import type { ExportRecord } from '../../../core/export/export-record.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { recordNamespace } from '../export/office-package.ts';
import { parseRecord, withoutRecord } from './read-export.ts';

/** The XML parts of an Office file, as text by their paths. */
export type OfficeParts = ReadonlyMap<string, string>;

/** What is done at the elements and texts of an XML part, in their order. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** The XML of a file at most, unpacked, in bytes: ten times that of ten thousand long excerpts. */
const unpackedLimit = 256 * 1024 * 1024;

/** How a file begins that Office has encrypted, or that is in its format of before 2007. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads an XML part from its start to its end. Line ends are LF, as XML reads them. */
export function readXml(xml: string, { open, close, text }: XmlHandlers): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(name, attributes),
      onclosetag: (name) => close?.(name),
      ontext: (data) => text?.(data),
    },
    { xmlMode: true },
  );
  parser.end(xml.replace(/\r\n?/gu, '\n'));
}

/**
 * Unpacks the XML parts of an Office file; pictures and the like are left alone. `kind` is what it should be, as “Word
 * document”. Fails with one sentence where the file is damaged, protected by a password, too large or something else.
 */
export function openOfficeFile(bytes: Uint8Array, kind: string): Result<OfficeParts> {
  if (compoundFile.every((byte, index) => bytes[index] === byte)) {
    return fail('unreadable', `This ${kind} is in an old format or has a password: save it without one and try again.`);
  }
  const unreadable = fail('unreadable', `This file is no ${kind} or is damaged: use the file as it was exported.`);
  let size = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/iu.test(name)) return false;
        size += originalSize;
        return size <= unpackedLimit;
      },
    });
  } catch {
    // The package throws whatever a damaged archive leads it to.
    return unreadable;
  }
  if (size > unpackedLimit)
    return fail('unreadable', `This ${kind} is too large to be an export: choose another file.`);
  if (!files['[Content_Types].xml']) return unreadable;
  return succeed(new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)])));
}

/** A relationship of a part, as it stands in the file. */
type Relationship = Readonly<Record<string, string | undefined>>;

/** The path of the first part that `owner` (empty for the file itself) has a relationship to that `isSought`. */
export function relatedPart(
  parts: OfficeParts,
  owner: string,
  isSought: (relationship: Relationship) => boolean,
): string | null {
  const folder = owner.replace(/[^/]*$/u, '');
  const relationships = parts.get(`${folder}_rels/${owner.slice(folder.length)}.rels`);
  let path: string | null = null;
  readXml(relationships ?? '', {
    open: (_, relationship) => {
      const target = relationship['Target'];
      if (path !== null || target === undefined || !isSought(relationship)) return;
      path = target.startsWith('/') ? target.slice(1) : folder + target;
    },
  });
  return path;
}

/** The path of the part that the file is about, such as the document or the workbook. */
export function mainPart(parts: OfficeParts): string {
  return relatedPart(parts, '', ({ Type }) => Type?.endsWith('/officeDocument') ?? false) ?? '';
}

/** The text of the record in `xml`; `null` where it is another part. */
function recordText(xml: string): string | null {
  if (!xml.includes(recordNamespace)) return null;
  let depth = 0;
  let isRecord = false;
  let json = '';
  readXml(xml, {
    open: (name, attributes) => {
      depth += 1;
      const isNamed = name.replace(/^.*:/u, '') === 'record';
      if (depth === 1) isRecord = isNamed && Object.values(attributes).includes(recordNamespace);
    },
    close: () => {
      depth -= 1;
    },
    text: (data) => {
      json += data;
    },
  });
  return isRecord ? json : null;
}

/** The record of the excerpts, from whichever custom part holds it. Fails with one sentence where none does. */
export function readRecordPart(parts: OfficeParts, kind: string): Result<ExportRecord> {
  for (const [path, xml] of parts) {
    const json = /^customXml\/[^/]+\.xml$/iu.test(path) ? recordText(xml) : null;
    if (json !== null) return parseRecord(json, kind);
  }
  return withoutRecord(kind);
}
