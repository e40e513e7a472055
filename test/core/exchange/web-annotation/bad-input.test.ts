import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWork } from '../../../../core/exchange/fold-work.ts';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { joinWork } from '../../../../core/exchange/join-work.ts';
import { readAnnotations } from '../../../../core/exchange/web-annotation/read-annotations.ts';
import { readJson } from '../../../../core/exchange/web-annotation/read-json.ts';
import { writeAnnotations } from '../../../../core/exchange/web-annotation/write-annotations.ts';
import { Work } from '../../../../core/exchange/work.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { newWorkspace, Workspace } from '../../../../core/workspace/workspace.ts';
import { refusal, take } from '../../workspace/small-workspace.ts';
import { sampleTexts, sampleWork } from './sample-work.ts';

const file = writeAnnotations(sampleWork, sampleTexts);
const fresh = (): { [key: string]: unknown } => JSON.parse(file);

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

/** Whatever comes of it can be merged, folded and kept. */
function expectSound(json: unknown, known: readonly KnownSource[] = sampleTexts): void {
  const read = readAnnotations(json, known);
  if (!read.ok) {
    expect(read.fault.sentence && inEnglish(read.fault.sentence)).toBe(read.fault.message);
    return;
  }
  const { work, lines } = read.value;
  expect(Work.safeParse(work).success).toBe(true);
  for (const { sentence } of lines) expect(inEnglish(sentence)).toMatch(/[.:]/u);
  const folded = foldWork(joinWork(sampleWork, work), newWorkspace('mine'));
  expect(Workspace.safeParse(folded).success).toBe(true);
}

