import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../../core/catalogue/catalogue-change.ts';
import type { CatalogueFields } from '../../../core/statements/catalogue.ts';
import {
  enteredByHand,
  type FieldDraft,
  isAsShared,
  planDraft,
  readDraft,
  sharedField,
} from '../../../renderer/catalogue/record-draft.ts';
import { hardText } from '../../support/hard-text.ts';

const silent = { value: null, basis: 'inferred', from: 'The file does not say.' } as const;

const record = (part: Partial<CatalogueFields> = {}): CatalogueFields => ({
  title: silent,
  kind: silent,
  publisher: silent,
  people: silent,
  place: silent,
  date: silent,
  language: silent,
  rights: silent,
  ...part,
});

const draft = (value: FieldDraft['value'], from = ''): FieldDraft => ({ value, basis: 'stated', from });
const publisher = (value: string | null) => ({ publisher: { value, basis: 'stated' as const, from: 'The page.' } });

describe('what several records say in a field', () => {
  it('is their value where all say the same, and none where they differ', () => {
    expect(sharedField([record(publisher('OSCE')), record(publisher('OSCE'))], 'publisher')).toEqual({
      value: 'OSCE',
      basis: 'stated',
      from: 'The page.',
      values: 1,
    });
    expect(sharedField([record(publisher('OSCE')), record(publisher(null))], 'publisher')).toMatchObject({
      value: null,
      values: 2,
    });
  });

  it('tells a value that all lack from values that differ', () => {
    expect(sharedField([record(), record()], 'publisher').value).toBe('');
    expect(sharedField([record(), record()], 'people').value).toEqual([]);
  });

  it('is the same people only where each of them is the same', () => {
    const people = (role: string) => ({
      people: { value: [{ name: 'Алесь', role, as: 'speaker' as const }], basis: 'stated' as const, from: 'It.' },
    });
    expect(sharedField([record(people('a')), record(people('a'))], 'people').values).toBe(1);
    expect(sharedField([record(people('a')), record(people('b'))], 'people').value).toBeNull();
  });

  it('has its own basis and source: they may differ where the values do not', () => {
    const other = { publisher: { value: 'OSCE', basis: 'inferred' as const, from: 'A guess.' } };
    const shared = sharedField([record(publisher('OSCE')), record(other)], 'publisher');
    expect(shared).toEqual({ value: 'OSCE', basis: null, from: null, values: 1 });
    expect(isAsShared({ value: 'OSCE', basis: 'stated', from: 'The page.' }, shared)).toBe(false);
  });
});

describe('a draft', () => {
  it('refuses what is no date of the calendar, and no language tag', () => {
    for (const value of ['3 March 2020', '2020-02-30', '20', 'soon']) {
      expect(readDraft({ date: draft(value) }).faults).toEqual({ date: 'no-date' });
    }
    expect(readDraft({ language: draft('Belarusian') }).faults).toEqual({ language: 'no-language' });
  });

  it('keeps dates and tags as the catalogue writes them', () => {
    const { fields, faults } = readDraft({ date: draft(' 2020-11? '), language: draft('be_by') });
    expect(faults).toEqual({});
    expect(fields).toMatchObject({ date: { value: '2020-11?' }, language: { value: 'be-BY' } });
  });

  it('refuses a person without a name, and leaves out one without a word', () => {
    const nobody = { name: ' ', role: '', as: 'speaker' } as const;
    expect(readDraft({ people: draft([{ ...nobody, role: 'witness' }]) }).faults).toEqual({ people: 'nameless' });
    expect(readDraft({ people: draft([nobody]) }).fields.people?.value).toBeNull();
  });

  it('says from what a value is, whatever is left empty', () => {
    expect(readDraft({ place: draft('Minsk', '  ') }).fields.place?.from).toBe(enteredByHand);
    expect(readDraft({ place: draft('', 'Nobody knows.') }).fields.place).toEqual({
      value: null,
      basis: 'stated',
      from: 'Nobody knows.',
    });
  });

  it('says nothing of fields that were not touched', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldNames), (name) => {
        const { fields } = readDraft({ [name]: draft(name === 'people' ? [] : '') });
        expect(Object.keys(fields)).toEqual([name]);
      }),
    );
  });

  it('keeps hard words as they are', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        expect(readDraft({ title: draft(text) }).fields.title?.value).toBe(text.trim() || null);
      }),
    );
  });
});

describe('the plan of a draft', () => {
  const { fields } = readDraft({ publisher: draft('OSCE', 'The page.') });

  it('counts records that say something else, and the different values that would be gone', () => {
    const records = [
      record(publisher('OSCE')),
      record(publisher('UN')),
      record(publisher('UN')),
      record(publisher('Viasna')),
      record(publisher(null)),
    ];
    expect(planDraft(records, fields)).toEqual({
      records: 4,
      fields: [{ name: 'publisher', records: 4, replaced: 2 }],
    });
  });

  it('is empty where all records say it already', () => {
    expect(planDraft([record(publisher('OSCE'))], fields)).toEqual({ records: 0, fields: [] });
  });
});
