import { describe, expect, it } from 'vitest';
import { paintName, paintRules } from '../../../renderer/reader/paint-names.ts';

describe('the rules of the paint', () => {
  const rules = paintRules();

  it('are for the text of statements alone, since the browser works out a rule for any element with each that comes', () => {
    const selectors = [...rules.matchAll(/(?<before>\S*)::highlight\(/gu)].map(({ groups }) => groups?.['before']);
    expect(selectors.length).toBeGreaterThan(100);
    expect(new Set(selectors)).toEqual(new Set(['[data-start]']));
  });

  it('are there for every lane, the system’s own colours too', () => {
    for (const lane of [0, 4, 99]) expect(rules.split(`::highlight(${paintName('teal', lane)})`)).toHaveLength(3);
  });
});
