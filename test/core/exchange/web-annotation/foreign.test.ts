import { describe, expect, it } from 'vitest';
import { resolveSelector } from '../../../../core/anchoring/resolve.ts';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { joinWork } from '../../../../core/exchange/join-work.ts';
import { readAnnotations } from '../../../../core/exchange/web-annotation/read-annotations.ts';
import { writeAnnotations } from '../../../../core/exchange/web-annotation/write-annotations.ts';
import type { Work } from '../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { take } from '../../workspace/small-workspace.ts';
import { sampleText, sampleTexts, sampleWork } from './sample-work.ts';

const context = 'http://www.w3.org/ns/anno.jsonld';
const quoted = 'use of torture against detainees';
const { text, sha256 } = sampleText('first');

const quoteSelector = (exact: string, prefix?: string, suffix?: string): object => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});

/** A plain annotation of another program, with `more` in place of what it says. */
const annotation = (more: object = {}): object => ({
  '@context': context,
  id: 'http://example.org/anno1',
  type: 'Annotation',
  created: '2026-02-01T10:00:00Z',
  target: { source: 'http://example.org/page', selector: quoteSelector(quoted) },
  ...more,
});

/** In the very bytes that are here. */
const inSource = (selector: object | readonly object[]): object =>
  annotation({ target: { source: `urn:sha-256:${sha256}`, selector } });

function read(json: unknown, known: readonly KnownSource[] = sampleTexts) {
  // What JSON does not hold, as `undefined`, must not be there.
  const { work, lines } = take(readAnnotations(JSON.parse(JSON.stringify(json)), known));
  const said = lines.filter(({ outcome }) => outcome !== 'taken');
  return { work, said: said.map(({ outcome, item, sentence }) => `${outcome}: ${item}: ${inEnglish(sentence)}`) };
}

const only = ({ highlights }: Work) => {
  const [entry, ...more] = Object.entries(highlights);
  if (!entry || more.length > 0) throw new Error(`There are ${more.length} more highlights, or none`);
  const [id, record] = entry;
  return { id, record, place: record.fields.place?.value, note: record.fields.note?.value.text };
};

const words = ({ selector }: { readonly selector: { readonly start: number; readonly end: number } }): string =>
  text.slice(selector.start, selector.end);

/** The paths of the tags on the only highlight, in order. */
function pathsOn(work: Work): string[] {
  const pathOf = (id: string): string => {
    const { name, parent } = work.tags[id]?.fields ?? {};
    return parent?.value ? `${pathOf(parent.value)}/${name?.value}` : (name?.value ?? '?');
  };
  return Object.entries(only(work).record.tags)
    .sort(([, a], [, b]) => a.n - b.n)
    .map(([id]) => pathOf(id));
}

