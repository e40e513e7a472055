import { expect, it } from 'vitest';
import type { StatementSummary } from '../../../core/statements/statement.ts';
import { statementsById } from '../../../renderer/library/statements-by-id.ts';

// Nothing else of a summary is looked at.
const summary = (id: string): StatementSummary => ({ id }) as StatementSummary;

it('a statement is found by its id, in one map for one list and another for the next', () => {
  const [first, second] = [summary('a'), summary('b')];
  const before = [first];
  const after = [first, second];
  expect(statementsById(before).get('a')).toBe(first);
  expect(statementsById(before).has('b')).toBe(false);
  expect(statementsById(after).get('b')).toBe(second);
  expect(statementsById(after)).toBe(statementsById(after));
});
