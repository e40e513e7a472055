import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importLimits } from '../../../../core/exchange/limits.ts';
import { importProject } from '../../../../core/exchange/refi/import-project.ts';
import { parseCodebook, parseProject } from '../../../../core/exchange/refi/parse-project.ts';
import { attributeOf, readXml } from '../../../../core/exchange/refi/read-xml.ts';
import { Work } from '../../../../core/exchange/work.ts';
import { anyText } from '../../../support/any-text.ts';
import { atlasTi, maxqda, nvivo, qualCoder } from './dialects.ts';
import { sourceOf } from './sample-work.ts';

const limits = { most: { b: 3 }, elements: 50 };

const messageOf = (xml: string): string => {
  const read = readXml(xml, limits);
  return read.ok ? 'read' : read.fault.message;
};

const nest = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);

const entities = [...Array(9).keys()].map((at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

describe('reading XML', () => {
  it('gives elements with their attributes and their text', () => {
    const read = readXml('<a x="1" xml:lang="be"><b>&#x416;&amp;<![CDATA[<]]></b><!-- no --><c/></a>', limits);
    expect(read.ok && read.value.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', 'Ж&<'],
      ['c', ''],
    ]);
    expect(read.ok && attributeOf(read.value, 'x')).toBe('1');
    expect(read.ok && attributeOf(read.value, 'lang')).toBeNull();
  });

  it.each([
    ['a billion laughs', `<!DOCTYPE a [<!ENTITY l0 "lol">${entities}]><a>&l9;</a>`, 'document type'],
    ['an entity outside', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'document type'],
    ['an entity of a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'document type'],
    ['an entity that is not declared', '<a>&toString;</a>', 'broken at line 1'],
    ['nothing', '', 'broken'],
    ['no XML', 'PK\u0003\u0004', 'broken'],
    ['JSON', '{"a": 1}', 'broken'],
    ['a file that ends too early', '<a>\n<b>text', 'broken at line 2'],
    ['tags that do not match', '<a><b></a></b>', 'broken'],
    ['an attribute twice', '<a x="1" x="2"/>', 'broken'],
    ['a prefix that means nothing', '<q:a/>', 'broken'],
    ['a character that XML does not have', '<a>&#0;</a>', 'broken'],
    ['two documents', '<a/><a/>', 'broken'],
    ['many levels', nest(importLimits.depth + 1), 'levels'],
    ['many elements of a kind', `<a>${'<b/>'.repeat(4)}</a>`, 'more than 3 elements “b”'],
    ['many elements', `<a>${'<c/>'.repeat(60)}</a>`, 'larger'],
    ['many attributes', `<a ${[...Array(400).keys()].map((at) => `x${at}=""`).join(' ')}/>`, 'larger'],
    ['a huge attribute', `<a x="${'x'.repeat(5_000_000)}"/>`, 'larger'],
  ])('refuses %s in one sentence', (_what, xml, words) => {
    expect(messageOf(xml)).toContain(words);
  });

  it('reads as many levels as are allowed', () => {
    expect(messageOf(nest(importLimits.depth))).toBe('read');
  });

  it('stops early in a file of two million selections', () => {
    const selections = '<PlainTextSelection guid="g" startPosition="0" endPosition="1"/>'.repeat(300_000);
    const xml = `<Project xmlns="urn:QDA-XML:project:1.0" name=""><Sources><TextSource>${selections}</TextSource></Sources></Project>`;
    const parsed = parseProject(xml);
    expect(!parsed.ok && parsed.fault.message).toContain('more than 200000 elements “PlainTextSelection”');
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const xml of [text, `<a>${text}</a>`, `<a x="${text}"/>`, `<?xml ${text}?><a/>`, `<!${text}><a/>`]) {
          const read = readXml(xml, limits);
          if (!read.ok) expect(read.fault.message).toMatch(/^The .+\.$/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading a project', () => {
  const text = 'They used torture.\nNobody 👮 was charged.';
  const marks = [{ quote: 'torture.\nNobody 👮', codes: ['torture'], memo: 'Note.' }];
  const whole = [
    qualCoder(text, marks, { quote: 'charged', memo: 'When?' }),
    nvivo(text, marks),
    atlasTi(text, marks),
    maxqda(text, marks),
  ].map(({ qde }) => qde);

  it.each([
    ['another XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['a codebook', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>'],
    ['a project of something else', '<Project xmlns="http://maven.apache.org/POM/4.0.0"/>'],
  ])('refuses %s', (_what, xml) => {
    const parsed = parseProject(xml);
    expect(!parsed.ok && parsed.fault.message).toContain('no REFI-QDA project');
  });

  it.each([
    'urn:QDA-XML:codebook:1.0',
    'urn:QDA-XML:codebook:0:4',
    'urn:QDA-XML:codebook:1:0',
    'urn:QDA-XML:project:1.0',
  ])('reads a codebook in the namespace %s', (space) => {
    const parsed = parseCodebook(`<CodeBook xmlns="${space}"><Codes><Code guid="{A}" name="x"/></Codes></CodeBook>`);
    expect(parsed.ok && parsed.value.codes).toMatchObject([{ guid: 'a', name: 'x' }]);
  });

  it('gives a result, and work that is as it must be, whatever is changed in a file', () => {
    const known = [sourceOf('s1', text)];
    const pieces = [
      '',
      '"',
      '<',
      '>',
      '&',
      '-1',
      '1e9',
      '999999999999999999',
      '{',
      '\u0000',
      '__proto__',
      'guid',
      '</Code>',
      '😀',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom(...pieces)), {
          maxLength: 3,
        }),
        (qde, changes) => {
          let changed = qde;
          for (const [where, length, piece] of changes) {
            const at = Math.floor(where * changed.length);
            changed = changed.slice(0, at) + piece + changed.slice(at + length);
          }
          const parsed = parseProject(changed);
          if (!parsed.ok) return;
          const inline = {
            ...parsed.value,
            sources: parsed.value.sources.map((source) => ({ ...source, content: text })),
          };
          const { work, lines } = importProject(inline, { sources: new Map(), notes: new Map() }, known, []);
          Work.parse(work);
          expect(lines.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });
});
