import { describe, expect, it } from 'vitest';
import { applyFieldEdit } from '../../../core/catalogue/apply-field-edit.ts';
import { plainEntry } from './any-entry.ts';

describe('one field of many statements', () => {
  const field = { value: 'be', basis: 'inferred' as const, from: 'Set by hand.' };

  it('becomes the same on each, with its basis and what it is from, and nothing else changes', () => {
    expect(applyFieldEdit([plainEntry(1), plainEntry(2)], { name: 'language', field })).toEqual([
      { id: 's-1', fields: { language: field } },
      { id: 's-2', fields: { language: field } },
    ]);
  });

  it('leaves out the statements that say just this already, but not those that say it on another basis', () => {
    const entries = [plainEntry(1, { language: field }), plainEntry(2, { language: { ...field, basis: 'stated' } })];
    expect(applyFieldEdit(entries, { name: 'language', field }).map(({ id }) => id)).toEqual(['s-2']);
  });

  it('can be emptied', () => {
    const emptied = { value: null, basis: 'inferred' as const, from: 'The document names none.' };
    expect(applyFieldEdit([plainEntry(1)], { name: 'people', field: emptied })).toEqual([
      { id: 's-1', fields: { people: emptied } },
    ]);
  });
});
