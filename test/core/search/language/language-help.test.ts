import { describe, expect, it } from 'vitest';
import { languageHelp } from '../../../../core/search/language/language-help.ts';
import { parseQuery } from '../../../../core/search/language/parse-query.ts';
import { queryFields } from '../../../../core/search/language/scan-query.ts';

describe('the help on the query language', () => {
  it.each(languageHelp)('gives an example that is nothing odd: $example', ({ example }) => {
    for (const typing of [false, true]) {
      const { all, none, filters, remarks } = parseQuery(example, { typing });
      expect(remarks).toEqual([]);
      const values = [...all, ...none, ...Object.values(filters).flat()];
      expect(values.filter((value) => value !== null)).not.toEqual([]);
    }
  });

  it('shows every field and every operator', () => {
    const examples = languageHelp.map(({ example }) => example).join('\n');
    for (const field of queryFields) expect(examples).toContain(`${field}:`);
    for (const operator of [' OR ', ' -', '* ', 'NEAR/', '"'])
      expect(`${examples} `.replaceAll('\n', ' ')).toContain(operator);
  });

  it('has each example once', () => {
    expect(new Set(languageHelp.map(({ example }) => example)).size).toBe(languageHelp.length);
  });
});
