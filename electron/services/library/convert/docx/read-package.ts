import { SaxesParser } from 'saxes';
import { importLimits } from '../../../../../core/exchange/limits.ts';
import { fail, type Result, succeed } from '../../../../../core/result.ts';
import { largestSource } from '../../../../../core/statements/adding.ts';
import { decodeXml } from '../../../exchange/refi/decode-text.ts';
import { type OpenZip, openZip } from '../../../exchange/zip/read-zip.ts';
import { refuseFormat } from '../refuse-format.ts';
import { type PartRemarks, preparePart } from './prepare-part.ts';
import { damagedDocument } from './refusals.ts';
import { type Relationship, readRelationships, relationshipsOf, scan, writeRelationships } from './relationships.ts';

/** What is read of a Word document: parts as XML by their names, safe to be read by others, and what was met in them. */
export interface WordPackage {
  /** The name of the part with the body. */
  readonly main: string;
  readonly parts: ReadonlyMap<string, string>;
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  /** The name of the part with the styles; `null` where there is none. */
  readonly styles: string | null;
  /** Elements of the core properties by their names without prefix. */
  readonly properties: ReadonlyMap<string, string>;
  readonly remarks: Omit<PartRemarks, 'headers' | 'footers'>;
}

/** Bytes of XML of one part that are unpacked at most; parts that are not written anew are far smaller. */
const partBytes = 256 * 1024 * 1024;
const listBytes = 16 * 1024 * 1024;

/** Parts beside the body that the text needs, by the ends of their relationships’ types. */
const needed = new Set(['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'header', 'footer']);

/** Parts that are written anew; the others only say what styles and lists there are. */
const withText = new Set(['footnotes', 'endnotes', 'comments', 'header', 'footer']);

/** The most headers and footers that are looked into; a document has a few of them for each section. */
const mostFurniture = 200;

const noDocument = refuseFormat('archive');

async function readPart(zip: OpenZip, name: string): Promise<Result<string>> {
  if (zip.sizeOf(name) > partBytes) return fail('invalid', damagedDocument);
  const read = await zip.read(name);
  if (!read.ok) return fail('unreadable', damagedDocument);
  const text = decodeXml(read.value);
  return text.ok ? text : fail('invalid', damagedDocument);
}

function readProperties(xml: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const parser = new SaxesParser();
  let text = '';
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    const value = text.replace(/\s+/gu, ' ').trim();
    const key = name.slice(name.indexOf(':') + 1);
    if (value !== '' && !properties.has(key)) properties.set(key, value);
    text = '';
  });
  // A document whose properties are broken is a document all the same.
  parser.on('error', () => undefined);
  parser.write(xml).close();
  return properties;
}

/** The relationships of a part; none where there is nothing that says any, `null` where it is broken. */
async function relationshipsIn(zip: OpenZip, part: string): Promise<Relationship[] | null> {
  const name = relationshipsOf(part);
  if (!zip.names.includes(name)) return [];
  const xml = await readPart(zip, name);
  return xml.ok ? readRelationships(xml.value, part) : null;
}

async function readParts(zip: OpenZip): Promise<Result<WordPackage>> {
  const ofPackage = await relationshipsIn(zip, '');
  if (ofPackage === null) return fail('invalid', damagedDocument);
  const inZip = (name: string | undefined): name is string => name !== undefined && zip.names.includes(name);
  const main = [ofPackage.find(({ type }) => type === 'officeDocument')?.target, 'word/document.xml'].find(inZip);
  if (main === undefined || !main.endsWith('.xml')) return fail('invalid', noDocument);
  const related = await relationshipsIn(zip, main);
  const body = await readPart(zip, main);
  if (related === null) return fail('invalid', damagedDocument);
  if (!body.ok) return body;
  if (!/<(?:[\w.-]+:)?document[\s>]/u.test(body.value.slice(0, 65_536))) return fail('invalid', noDocument);
  const prepared = preparePart(body.value);
  if (!prepared.ok) return prepared;

  const parts = new Map([[main, prepared.value.xml]]);
  const { remarks } = prepared.value;
  const wanted = related.filter(({ type, target }) => needed.has(type) && inZip(target) && !parts.has(target));
  const tooMany = wanted.filter(({ type }) => type === 'header' || type === 'footer').slice(mostFurniture);
  for (const relationship of wanted) {
    const { type, target } = relationship;
    if (parts.has(target) || tooMany.includes(relationship)) continue;
    const xml = await readPart(zip, target);
    if (!xml.ok) return xml;
    if (!withText.has(type)) {
      if (zip.sizeOf(target) > listBytes || !scan(xml.value, () => undefined)) return fail('invalid', damagedDocument);
      parts.set(target, xml.value);
      continue;
    }
    const part = preparePart(xml.value);
    if (!part.ok) return part;
    remarks.hasUnshown ||= part.value.remarks.hasUnshown;
    remarks.hasObjects ||= part.value.remarks.hasObjects;
    remarks.comments += part.value.remarks.comments;
    if (type !== 'comments') parts.set(target, part.value.xml);
  }

  const targetOf = (id: string): string | undefined => related.find((one) => one.id === id)?.target;
  const targets = (ids: readonly string[]): string[] => [
    ...new Set(ids.map(targetOf).filter((name): name is string => name !== undefined && parts.has(name))),
  ];
  const read = wanted.filter(({ target, type }) => parts.has(target) && type !== 'header' && type !== 'footer');
  const styles = read.find(({ type }) => type === 'styles')?.target ?? null;
  parts.set(relationshipsOf(main), writeRelationships(read));

  const core = ofPackage.find(({ type }) => type === 'core-properties')?.target ?? 'docProps/core.xml';
  const properties = inZip(core) ? await readPart(zip, core) : null;
  return succeed({
    main,
    parts,
    headers: targets(remarks.headers),
    footers: targets(remarks.footers),
    styles,
    properties: properties?.ok ? readProperties(properties.value) : new Map(),
    remarks,
  });
}

/**
 * Opens the ZIP that a Word document is, within bounds, and reads the parts that make its text. Fails with one sentence where it is
 * no such document, is damaged, or is larger than what is read.
 */
export async function readWordPackage(bytes: Uint8Array): Promise<Result<WordPackage>> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await openZip(source, { ...importLimits, fileBytes: largestSource });
  if (!zip.ok) return zip.fault.code === 'unreadable' ? fail('unreadable', damagedDocument) : zip;
  try {
    return await readParts(zip.value);
  } finally {
    zip.value.close();
  }
}