describe('annotations of other programs', () => {
  it('are all taken, however many passages one of them marks', () => {
    const target = { source: `urn:sha-256:${sha256}`, selector: quoteSelector(quoted) };
    const { work } = read(annotation({ target: Array.from({ length: 1_500 }, () => target) }));
    expect(Object.keys(work.highlights)).toHaveLength(1_500);
  });

  it('with many tags for many passages are taken as far as there is room, and the rest is told', () => {
    const target = { source: `urn:sha-256:${sha256}`, selector: quoteSelector(quoted) };
    const body = Array.from({ length: 2_000 }, (_, at) => ({ purpose: 'tagging', value: `tag ${at}` }));
    const { work, said } = read(annotation({ body, target: Array.from({ length: 10_000 }, () => target) }));
    const taken = Object.keys(work.highlights).length;
    expect(taken).toBeLessThan(6_000);
    expect(taken + said.filter((line) => line.includes('too much to look through')).length).toBe(10_000);
  });

  it('do not end in half a character, whatever their words and position say', () => {
    const known = { id: 's', sha256: 'b'.repeat(64), title: 'T', text: 'Білі 👮 і яшчэ білі.' };
    const selector = [quoteSelector('Білі \ud83d'), { type: 'TextPositionSelector', start: 0, end: 6 }];
    const json = annotation({ target: { source: `urn:sha-256:${known.sha256}`, selector } });
    const { place } = only(read(json, [known]).work);
    expect(known.text.slice(place?.selector.start, place?.selector.end)).toBe('');
  });

  it('are found by their words where they stand in one statement only, and it is said', () => {
    const { work, said } = read(annotation());
    const { place, record } = only(work);
    expect(place && words(place)).toBe(quoted);
    expect(place).toMatchObject({ statement: 'first', selector: { source: sha256 } });
    expect(record).toMatchObject({ lives: 1, created: '2026-02-01T10:00:00.000Z' });
    expect(work.sources).toEqual({ first: { id: 'first', sha256, title: sampleText('first').title } });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^changed: use of torture against detainees: .*nowhere else, and was marked there\.$/u);
  });

  it.each([
    ['a list', [annotation()]],
    ['a page', { '@context': context, type: 'AnnotationPage', items: [annotation()] }],
    [
      'a collection with its first page',
      {
        '@context': context,
        type: 'AnnotationCollection',
        total: 1,
        first: { type: 'AnnotationPage', items: [annotation()] },
      },
    ],
    [
      'a collection with a second page in the first',
      { type: ['AnnotationCollection'], first: { items: [], next: { items: [annotation()] } } },
    ],
    ['a collection that holds them itself', { type: 'AnnotationCollection', items: [annotation()] }],
    ['one by itself', annotation()],
    ['one in the words of JSON-LD', { ...annotation(), type: undefined, '@type': 'oa:Annotation' }],
  ])('are read from %s', (_shape, json) => {
    expect(only(read(json).work).place?.statement).toBe('first');
  });

  it('are read from what Hypothesis exports', () => {
    const { work, said } = read({
      export_date: '2026-03-01T00:00:00Z',
      export_userid: 'acct:anna@hypothes.is',
      client_version: '1.1',
      annotations: [
        {
          id: 'h1AbCd',
          uri: 'https://example.org/statement',
          text: 'See *also* p. 4',
          tags: ['torture', 'detention/conditions'],
          user: 'acct:anna@hypothes.is',
          user_info: { display_name: 'Anna B.' },
          created: '2026-01-05T08:00:00.123456+00:00',
          updated: '2026-01-06T09:30:00.5+02:00',
          document: { title: ['A page'] },
          target: [
            {
              source: 'https://example.org/statement',
              selector: [
                {
                  type: 'RangeSelector',
                  startContainer: '/div[1]',
                  endContainer: '/div[1]',
                  startOffset: 0,
                  endOffset: 9,
                },
                { type: 'TextPositionSelector', start: 4012, end: 4044 },
                quoteSelector(quoted, 'There is regular ', ' 🇧🇾 in Akrestsina.'),
              ],
            },
          ],
        },
        {
          id: 'reply',
          uri: 'https://example.org/statement',
          text: 'I agree',
          references: ['h1AbCd'],
          target: [{ source: 'x' }],
        },
      ],
    });
    const { record, note } = only(work);
    expect(note).toBe('See *also* p. 4');
    expect(pathsOn(work)).toEqual(['torture', 'detention/conditions']);
    expect(record).toMatchObject({ created: '2026-01-05T08:00:00.123Z', modified: '2026-01-06T07:30:00.500Z' });
    const [person] = Object.values(work.people);
    expect(person?.name).toBe('Anna B.');
    expect(record.since).toBe(`2026-01-05T08:00:00.123Z ${person?.id}`);
    expect(record.fields.note?.at).toBe(`2026-01-06T07:30:00.500Z ${person?.id}`);
    expect(work.writer).toBe(person?.id);
    expect(said[1]).toBe('refused: I agree: It marks no words of a text: Attest keeps highlights of passages only.');
  });

  it('are read from what Recogito keeps', () => {
    const { work } = read([
      {
        '@context': context,
        id: '#5b3f9a2e-0000-4000-8000-0000000000aa',
        type: 'Annotation',
        body: [
          { type: 'TextualBody', value: 'a remark', purpose: 'commenting', creator: { id: 'http://example.org/anna' } },
          { type: 'TextualBody', value: 'prison', purpose: 'tagging' },
          { type: 'TextualBody', value: 'red', purpose: 'highlighting' },
        ],
        target: { selector: [quoteSelector(quoted), { type: 'TextPositionSelector', start: 3, end: 9 }] },
      },
    ]);
    expect(only(work).note).toBe('a remark');
    expect(pathsOn(work)).toEqual(['prison']);
    const native = { id: 'x1', bodies: [], target: { selector: [{ quote: quoted, start: 22, end: 54 }] } };
    expect(only(read([native]).work).place?.statement).toBe('first');
  });

  it('have the tags that everybody starts with, and one tag for one path however it is written', () => {
    const tags = ['Torture', 'détention', 'de\u0301tention', 'DÉTENTION/cells', 'détention/Cells'];
    const body = tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
    const { work } = read(annotation({ body }));
    expect(pathsOn(work)).toEqual(['Torture', 'détention', 'détention/cells']);
    expect(Object.keys(work.tags)).toContain('5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e01');
  });

  it('are told about tags that have to be called otherwise', () => {
    const { work, said } = read(
      annotation({ body: { type: 'TextualBody', purpose: 'tagging', value: 'http://x.org//\u0007' } }),
    );
    expect(pathsOn(work)).toEqual(['http:--x.org--']);
    expect(said.some((line) => line.includes('cannot be called so in Attest: it is “http:--x.org--” now'))).toBe(true);
  });

  it.each([
    ['a text', { bodyValue: 'my words' }, 'my words'],
    ['one body', { body: { type: 'TextualBody', value: '<p>my words</p>', format: 'text/html' } }, '<p>my words</p>'],
    ['several bodies', { body: [{ value: 'one' }, { value: 'two', purpose: 'describing' }] }, 'one\ntwo'],
    ['the first of a choice', { body: { type: 'Choice', items: [{ value: 'one' }, { value: 'two' }] } }, 'one'],
    ['a link', { body: 'http://example.org/more' }, 'http://example.org/more'],
    ['a resource', { body: { id: 'http://example.org/a.mp3', type: 'Sound' } }, 'http://example.org/a.mp3'],
    ['nothing', {}, ''],
  ])('bring %s as their note', (_what, more, note) => {
    expect(only(read(annotation(more)).work).note).toBe(note);
  });

  it.each([
    ['code points', 'sha-256', [...text.slice(0, text.indexOf('Пытки'))].length],
    ['UTF-16 units', 'sha256', text.indexOf('Пытки')],
  ])('are taken as they stand where position and words agree, in %s', (_unit, scheme, start) => {
    const position = { type: 'TextPositionSelector', start, end: start + 5 };
    const target = { source: { id: `urn:${scheme}:${sha256}` }, selector: [quoteSelector('Пытки'), position] };
    const { work, said } = read(annotation({ target }));
    expect(only(work).place?.selector.start).toBe(text.indexOf('Пытки'));
    expect(said).toEqual([]);
  });

  it('are looked for elsewhere in the very statement where the position does not have the words, and it is said', () => {
    const { work, said } = read(
      inSource([quoteSelector('Akrestsina'), { type: 'TextPositionSelector', start: 3, end: 13 }]),
    );
    const { place } = only(work);
    expect(place && words(place)).toBe('Akrestsina');
    expect(said[0]).toMatch(/^changed: Akrestsina: .*found elsewhere/u);
  });

  it('are kept to be reviewed where the very statement does not have the words, or has them twice', () => {
    for (const exact of ['use of force against detainees', 'egular use of torture']) {
      const { work, said } = read(inSource(quoteSelector(exact)));
      const selector = only(work).place?.selector;
      expect(selector?.quote).toBe(exact);
      expect(selector && resolveSelector(text, sha256, selector).state).toBe('needs-review');
      expect(said[0]).toContain('it needs review');
    }
  });

  it('are told apart by their context', () => {
    const { work } = read(inSource(quoteSelector('egular use of torture', 'té. R', ', again.')));
    expect(only(work).place?.selector.start).toBe(text.lastIndexOf('egular use'));
  });

  it('follow the statement where only its typography is another', () => {
    const { work, said } = read(annotation({ target: quoteTarget('detention facilities “of  all” kinds') }), [
      { ...sampleText('first'), text: 'In detention\u00a0facilities "of  all" kinds it is so.' },
    ]);
    expect(only(work).place?.selector.quote).toBe('detention\u00a0facilities "of  all" kinds');
    expect(said[0]).toContain('the highlight follows the statement');
  });

  it.each([
    [
      'words that stand nowhere',
      annotation({ target: quoteTarget('words of some other statement') }),
      'none of your statements',
    ],
    [
      'words that stand twice',
      annotation({ target: quoteTarget('egular use of torture', 'nowhere before') }),
      '2 places',
    ],
    ['a word that stands somewhere by chance', annotation({ target: quoteTarget('Akrestsina') }), 'too few'],
    ['words in another context', annotation({ target: quoteTarget(quoted, 'They report ', ' in Minsk') }), '1 place'],
    ['a position in an unknown source', annotation({ target: 'http://example.org/page#char=4,9' }), 'no words'],
    ['a position outside the statement', annotation({ target: `urn:sha-256:${sha256}#char=4,9000` }), 'outside'],
    ['a whole page', annotation({ target: 'http://example.org/page' }), 'no words of a text'],
    [
      'a region of a picture',
      annotation({ target: { source: 'a:b', selector: { type: 'SvgSelector', value: '<svg/>' } } }),
      'no words',
    ],
    ['nothing at all', annotation({ target: [] }), 'does not say what it marks'],
    ['a reference', 'http://example.org/anno7', 'not in the file itself'],
    ['a note that is too long', annotation({ bodyValue: 'x'.repeat(100_001) }), 'at most'],
  ])('are refused with a line for %s', (_why, refused, reason) => {
    const { work, said } = read([annotation({ target: {}, id: 'a:first' }), refused]);
    expect(work.highlights).toEqual({});
    expect(work.tags).toEqual({});
    expect(said[1]).toContain(reason);
    expect(said.every((line) => line.startsWith('refused: '))).toBe(true);
  });

  it('are taken by position alone in the very bytes that they name, and it is said', () => {
    const { work, said } = read(annotation({ target: `urn:sha-256:${sha256}#char=2,7` }));
    expect(only(work).place?.selector.quote).toBe('There');
    expect(said[0]).toContain('a position and no words');
  });

  it('are read from links to words', () => {
    const fragment = ':~:text=There%20is%20regular-,use%20of%20torture%20against%20detainees,-%F0%9F%87%A7%F0%9F%87%BE';
    expect(only(read(annotation({ target: `http://example.org/page#${fragment}` })).work).place?.selector.quote).toBe(
      quoted,
    );
  });

  it('are taken where words refine another selector and stand once, and it is said', () => {
    const refined = { type: 'FragmentSelector', value: 'p4', refinedBy: quoteSelector('Akrestsina') };
    const { work, said } = read(inSource(refined));
    expect(only(work).place?.selector.quote).toBe('Akrestsina');
    expect(said[0]).toContain('in one part of the statement');
  });

  it('mark one passage for each of their targets', () => {
    const target = [quoteTarget(quoted), quoteTarget('تعذيب السجناء في بيلاروس')];
    const { work } = read(annotation({ target }));
    expect(Object.values(work.highlights).map(({ fields }) => fields.place?.value.statement)).toEqual([
      'first',
      'second',
    ]);
  });

  it('are the same whenever they are read, and taken once where the file has them twice', () => {
    const [one, again] = [read([annotation(), annotation()]), read([annotation()])];
    expect(one.work).toEqual(again.work);
    expect(one.said.at(-1)).toContain('the same id');
    const nameless = annotation({ id: undefined });
    expect(read(nameless).work).toEqual(read(nameless).work);
  });

  it('change nothing when they are taken a second time', () => {
    const { work } = read([annotation({ bodyValue: 'a note' }), annotation({ id: 'x:y', created: undefined })]);
    const once = joinWork(sampleWork, work);
    expect(Object.keys(once.highlights)).toHaveLength(Object.keys(sampleWork.highlights).length + 2);
    expect(joinWork(once, read([annotation({ bodyValue: 'a note' })]).work)).toEqual(once);
  });

  it('stand before everything that is written where the file has no times or impossible ones', () => {
    for (const created of [undefined, 'yesterday', '2026-13-45T00:00:00Z', '9999-12-31T23:59:59Z', 7]) {
      const { record } = only(read(annotation({ created })).work);
      expect(record).toMatchObject({ since: '', created: '1970-01-01T00:00:00.000Z' });
    }
    expect(only(read(annotation({ created: '2026-02-01T10:00' })).work).record.created).toBe(
      '2026-02-01T10:00:00.000Z',
    );
  });

  it('name the pages that are missing', () => {
    const { said } = read({ type: 'AnnotationCollection', total: 9, first: 'http://example.org/page1' });
    expect(said).toEqual([
      'refused: http://example.org/page1: The file names pages that are not in it: export these too, and import them.',
    ]);
  });
});