/** Somewhere in `json`, chosen by `path`, `value` instead of what is there. */
function mutate(json: unknown, path: readonly number[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (typeof json !== 'object' || json === null || step === undefined) return value;
  const entries = Object.entries(json);
  if (entries.length === 0) return value;
  const at = step % entries.length;
  const changed = entries.map(
    ([key, inner], index) => [key, index === at ? mutate(inner, rest, value) : inner] as const,
  );
  return Array.isArray(json) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

describe('files of annotations that are none, damaged or hostile', () => {
  it('bring no highlight of a statement that nobody has looked for', () => {
    const selector = { quote: 'q', prefix: '', suffix: '', isUnique: true, start: 0, end: 1, source: 'c'.repeat(64) };
    const place = { value: { statement: 'nowhere', selector, orphan: false }, at: '' };
    const times = { created: '2026-01-01T00:00:00.000Z', modified: '2026-01-01T00:00:00.000Z' };
    const highlight = { id: 'h', lives: 1, since: '', ...times, taggings: [], fields: { place } };
    const json = fresh();
    json['attest:work'] = { ...(json['attest:work'] as object), highlights: [highlight] };
    const { work, lines } = take(readAnnotations(json, sampleTexts));
    expect(work.highlights).not.toHaveProperty('h');
    expect(lines.find(({ item }) => item === 'h')?.outcome).toBe('refused');
  });

  it('are refused where few annotations mark too many passages', () => {
    const target = Array.from({ length: 1_000 }, () => 'urn:x');
    const json = Array.from({ length: 201 }, () => ({ type: 'Annotation', target }));
    expect(refusal(readAnnotations(json, sampleTexts))).toContain('holds 201000 annotations');
  });

  it.each([
    ['nothing', null],
    ['a number', 7],
    ['a text', 'annotations'],
    ['another object', { name: 'package', version: '1' }],
    ['a list of numbers', [1, 2, 3]],
    ['a list of other things', [{ id: 'smith2020', type: 'book', title: 'A book' }]],
    ['a person', { first: 'http://x.org', last: 'Doe', items: 3 }],
    ['a page of other things', { items: [{ name: 'torture' }] }],
  ])('are refused in one sentence: %s', (_what, json) => {
    expect(refusal(readAnnotations(json, sampleTexts))).toContain('holds no annotations');
  });

  it('are refused where they are nested too deep, however deep that is', () => {
    for (const depth of [50, 5_000, 500_000]) {
      expect(refusal(readAnnotations(nested(depth), sampleTexts))).toContain('more than 40 levels');
    }
    const body = { type: 'Annotation', target: 'a:b', body: nested(60) };
    expect(refusal(readAnnotations(body, sampleTexts))).toContain('more than 40 levels');
  });

  it('are refused where they hold too many annotations or tags', () => {
    const annotation = { type: 'Annotation', target: 'http://example.org' };
    const many = new Array(200_001).fill(annotation);
    expect(refusal(readAnnotations(many, sampleTexts))).toContain('200001 annotations');
    const body = Array.from({ length: 20_001 }, (_, at) => ({ purpose: 'tagging', value: `tag ${at}` }));
    const selector = { type: 'TextQuoteSelector', exact: 'use of torture against detainees' };
    const tagged = { type: 'Annotation', target: { source: 'a:b', selector }, body };
    expect(refusal(readAnnotations(tagged, sampleTexts))).toContain('20001 tags');
    const work = { ...(fresh()['attest:work'] as object), searches: new Array(20_001).fill({}) };
    expect(refusal(readAnnotations({ ...fresh(), 'attest:work': work }, sampleTexts))).toContain('20000');
  });

  it('are refused where a later version of Attest wrote them, or what Attest wrote is damaged', () => {
    const written = fresh()['attest:work'] as object;
    const later = { ...fresh(), 'attest:work': { ...written, version: 2 } };
    expect(refusal(readAnnotations(later, sampleTexts))).toContain('later version');
    for (const work of [null, 7, [], { version: 1 }, { ...written, tags: {} }, { ...written, writer: '' }]) {
      expect(refusal(readAnnotations({ ...fresh(), 'attest:work': work }, sampleTexts))).toContain('damaged');
    }
  });

  it('are no JSON where they break off', () => {
    expect(take(readJson(`\ufeff${file}`))).toEqual(fresh());
    fc.assert(
      fc.property(fc.nat(file.trimEnd().length - 1), (length) => {
        expect(refusal(readJson(file.slice(0, length)))).toContain('breaks off');
      }),
      { numRuns: 50 },
    );
  });

  it('give every record that is sound, and a line for every other', () => {
    const damage = [
      { lives: 0 },
      { lives: Number.MAX_SAFE_INTEGER },
      { since: 'yesterday' },
      { since: '2026-99-99T00:00:00.000Z anna' },
      { since: '9999-12-31T23:59:59.999Z anna' },
      { fields: { name: { value: '', at: '' } } },
      { fields: { name: { value: 'x', at: '9999-12-31T23:59:59.999Z anna' } } },
    ];
    for (const [at, fault] of damage.entries()) {
      const json = fresh();
      const work = json['attest:work'] as { tags: object[] };
      work.tags.push({ id: `bad ${at}`, lives: 1, since: '', fields: {}, ...fault });
      const read = take(readAnnotations(json, sampleTexts));
      expect(read.work).toEqual(sampleWork);
      const refused = read.lines.filter(({ outcome }) => outcome === 'refused');
      expect(refused.map(({ item }) => item)).toEqual([`bad ${at}`]);
    }
  });

  it('give the first of two with one id, and say so', () => {
    const json = fresh();
    const first = json['first'] as { items: { target: unknown }[] };
    const work = json['attest:work'] as { dossiers: object[] };
    first.items.push({ ...first.items[0], target: first.items[1]?.target });
    work.dossiers.push({ ...work.dossiers[0], since: '' });
    const read = take(readAnnotations(json, sampleTexts));
    expect(read.work).toEqual(sampleWork);
    expect(read.lines.filter(({ outcome }) => outcome === 'refused')).toHaveLength(2);
  });

  it('keep highlights whose position or words were tampered with from passing for quotations', () => {
    const json = fresh();
    const first = json['first'] as { items: { target: { selector: { exact?: string }[] } }[] };
    const [quote] = first.items[0]?.target.selector ?? [];
    if (quote) quote.exact = 'words that nobody said';
    const { lines } = take(readAnnotations(json, sampleTexts));
    const line = lines.find(({ item }) => item === 'words that nobody said');
    expect(line && inEnglish(line.sentence)).toContain('do not stand at its position');
  });

  it('have keys that are nothing but keys', () => {
    const hostile = file
      .replaceAll('"people"', '"__proto__":{"polluted":true},"people"')
      .replaceAll(
        '"type":"Annotation"',
        '"__proto__":{"body":"x","polluted":1},"constructor":{"prototype":1},"type":"Annotation"',
      );
    const read = take(readAnnotations(JSON.parse(hostile), sampleTexts));
    expect(read.work).toEqual(sampleWork);
    expect('polluted' in {}).toBe(false);
    const inherited = JSON.parse('{"__proto__": {"type": "Annotation", "target": "a:b"}, "items": 3}');
    expect(refusal(readAnnotations(inherited, sampleTexts))).toContain('holds no annotations');
  });

  it('never throw, whatever is changed in them, and what is taken can be kept', () => {
    const anything = fc.oneof(
      fc.constantFrom<unknown>(null, -1, 1e300, '', '9999-12-31T23:59:59Z x', '__proto__', [], {}, [[]], true),
      fc.jsonValue({ maxDepth: 2 }),
      fc.constant(nested(45)),
    );
    const change = fc.tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 9 }), anything);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        expectSound(changes.reduce((json, [path, value]) => mutate(json, path, value), JSON.parse(file)));
      }),
      { numRuns: 120 },
    );
  });

  it('never throw, whatever they say of passages that other programs marked', () => {
    const texts = [
      'use of torture',
      'Akrestsina',
      '',
      '\ud83d',
      'a',
      'http://x#char=1,2',
      ':~:text=%,-a',
      `urn:sha-256:${'a'.repeat(64)}`,
    ];
    const leaf = fc.oneof(fc.constantFrom<unknown>(...texts, null, -1, 3, 1e15, 0.5), fc.jsonValue({ maxDepth: 1 }));
    const selector = fc.record(
      {
        type: fc.constantFrom(
          'TextQuoteSelector',
          'TextPositionSelector',
          'FragmentSelector',
          'DataPositionSelector',
          7,
        ),
        exact: leaf,
        prefix: leaf,
        suffix: leaf,
        start: leaf,
        end: leaf,
        value: leaf,
        refinedBy: leaf,
      },
      { requiredKeys: [] },
    );
    const annotation = fc.record(
      {
        id: leaf,
        type: fc.constant('Annotation'),
        created: leaf,
        modified: leaf,
        creator: leaf,
        body: fc.oneof(
          leaf,
          fc.array(
            fc.record(
              { purpose: fc.constantFrom('tagging', 'linking', null), value: leaf, items: leaf },
              { requiredKeys: [] },
            ),
          ),
        ),
        target: fc.oneof(
          leaf,
          fc.record({ source: leaf, selector: fc.oneof(selector, fc.array(selector, { maxLength: 3 })) }),
        ),
      },
      { requiredKeys: ['type', 'target'] },
    );
    fc.assert(
      fc.property(fc.array(annotation, { maxLength: 4 }), (list) => expectSound(list)),
      { numRuns: 200 },
    );
  });
});

