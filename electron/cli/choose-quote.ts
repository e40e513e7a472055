import { fail, type Result, succeed } from '../../core/result.ts';
import type { Statement } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import type { CommandOptions } from './command.ts';
import { findQuote } from './find-quote.ts';
import { readCount } from './read-count.ts';

function chooseOccurrence(found: readonly Passage[], nth: number | null, statement: string): Result<Passage> {
  if (found.length === 0) return fail('not-found', `The quotation is nowhere in ${statement}: check its words.`);
  if (nth === null && found.length > 1) {
    const choice = `choose one with --nth 1 to --nth ${found.length}`;
    return fail(
      'invalid',
      `The quotation stands ${found.length} times in ${statement}: ${choice}, or quote more words.`,
    );
  }
  const chosen = found[(nth ?? 1) - 1];
  if (chosen) return succeed(chosen);
  const times = found.length === 1 ? 'once' : `${found.length} times`;
  return fail('not-found', `The quotation stands only ${times} in ${statement}: there is no --nth ${nth}.`);
}

/** The passage of `statement` that `--quote` and `--nth` mean; fails where it is nowhere, or more than one is meant. */
export function chooseQuote({ text, summary }: Statement, options: CommandOptions): Result<Passage> {
  return chooseOccurrence(findQuote(text, (options.quote ?? '').trim()), readCount(options.nth ?? ''), summary.id);
}
