import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from '../../../../core/anchoring/selector.ts';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { unfoldWork } from '../../../../core/exchange/unfold-work.ts';
import { readAnnotations } from '../../../../core/exchange/web-annotation/read-annotations.ts';
import { writeAnnotations } from '../../../../core/exchange/web-annotation/write-annotations.ts';
import { noWork, type Work } from '../../../../core/exchange/work.ts';
import { TagColour } from '../../../../core/tags/tag.ts';
import { utf16 } from '../../../../core/text/offsets.ts';
import { anyText } from '../../../support/any-text.ts';
import { hardText } from '../../../support/hard-text.ts';
import { take } from '../../workspace/small-workspace.ts';
import { everything, threeWorkspaces, workOf } from '../any-work.ts';
import { sampleTexts, sampleWork } from './sample-work.ts';

/** JSON with its keys in order: what a matcher takes `__proto__` for is no matter. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const again = (work: Work, known: readonly KnownSource[]) =>
  take(readAnnotations(JSON.parse(writeAnnotations(work, known)), known));

const writers = ['7b7c5d8e-1111-4222-8333-944455566677', 'anna', '__proto__', 'constructor'];
const stamp = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.date({ min: new Date(0), max: new Date('2900-01-01'), noInvalidDate: true }), fc.constantFrom(...writers))
    .map(([at, by]) => `${at.toISOString()} ${by}`),
);
const time = fc
  .date({ min: new Date(0), max: new Date('2900-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString());
const words = fc.oneof(hardText, anyText).map((text) => text.slice(0, 100));
const name = words.map((text) => text || 'tag');
const ids = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'ключ 😀', '0a0b0c0d-0000-4000-8000-000000000001');
const stamped = <Value>(value: fc.Arbitrary<Value>) => fc.record({ value, at: stamp });
const lives = fc.constantFrom(1, 1, 1, 2, 3, 4);

/** Records under ids that are no names of properties; with `Object.fromEntries`, so that `__proto__` is one of them. */
const keyed = <Item>(item: fc.Arbitrary<Item>, maxLength = 4) =>
  fc
    .uniqueArray(fc.tuple(ids, item), { maxLength, selector: ([id]) => id })
    .map((entries): Record<string, Item> => Object.fromEntries(entries));

const texts = fc.tuple(hardText, anyText).map((both): KnownSource[] =>
  both.map((text, at) => ({
    id: ['s', '__proto__'][at] ?? '',
    sha256: String(at).repeat(64),
    title: text,
    text: `${text}.`,
  })),
);

const onlyAlive = <Record extends { readonly lives: number; readonly fields: object }>(record: Record): Record =>
  record.lives % 2 === 1 ? record : { ...record, fields: {} };

const selectorIn = ({ text, sha256 }: KnownSource) =>
  fc.tuple(fc.nat(text.length - 1), fc.nat(80), fc.boolean(), fc.nat(9)).map(([at, length, isUnique, kind]) => {
    const end = Math.min(text.length, at + 1 + length);
    const right = describePassage(text, { start: utf16(at), end: utf16(end) }, sha256);
    if (kind === 0) return { ...right, quote: 'other words' };
    return kind === 1 ? { ...right, start: utf16(7), end: utf16(70_000), isUnique } : right;
  });