describe('files of annotations that are large', () => {
  const statement = (at: number): KnownSource => ({
    id: `s${at}`,
    sha256: at.toString(16).padStart(64, '0'),
    title: `Statement ${at}`,
    text: `${'the people were held without charge and the people were beaten; '.repeat(1_500)} number ${at}.`,
  });
  const known = Array.from({ length: 20 }, (_, at) => statement(at));
  const marking = (at: number, exact: string): object => ({
    id: `http://example.org/${at}`,
    type: 'Annotation',
    target: { source: 'http://example.org/', selector: { type: 'TextQuoteSelector', exact } },
  });

  it('are found all the same, thousands of them in many statements', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => marking(at, `people were beaten;  number ${at % 20}.`));
    const { work, lines } = take(readAnnotations(many, known));
    expect(Object.keys(work.highlights)).toHaveLength(2_000);
    expect(lines.every(({ outcome }) => outcome === 'changed')).toBe(true);
  });

  it('end in bounded time, though every annotation asks for a search of everything', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => marking(at, `the people were held ${at} nowhere`));
    const everywhere = Array.from({ length: 200 }, (_, at) => marking(at, 'the'));
    const { lines } = take(readAnnotations([...everywhere, ...many], known));
    expect(lines).toHaveLength(5_200);
    expect(lines.every(({ outcome }) => outcome === 'refused')).toBe(true);
  });
});