describe('our own annotations after another program had them', () => {
  it('are the same highlights again, though all that we said beside is gone', () => {
    const file = JSON.parse(writeAnnotations(sampleWork, sampleTexts));
    const items = file.first.items.map(
      ({ 'attest:highlight': _, body, ...rest }: { [key: string]: unknown; body?: object[] }) => ({
        ...rest,
        ...(body ? { body: body.map((one) => ({ ...one, 'attest:tagging': undefined })) } : {}),
      }),
    );
    const id = '0a0b0c0d-0000-4000-8000-000000000001';
    const { work } = read(items);
    const record = work.highlights[id];
    expect(record?.fields.place?.value.selector).toEqual(sampleWork.highlights[id]?.fields.place?.value.selector);
    expect(record?.since).toBe(sampleWork.highlights[id]?.since);
    expect(Object.values(record?.tags ?? {})).toHaveLength(2);
  });

  it('keep their tags by id in a page without the rest of the work', () => {
    const { first } = JSON.parse(writeAnnotations(sampleWork, sampleTexts));
    const { work } = read(first);
    const id = '0a0b0c0d-0000-4000-8000-000000000001';
    expect(work.highlights[id]).toEqual(sampleWork.highlights[id]);
    expect(work.tags['deep']?.fields).toMatchObject({ name: { value: 'conditions' }, parent: { value: 'torture' } });
  });

  it('take tags and comments that were added, as written later', () => {
    const file = JSON.parse(writeAnnotations(sampleWork, sampleTexts));
    const last = file.first.items.find((item: object) => JSON.stringify(item).includes('"exact":"End of it."'));
    last.body = [
      { type: 'TextualBody', purpose: 'tagging', value: 'torture/conditions' },
      { type: 'TextualBody', purpose: 'commenting', value: 'added' },
    ];
    const { work, said } = read(file);
    const record = work.highlights['last'];
    const before = sampleWork.highlights['last']?.fields.note?.at ?? '';
    expect(Object.keys(record?.tags ?? {})).toEqual(['deep']);
    expect(record?.fields.note?.value.text).toBe('added');
    expect(record?.fields.note?.at && record.fields.note.at > before).toBe(true);
    expect(said).toEqual([
      'changed: End of it.: Its note was changed by another program: it was taken as it is in the file.',
    ]);
    expect(read(file).work).toEqual(work);
  });
});

function quoteTarget(exact: string, prefix?: string, suffix?: string): object {
  return { source: 'http://example.org/page', selector: quoteSelector(exact, prefix, suffix) };
}
