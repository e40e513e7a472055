import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describePassage } from '../../../../core/anchoring/selector.ts';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { noWork, Work } from '../../../../core/exchange/work.ts';
import { TagColour } from '../../../../core/tags/tag.ts';
import { splitsSurrogatePair, utf16 } from '../../../../core/text/offsets.ts';
import { hardText } from '../../../support/hard-text.ts';

/** A statement with this text. */
export function sourceOf(id: string, text: string, title = `Statement ${id}`): KnownSource {
  return { id, sha256: createHash('sha256').update(text).digest('hex'), title, text };
}

/** The selector of the only place of `quote` in a statement. */
export function selectorOf(source: KnownSource, quote: string) {
  const start = source.text.indexOf(quote);
  if (start === -1) throw new Error(`“${quote}” is not in the text`);
  const passage = { start: utf16(start), end: utf16(start + quote.length) };
  return describePassage(source.text, passage, source.sha256);
}

const time = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) })
  .map((at) => new Date(at).toISOString());

const person = fc.constantFrom(
  '0b6ef1ab-6f0c-4f5c-9d59-1f6f0a7a1e01',
  '0b6ef1ab-6f0c-4f5c-9d59-1f6f0a7a1e02',
  'a-name-that-is-no-guid',
);

const tagIds = [
  '5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e01',
  '5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e02',
  '5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e03',
  '5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e04',
];

const tagNames = ['torture', 'катаванні', 'e\u0301lections “free”'.normalize('NFC'), '__proto__', 'a & b <c>', 'Ünder'];

/** Texts that a note can have: no half of a surrogate pair, and nothing that XML cannot hold. */
const noteText = fc.oneof(
  fc.constant(''),
  hardText,
  fc.constantFrom('a\r\nb\rc', ' <b>&amp;</b>\t]]> ', '&#10;', 'line\n\nline', '😀\u2028“”'),
);

const writableText = noteText.map((text) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
);

function passagesOf(text: string) {
  const edges = [...Array(text.length + 1).keys()].filter((at) => !splitsSurrogatePair(text, at));
  return fc
    .uniqueArray(fc.constantFrom(...edges), { minLength: 2, maxLength: 2 })
    .map(([a = 0, b = 0]) => ({ start: utf16(Math.min(a, b)), end: utf16(Math.max(a, b)) }));
}

/** Two statements and work on them: all that the format can hold, in hard text. */
export const anyRefiWork = fc
  .tuple(hardText, hardText)
  .map(([a, b]) => [sourceOf('one', `A ${a}`), sourceOf('two', `Б😀 ${b}\n`)] as const)
  .chain((sources) =>
    fc.record({
      known: fc.constant(sources),
      tags: fc.shuffledSubarray(tagIds).chain((ids) =>
        fc.tuple(
          ...ids.map((id, at) =>
            fc.record({
              id: fc.constant(id),
              name: fc.constant(tagNames[tagIds.indexOf(id)] ?? id),
              parent: fc.constantFrom(null, ...ids.slice(0, at)),
              colour: fc.constantFrom(...TagColour.options),
              description: writableText,
            }),
          ),
        ),
      ),
      people: fc.dictionary(person, fc.constantFrom('', 'Ольга', 'A "B" <c>')),
      highlights: fc.array(
        fc.constantFrom(...sources).chain((source) =>
          fc.record({
            id: fc.uuid({ version: 4 }),
            source: fc.constant(source),
            passage: passagesOf(source.text),
            tags: fc.shuffledSubarray(tagIds),
            note: writableText,
            by: person,
            times: fc.tuple(time, time),
          }),
        ),
        { maxLength: 6 },
      ),
    }),
  )
  .map(({ known, tags, people, highlights }) => {
    const work: Work = {
      ...noWork('0b6ef1ab-6f0c-4f5c-9d59-1f6f0a7a1e01'),
      people: Object.fromEntries(
        Object.entries(people).map(([id, name]) => [id, { id, name, named: '' as const, seen: '' as const }]),
      ),
      sources: Object.fromEntries(known.map(({ id, sha256, title }) => [id, { id, sha256, title }])),
      tags: Object.fromEntries(
        tags.map(({ id, name, parent, colour, description }) => {
          const written = <Value>(value: Value) => ({ value, at: '' as const });
          const fields = {
            name: written(name),
            parent: written(parent),
            colour: written(colour),
            shortcut: written(null),
            description: written(description),
          };
          return [id, { lives: 1, since: '' as const, fields }];
        }),
      ),
      highlights: Object.fromEntries(
        highlights.map(({ id, source, passage, tags: on, note, by, times }) => {
          const [created = '', modified = ''] = [...times].sort();
          const since = `${created} ${by}`;
          const known = on.filter((tag) => tags.some((other) => other.id === tag));
          const selector = describePassage(source.text, passage, source.sha256);
          return [
            id,
            {
              lives: 1,
              since,
              created,
              modified,
              tags: Object.fromEntries(known.map((tag, n) => [tag, { on: true, at: since, n }])),
              fields: {
                place: { value: { statement: source.id, selector, orphan: false }, at: since },
                note: { value: { text: note, isPrivate: false }, at: note === '' ? '' : `${modified} ${by}` },
              },
            },
          ];
        }),
      ),
    };
    return { known, work: Work.parse(work) };
  });
