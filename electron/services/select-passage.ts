import { describePassage, type Selector } from '../../core/anchoring/selector.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { type Passage, trimPassage } from '../../core/text/passage.ts';
import type { Library } from './library/library.ts';

/**
 * The selector of a passage of the statement `id`, without white space at its ends. `text` is the SHA-256 of the text that the passage was
 * selected in: in another, other words stand there, and nothing is selected.
 */
export function selectPassage(
  { statements }: Pick<Library, 'statements'>,
  id: string,
  passage: Passage,
  text?: string,
): Result<Selector> {
  const statement = statements.get(id);
  if (!statement) return fail('not-found', say(/*i18n*/ 'There is no statement {id} that can be read.', { id }));
  // Reading the text may find out that it is another.
  const { text: now } = statement;
  const { sha256 } = statement;
  if (text !== undefined && text !== sha256) {
    return fail('invalid', say(/*i18n*/ 'The text of the statement has changed meanwhile: select the words again.'));
  }
  if (passage.end > now.length) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The passage ends at {end}, past the end of {id} at {length}.', {
        end: passage.end,
        id,
        length: now.length,
      }),
    );
  }
  const trimmed = trimPassage(now, passage);
  if (!trimmed) {
    return fail('invalid', say(/*i18n*/ 'There is nothing to highlight in white space: select some words.'));
  }
  return succeed(describePassage(now, trimmed, sha256));
}