const highlightIn = (known: readonly KnownSource[]) =>
  fc
    .record({
      lives,
      since: stamp,
      created: time,
      modified: time,
      tags: keyed(fc.record({ on: fc.boolean(), at: stamp, n: fc.nat(9) })),
      fields: fc.record(
        {
          place: stamped(
            fc
              .constantFrom(...known)
              .chain((source) =>
                fc.record({ statement: fc.constant(source.id), selector: selectorIn(source), orphan: fc.boolean() }),
              ),
          ),
          note: stamped(fc.record({ text: words, isPrivate: fc.boolean() })),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
    })
    .map((record) => (record.lives % 2 === 1 ? record : { ...record, fields: {}, tags: {} }));

const workIn = (known: readonly KnownSource[]) =>
  fc
    .record({
      writer: fc.constantFrom(...writers),
      people: keyed(fc.record({ name: words, named: stamp, seen: stamp })),
      highlights: keyed(highlightIn(known), 6),
      tags: keyed(
        fc
          .record({
            lives,
            since: stamp,
            fields: fc.record(
              {
                name: stamped(name),
                parent: stamped(fc.option(ids)),
                colour: stamped(fc.constantFrom(...TagColour.options)),
                shortcut: stamped(fc.option(fc.integer({ min: 1, max: 9 }))),
                description: stamped(words),
              },
              { requiredKeys: [], noNullPrototype: true },
            ),
          })
          .map(onlyAlive),
        6,
      ),
      dossiers: keyed(
        fc
          .record({
            lives,
            since: stamp,
            created: time,
            modified: time,
            fields: fc.record(
              { name: stamped(name), items: stamped(fc.constant([{ kind: 'text' as const, id: 'x', text: '—' }])) },
              { requiredKeys: [], noNullPrototype: true },
            ),
          })
          .map(onlyAlive),
      ),
      searches: keyed(
        fc
          .record({
            lives,
            since: stamp,
            fields: fc.record(
              { name: stamped(name), query: stamped(fc.record({ query: name, spellings: fc.boolean() })) },
              { requiredKeys: [], noNullPrototype: true },
            ),
          })
          .map(onlyAlive),
      ),
    })
    .map((work) => ({
      ...work,
      statements: {},
      sets: {},
      people: Object.fromEntries(Object.entries(work.people).map(([id, person]) => [id, { id, ...person }])),
      sources: Object.fromEntries(known.map(({ id, sha256, title }) => [id, { id, sha256, title }])),
    }));

/** What the highlights of a walk stand in. */
const walked = ['s', 'own-0', 'own-1', 'own-2'].map((id) => ({ id, sha256: 'c'.repeat(64), title: id, text: '' }));

describe('work as Web Annotations', () => {
  it('comes back as it was, with everything in it', () => {
    const { work, lines } = again(sampleWork, sampleTexts);
    expect(work).toEqual(sampleWork);
    expect(lines.filter(({ outcome }) => outcome !== 'taken')).toEqual([]);
  });

  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(
        texts.chain((known) => fc.tuple(fc.constant(known), workIn(known))),
        ([known, any]) => {
          const work = any as unknown as Work; // Fields that are left out are no fields of `undefined`.
          const read = again(work, known);
          expect(canonical(read.work)).toBe(canonical(work));
          expect(read.lines.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('comes back as it was from workspaces in which people worked and merged', () => {
    fc.assert(
      fc.property(threeWorkspaces, (workspaces) => {
        for (const workspace of workspaces) {
          const work = workOf(workspace);
          expect(again(work, walked).work).toEqual(work);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('comes back as it was where only some highlights were chosen', () => {
    fc.assert(
      fc.property(threeWorkspaces, ([workspace]) => {
        const [chosen = '', ...rest] = Object.keys(workspace.highlights);
        const highlights = new Set([chosen, ...rest.slice(2)]);
        const work = unfoldWork(workspace, [], { ...everything, highlights });
        expect(again(work, walked).work).toEqual(work);
      }),
      { numRuns: 10 },
    );
  });

  it('is the same file every time, whatever order its records are in', () => {
    const turned = <Item>(records: Record<string, Item>): Record<string, Item> =>
      Object.fromEntries(Object.entries(records).reverse());
    const { highlights, tags, people, sources } = sampleWork;
    const other = {
      ...sampleWork,
      highlights: turned(highlights),
      tags: turned(tags),
      people: turned(people),
      sources: turned(sources),
    };
    expect(writeAnnotations(other, sampleTexts)).toBe(writeAnnotations(sampleWork, sampleTexts));
  });

  it('has one annotation on each line', () => {
    const lines = writeAnnotations(sampleWork, sampleTexts).split('\n');
    expect(lines.filter((line) => line.includes('"type":"Annotation"'))).toHaveLength(6);
  });

  it('counts positions in code points', () => {
    const { first } = JSON.parse(writeAnnotations(sampleWork, sampleTexts));
    const emoji = first.items.find((item: { target: unknown }) => JSON.stringify(item.target).includes('"exact":"😀"'));
    const text = [...(sampleTexts[1]?.text ?? '')];
    expect(emoji.target.selector[1]).toEqual({
      type: 'TextPositionSelector',
      start: text.indexOf('😀'),
      end: text.indexOf('😀') + 1,
    });
  });

  it('says of every highlight who made it, with which tags and what note', () => {
    const { first } = JSON.parse(writeAnnotations(sampleWork, sampleTexts));
    const [annotation] = first.items.filter((item: { id: string }) => item.id.endsWith('000000000001'));
    expect(annotation).toMatchObject({
      motivation: 'highlighting',
      creator: { type: 'Person', name: 'Ганна “A”', id: 'urn:uuid:7b7c5d8e-1111-4222-8333-944455566677' },
      generator: { type: 'Software', name: 'Attest' },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'torture' },
        { type: 'TextualBody', purpose: 'tagging', value: 'torture/conditions' },
        { type: 'TextualBody', purpose: 'commenting', value: '<b>Core</b> finding & “more”.\n\n👀 ' },
      ],
      target: { source: { id: `urn:sha-256:${'a'.repeat(64)}` } },
    });
  });

  it('is a collection without a page’s worth of work too', () => {
    expect(again(noWork('nobody'), []).work).toEqual(noWork('nobody'));
  });

  it('takes the ids of the statements that are here', () => {
    const here = sampleTexts.map((known) => ({ ...known, id: `here ${known.id}` }));
    const { work } = take(readAnnotations(JSON.parse(writeAnnotations(sampleWork, sampleTexts)), here));
    expect(Object.keys(work.sources)).toEqual(['here first', 'here second']);
    const statements = Object.values(work.highlights).flatMap(({ fields }) => fields.place?.value.statement ?? []);
    expect(new Set(statements)).toEqual(new Set(['here first', 'here second']));
  });

  it('refuses highlights of statements that are not here, one line for each', () => {
    const { work, lines } = take(
      readAnnotations(JSON.parse(writeAnnotations(sampleWork, sampleTexts)), sampleTexts.slice(0, 1)),
    );
    const refused = lines.filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ item }) => item)).toEqual(['تعذيب السجناء', '😀', 'End of it.']);
    expect(refused[0]?.sentence.values).toEqual({ title: 'بيان', sha256: 'b'.repeat(64) });
    expect(Object.keys(work.sources)).toEqual(['first']);
    expect(work.tags).toEqual(sampleWork.tags);
  });
});
