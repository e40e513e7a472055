import fc from 'fast-check';
import type { CatalogueEntry } from '../../../core/catalogue/catalogue-change.ts';
import { type CatalogueFields, Person, StatementKind } from '../../../core/statements/catalogue.ts';
import { anyText } from '../../support/any-text.ts';
import { hardText } from '../../support/hard-text.ts';

/** Any text that says something. */
const words = fc.oneof(anyText, hardText).filter((text) => text.trim() !== '');

const spoilt = fc.constantFrom(
  '=1+1',
  "'=x",
  '-a',
  '@b',
  '\tc',
  'a|b',
  'a\\',
  '\\| x ',
  '"',
  'a,b;c\td',
  ' two\r\nlines ',
);

const text = fc.oneof({ weight: 3, arbitrary: words }, spoilt);

const fieldOf = <Value>(value: fc.Arbitrary<Value>) =>
  fc.record({
    value: fc.option(value, { nil: null }),
    basis: fc.constantFrom('stated' as const, 'inferred' as const),
    from: text,
  });

/** Fields of a catalogue with texts as hard as they come. */
export const anyFields: fc.Arbitrary<CatalogueFields> = fc.record({
  title: fieldOf(text),
  kind: fieldOf(fc.constantFrom(...StatementKind.options)),
  publisher: fieldOf(text),
  people: fieldOf(
    fc.array(
      fc.record({ name: text, role: fc.oneof(text, fc.constant('')), as: fc.constantFrom(...Person.shape.as.options) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  ),
  place: fieldOf(text),
  date: fieldOf(
    fc.constantFrom('2020', '2020?', '2020-11', '2020-11-05', '2020-11-05?', '2019/2021', '2020-11-05/..', '202X'),
  ),
  language: fieldOf(fc.constantFrom('en', 'be', 'ru', 'be-tarask', 'pt-BR', 'zh-Hant')),
  rights: fieldOf(text),
});

/** The statement of this number with these fields. */
export function entryOf(number: number, fields: CatalogueFields): CatalogueEntry {
  return { ...fields, id: `s-${number}`, file: `${number}.txt`, sha256: number.toString(16).padStart(64, '0') };
}

/** A statement of which all is stated. */
export function plainEntry(number: number, changed: Partial<CatalogueFields> = {}): CatalogueEntry {
  const stated = <Value>(value: Value) => ({ value, basis: 'stated' as const, from: 'Line 1.' });
  return entryOf(number, {
    title: stated(`Title ${number}`),
    kind: stated('speech'),
    publisher: stated('A paper'),
    people: stated([{ name: 'Anna Bo', role: 'envoy', as: 'speaker' }]),
    place: stated('Minsk'),
    date: stated('2020-11-05'),
    language: stated('en'),
    rights: stated('Public domain'),
    ...changed,
  });
}
