import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeDublinCore } from '../../../core/catalogue/dublin-core.ts';
import { anyFields, entryOf, plainEntry } from './any-entry.ts';

/** The elements of Dublin Core in a document, as a parser with namespaces reads them. Throws where it is not well-formed. */
function readElements(xml: string): [name: string, text: string][] {
  const parser = new SaxesParser({ xmlns: true });
  const elements: [string, string][] = [];
  let isInside = false;
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('opentag', ({ uri, local }) => {
    isInside = uri === 'http://purl.org/dc/elements/1.1/';
    if (isInside) elements.push([local, '']);
  });
  parser.on('closetag', () => {
    isInside = false;
  });
  parser.on('text', (text) => {
    const last = elements.at(-1);
    if (last && isInside) last[1] += text;
  });
  parser.write(xml).close();
  return elements;
}

const asXml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

describe('a record in Dublin Core', () => {
  it('has what the catalogue says, each in its element', () => {
    const value = [
      { name: 'Anna Bo', role: 'envoy', as: 'speaker' as const },
      { name: 'C D', role: '', as: 'author' as const },
      { name: 'A body', role: '', as: 'issuer' as const },
    ];
    const people = { value, basis: 'stated' as const, from: 'x' };
    expect(readElements(writeDublinCore(plainEntry(1, { people })))).toEqual([
      ['title', 'Title 1'],
      ['creator', 'C D'],
      ['creator', 'A body'],
      ['publisher', 'A paper'],
      ['contributor', 'Anna Bo'],
      ['date', '2020-11-05'],
      ['type', 'Text'],
      ['type', 'speech'],
      ['identifier', 's-1'],
      ['identifier', `sha256:${'1'.padStart(64, '0')}`],
      ['language', 'en'],
      ['coverage', 'Minsk'],
      ['rights', 'Public domain'],
    ]);
  });

  it('is well-formed and says the same, whatever the text', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const elements = readElements(writeDublinCore(entryOf(1, fields)));
        const textsOf = (wanted: string): string[] => elements.flatMap(([name, text]) => (name === wanted ? text : []));
        const { title, rights, people } = fields;
        expect(textsOf('title')).toEqual(title.value === null ? [] : [asXml(title.value)]);
        expect(textsOf('rights')).toEqual(rights.value === null ? [] : [asXml(rights.value)]);
        const names = (people.value ?? []).map(({ name }) => asXml(name));
        expect([...textsOf('creator'), ...textsOf('contributor')].sort()).toEqual(names.sort());
      }),
      { numRuns: 150 },
    );
  });
});
