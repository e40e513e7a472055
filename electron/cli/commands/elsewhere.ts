import type { Likeness } from '../../../core/corroboration/likeness.ts';
import { likenessLimit } from '../../../core/ipc-contract.ts';
import { fail, succeed } from '../../../core/result.ts';
import { titleOf } from '../../../core/statements/statement.ts';
import { offsetConverter } from '../../../core/text/offsets.ts';
import { chooseQuote } from '../choose-quote.ts';
import type { WorkspaceCommand } from '../command.ts';
import { findStatement } from '../find-statement.ts';
import { checkCount, readCount } from '../read-count.ts';
import { readStatements } from '../read-statements.ts';

/** How many passages are given where no `--limit` is. */
const usualLimit = 5;

function wordReasons({ reasons }: Likeness): string {
  return reasons.map(({ kind, there }) => `${kind} ${there.map(({ text }) => `“${text}”`).join(', ')}`).join('; ');
}

/** `elsewhere ID --quote TEXT`: what other statements say that is like a passage, and why it was found. */
export const elsewhere: WorkspaceCommand = {
  name: 'elsewhere',
  synopsis: 'ID --quote TEXT [--nth N] [--limit N]',
  summary: 'Passages of other statements that say the like, by names, numbers, dates and rare words they share.',
  options: ['quote', 'nth', 'limit'],
  operands: [1, 1],
  access: 'read',
  check: ({ options }) => {
    if (!options.quote?.trim()) return 'elsewhere needs --quote with the words to look for.';
    return checkCount('nth', options.nth) ?? checkCount('limit', options.limit);
  },
  run: async (service, session, { operands: [name = ''], options }) => {
    const found = findStatement(session.statements, name);
    if (!found.ok) return found;
    const statements = await readStatements(service, session);
    const own = statements.find(({ summary }) => summary.id === found.value.id);
    if (!own) return fail('not-found', `The statement ${found.value.id} cannot be read.`);
    const passage = chooseQuote(own, options);
    if (!passage.ok) return passage;
    const limit = Math.min(likenessLimit, readCount(options.limit ?? '') ?? usualLimit);
    const searched = await service.call('findElsewhere', { statement: found.value.id, passage: passage.value, limit });
    if (!searched.ok) return searched;
    const likenesses = searched.value;
    const byId = new Map(statements.map((statement) => [statement.summary.id, statement]));
    const json = likenesses.map(({ statement, passage: { start, end }, exact, score, reasons }) => {
      const { toCodePoints } = offsetConverter(byId.get(statement)?.text ?? '');
      const shared = reasons.map(({ kind, here, there, weight }) => ({
        kind,
        weight,
        here: here.map(({ text }) => text),
        there: there.map(({ text }) => text),
      }));
      return { statement, start: toCodePoints(start), end: toCodePoints(end), exact, score, reasons: shared };
    });
    const text = likenesses.map((likeness) => {
      const summary = byId.get(likeness.statement)?.summary;
      return [
        summary ? titleOf(summary) : likeness.statement,
        `  “${likeness.exact}”`,
        `  shared: ${wordReasons(likeness)}`,
      ].join('\n');
    });
    const nothing = 'Nothing like it was found in the other statements, which does not mean that nobody says it.';
    return succeed({ json, text: text.length === 0 ? nothing : text.join('\n\n') });
  },
};
