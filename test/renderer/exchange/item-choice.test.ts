import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportRule } from '../../../core/exchange/exchange-shapes.ts';
import { type ChoosableItem, choicesFor, chosenFor, isDisagreedOn } from '../../../renderer/exchange/item-choice.ts';

const item = (difference: ChoosableItem['difference'], more: Partial<ChoosableItem> = {}): ChoosableItem => ({
  key: 'highlights/one',
  kind: 'highlights',
  difference,
  fields: [],
  ...more,
});

const twoNotes = item('both-changed', { fields: ['place', 'note'] });
const twoNames = item('both-changed', { kind: 'tags', fields: ['name'] });

const anyItem = fc.record<ChoosableItem>({
  key: fc.constantFrom('highlights/one', 'tags/__proto__', 'dossiers/two'),
  kind: fc.constantFrom('highlights', 'tags', 'dossiers', 'searches'),
  difference: fc.constantFrom('new', 'changed', 'deleted', 'both-changed', 'deleted-there', 'deleted-here'),
  fields: fc.uniqueArray(fc.constantFrom('place', 'note', 'tags', 'name')),
});
const anyRule = fc.constantFrom(...ImportRule.options);

describe('what becomes of an item', () => {
  it('is always one of the choices it has, whatever the rule and whatever was chosen', () => {
    fc.assert(
      fc.property(anyItem, anyRule, fc.option(anyRule), (one, rule, choice) => {
        const choices = choice === null ? {} : { [one.key]: choice };
        expect(choicesFor(one)).toContain(chosenFor(one, rule, choices));
      }),
    );
  });

  it('is what was chosen for it, wherever that is one of its choices', () => {
    fc.assert(
      fc.property(anyItem, anyRule, (one, rule) => {
        for (const choice of choicesFor(one)) expect(chosenFor(one, rule, { [one.key]: choice })).toBe(choice);
      }),
    );
  });

  it('follows the rule only where the two disagree', () => {
    for (const difference of ['new', 'changed', 'deleted'] as const) {
      expect(isDisagreedOn(item(difference))).toBe(false);
      for (const rule of ImportRule.options) expect(chosenFor(item(difference), rule, {})).toBe('later');
    }
  });

  it('keeps by the rule “both” two notes, and whatever one of the two has changed', () => {
    expect(chosenFor(twoNotes, 'both', {})).toBe('both');
    expect(chosenFor(item('deleted-there'), 'both', {})).toBe('mine');
    expect(chosenFor(item('deleted-here'), 'both', {})).toBe('theirs');
  });

  it('leaves deleted what one has deleted by the rule “later”', () => {
    expect(chosenFor(item('deleted-there'), 'later', {})).toBe('theirs');
    expect(chosenFor(item('deleted-here'), 'later', {})).toBe('mine');
  });

  it('offers both only where there are two notes: of two names, the later is taken', () => {
    expect(choicesFor(twoNotes)).toContain('both');
    expect(choicesFor(twoNames)).not.toContain('both');
    expect(chosenFor(twoNames, 'both', {})).toBe('later');
  });
});
