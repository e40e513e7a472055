import type { Coding } from './coding.ts';

/**
 * The statements in which each of `people` tagged something: what to compare where nobody says which statements they read. Whoever
 * read one and found nothing to tag in it is not seen here.
 */
export function statementsOfAll({ spans, unplaced }: Coding, people: readonly string[]): ReadonlySet<string> {
  const coders = new Map<string, Set<string>>();
  for (const { person, statement } of [...spans, ...unplaced]) {
    coders.set(statement, (coders.get(statement) ?? new Set()).add(person));
  }
  const shared = [...coders].filter(([, own]) => people.length > 0 && people.every((person) => own.has(person)));
  return new Set(shared.map(([statement]) => statement));
}
