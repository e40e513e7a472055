import { describePassage } from '../../../../core/anchoring/selector.ts';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import type { HighlightRecord, TagRecord, Work } from '../../../../core/exchange/work.ts';
import { utf16 } from '../../../../core/text/offsets.ts';

const anna = '7b7c5d8e-1111-4222-8333-944455566677';
const boris = '7b7c5d8e-1111-4222-8333-944455566688';
const [early, late] = ['2026-03-01T10:00:00.000Z', '2026-03-02T11:30:00.250Z'];

/** Two statements with characters that count differently in every unit. */
export const sampleTexts: readonly KnownSource[] = [
  {
    id: 'first',
    sha256: 'a'.repeat(64),
    title: 'Statement on “detention” 👩‍👩‍👧',
    text: '😀 There is regular use of torture against detainees 🇧🇾 in Akrestsina.\nПытки в Окрестина: e\u0301té. Regular use of torture, again.',
  },
  { id: 'second', sha256: 'b'.repeat(64), title: 'بيان', text: 'تعذيب السجناء في بيلاروس 😀😀 متكرر.\nEnd of it.' },
];

/** The text of one of them. */
export function sampleText(id: 'first' | 'second'): KnownSource {
  const [first, second] = sampleTexts as readonly [KnownSource, KnownSource]; // There are two.
  return id === 'first' ? first : second;
}

function highlight(statement: 'first' | 'second', quote: string, rest: Partial<HighlightRecord> = {}): HighlightRecord {
  const { text, sha256 } = sampleText(statement);
  const start = text.indexOf(quote);
  const passage = { start: utf16(start), end: utf16(start + quote.length) };
  const { fields, ...others } = rest;
  return {
    lives: 1,
    since: `${early} ${anna}`,
    created: early,
    modified: late,
    tags: {},
    ...others,
    fields: {
      place: {
        value: { statement, selector: describePassage(text, passage, sha256), orphan: false },
        at: `${early} ${anna}`,
      },
      note: { value: { text: '', isPrivate: false }, at: `${early} ${anna}` },
      ...fields,
    },
  };
}

function tag(name: string, parent: string | null = null): TagRecord {
  return {
    lives: 1,
    since: '',
    fields: {
      name: { value: name, at: '' },
      parent: { value: parent, at: `${late} ${boris}` },
      colour: { value: 'violet', at: '' },
      shortcut: { value: 4, at: '' },
      description: { value: 'Cells, “food”,\nmedical care.', at: `${late} ${anna}` },
    },
  };
}

const moved = highlight('first', 'Akrestsina');
const lost = moved.fields.place?.value;

/** Work with something of everything: several people, deletions, hard text, ids and names that are no words. */
export const sampleWork: Work = {
  writer: anna,
  people: {
    [anna]: { id: anna, name: 'Ганна “A”', named: `${early} ${anna}`, seen: '' },
    [boris]: { id: boris, name: '', named: '', seen: `${late} ${boris}` },
  },
  sources: {
    first: { id: 'first', sha256: 'a'.repeat(64), title: sampleText('first').title },
    second: { id: 'second', sha256: 'b'.repeat(64), title: 'بيان' },
  },
  highlights: {
    '0a0b0c0d-0000-4000-8000-000000000001': highlight('first', 'regular use of torture against detainees', {
      tags: {
        torture: { on: true, at: `${early} ${anna}`, n: 0 },
        deep: { on: true, at: `${late} ${boris}`, n: 3 },
        gone: { on: true, at: `${early} ${anna}`, n: 1 },
        prototype: { on: false, at: `${late} ${anna}`, n: 0 },
      },
      fields: {
        note: { value: { text: '<b>Core</b> finding & “more”.\n\n👀 ', isPrivate: false }, at: `${late} ${boris}` },
      },
    }),
    'no uuid “at all”\u{1f600}': highlight('second', 'تعذيب السجناء', {
      since: `${late} ${boris}`,
      fields: { note: { value: { text: 'for me', isPrivate: true }, at: `${late} ${anna}` } },
    }),
    emoji: highlight('second', '😀', { tags: { constructor: { on: true, at: '', n: 0 } } }),
    last: highlight('second', 'End of it.'),
    orphan: highlight('first', 'té', {
      ...(lost ? { fields: { place: { value: { ...lost, orphan: true }, at: '' } } } : {}),
    }),
    damaged: highlight('first', 'again', {
      ...(lost
        ? {
            fields: {
              place: {
                value: { ...lost, selector: { ...lost.selector, start: utf16(1), end: utf16(9_000) } },
                at: `${late} ${anna}`,
              },
            },
          }
        : {}),
    }),
    deleted: { lives: 2, since: `${late} ${boris}`, created: early, modified: early, tags: {}, fields: {} },
  },
  tags: {
    torture: tag('torture'),
    deep: tag('conditions', 'torture'),
    prototype: tag('__proto__'),
    constructor: tag('été', '__proto__'),
    gone: { lives: 2, since: `${late} ${anna}`, fields: {} },
  },
  dossiers: {
    report: {
      lives: 3,
      since: `${late} ${anna}`,
      created: early,
      modified: late,
      fields: {
        name: { value: 'For the “report”', at: `${late} ${anna}` },
        items: {
          value: [
            { kind: 'heading', id: 'h', level: 1, text: 'Findings' },
            { kind: 'excerpt', id: 'e', highlight: 'emoji', omissions: [{ start: 0, end: 2, words: '😀' }] },
          ],
          at: `${late} ${boris}`,
        },
      },
    },
  },
  statements: {
    own: {
      lives: 1,
      since: `${early} ${anna}`,
      created: early,
      modified: late,
      arrived: {
        [`version/${'d'.repeat(64)}/${'e'.repeat(64)}`]: { added: early, name: 'бумага “1”.txt' },
      },
      fields: {
        title: { value: { value: 'Заява 👀', basis: 'stated', from: 'Its heading.' }, at: `${late} ${boris}` },
        people: {
          value: { value: [{ name: 'Anna', role: '', as: 'author' }], basis: 'inferred', from: 'The file.' },
          at: `${early} ${anna}`,
        },
        date: { value: { value: null, basis: 'inferred', from: 'It does not say.' }, at: '' },
        [`version/${'d'.repeat(64)}/${'e'.repeat(64)}`]: {
          value: {
            original: { sha256: 'd'.repeat(64), bytes: 12 },
            format: 'text',
            encoding: 'koi8-r',
            text: { sha256: 'e'.repeat(64), length: 11, words: 2 },
            corrections: [{ lines: [1, 2], kind: 'heading', level: 1, why: 'By hand.' }],
          },
          at: `${late} ${anna}`,
        },
      },
    },
    removed: { lives: 2, since: `${late} ${boris}`, created: early, modified: early, arrived: {}, fields: {} },
  } as unknown as Work['statements'], // Fields by name and versions by hash in one object have no type that is written down.
  sets: {
    'set “a”': {
      lives: 1,
      since: `${late} ${anna}`,
      fields: {
        name: { value: 'For Geneva', at: `${late} ${anna}` },
        statements: { value: ['own', 'first'], at: `${late} ${boris}` },
      },
    },
    dropped: { lives: 2, since: `${late} ${anna}`, fields: {} },
  },
  searches: {
    search: {
      lives: 1,
      since: '',
      fields: {
        name: { value: 'Prisons', at: '' },
        query: { value: { query: 'Okrestina', spellings: true }, at: '' },
      },
    },
  },
};
