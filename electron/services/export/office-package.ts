import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ExportRecord } from '../../../core/export/export-record.ts';
import { writeJsonText } from '../../../core/export/json-text.ts';

/** The namespace of the record in an Office file. */
export const recordNamespace = 'urn:attest:excerpts';

const contentTypes = '[Content_Types].xml';
const itemPath = 'customXml/item1.xml';
const propertiesPath = 'customXml/itemProps1.xml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Names the record's part within the file, as Office asks of every custom part. It is the same in every export. */
const itemId = '{6C0C6C8E-9C0A-4E8B-8C57-3F1E5B2A7D41}';

/** What is to be done to a package before it leaves. */
export interface PackageChanges {
  /** The part that owns the record, as `word/document.xml`. */
  readonly mainPart: string;
  readonly record: ExportRecord;
  /** Parts to be changed, by their paths: what each is to become of what it is. */
  readonly changes: Readonly<Record<string, (xml: string) => string>>;
}

/** `text` as the content of an element or of an attribute in quotation marks. It must hold no character that XML forbids. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function relationshipsOf(part: string): string {
  return part.replace(/([^/]+)$/u, '_rels/$1.rels');
}

function recordParts(record: ExportRecord): Record<string, string> {
  return {
    [itemPath]: `${declaration}<record xmlns="${recordNamespace}">${escapeXml(writeJsonText(record))}</record>`,
    [propertiesPath]: `${declaration}<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${recordNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    [relationshipsOf(itemPath)]:
      `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  };
}

function insertBefore(xml: string, end: string, markup: string): string {
  const at = xml.lastIndexOf(end);
  if (at < 0) throw new Error(`An Office file was written without ${end}.`);
  return xml.slice(0, at) + markup + xml.slice(at);
}

/**
 * The zipped Office package `bytes` with the record of its excerpts as a custom XML part and with other changes. Every
 * entry has the same time, so that one report gives the same bytes whenever and wherever it is written.
 */
export function finishPackage(bytes: Uint8Array, { mainPart, record, changes }: PackageChanges): Uint8Array {
  const types = `<Override PartName="/${propertiesPath}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`;
  const relationship = `<Relationship Id="rIdRecord" Type="${relationships}/customXml" Target="../${itemPath}"/>`;
  const allChanges: PackageChanges['changes'] = {
    [contentTypes]: (xml) => insertBefore(xml, '</Types>', types),
    [relationshipsOf(mainPart)]: (xml) => insertBefore(xml, '</Relationships>', relationship),
    ...changes,
  };
  const files = unzipSync(bytes);
  for (const [path, change] of Object.entries(allChanges)) {
    const file = files[path];
    if (!file) throw new Error(`An Office file was written without ${path}.`);
    files[path] = strToU8(change(strFromU8(file)));
  }
  for (const [path, content] of Object.entries(recordParts(record))) files[path] = strToU8(content);
  // Programs that tell files by their first bytes look for this part there.
  const ordered = { [contentTypes]: files[contentTypes] ?? new Uint8Array(), ...files };
  // The zip format knows no time zone: the first moment it can name, in local time, is written the same everywhere.
  return zipSync(ordered, { mtime: new Date(1980, 0, 1) });
}
