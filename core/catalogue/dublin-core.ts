import { createXmlWriter } from '../exchange/refi/xml-writer.ts';
import { type CatalogueEntry, fileHashOf } from './catalogue-change.ts';

/** The elements of a record with what stands in them, in the order in which Dublin Core lists its elements. */
function elementsOf(entry: CatalogueEntry): readonly (readonly [name: string, text: string | null])[] {
  const people = entry.people.value ?? [];
  const isCreator = (as: string): boolean => as === 'author' || as === 'issuer';
  return [
    ['title', entry.title.value],
    ...people.filter(({ as }) => isCreator(as)).map(({ name }) => ['creator', name] as const),
    ['publisher', entry.publisher.value],
    ...people.filter(({ as }) => !isCreator(as)).map(({ name }) => ['contributor', name] as const),
    ['date', entry.date.value],
    // The first is of DCMI's own list of types, the second says more.
    ['type', 'Text'],
    ['type', entry.kind.value],
    ['identifier', entry.id],
    ['identifier', `sha256:${fileHashOf(entry)}`],
    ['language', entry.language.value],
    ['coverage', entry.place.value],
    ['rights', entry.rights.value],
  ];
}

/**
 * What the catalogue says of a statement as a document of simple Dublin Core (ISO 15836-1), in the root element that OAI-PMH
 * gives it. Authors and issuers are creators, whoever speaks or leads a contributor. What the catalogue does not say has no element;
 * U+FFFD stands for characters that XML cannot hold.
 */
export function writeDublinCore(entry: CatalogueEntry): string {
  const { content } = createXmlWriter();
  const elements = elementsOf(entry).map(([name, text]) => {
    return text === null ? '' : `  <dc:${name}>${content(text)}</dc:${name}>\n`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n',
    ...elements,
    '</oai_dc:dc>\n',
  ].join('');
}
