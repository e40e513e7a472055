import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import { dossierHeadingLimit, dossierTextLimit } from './dossier.ts';

/** The words of a heading as they will be kept (NFC, on one line), or what is wrong with them. */
export function checkHeading(text: string): Result<string> {
  const clean = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (clean === '') return fail('invalid', say(/*i18n*/ 'A heading needs words: type some, or remove the heading.'));
  if (/[\p{Cc}\p{Cs}]/u.test(clean)) {
    return fail('invalid', say(/*i18n*/ 'A heading cannot hold control characters or broken ones: leave them out.'));
  }
  const { length } = clean;
  if (length <= dossierHeadingLimit) return succeed(clean);
  return fail(
    'invalid',
    say(/*i18n*/ 'A heading has at most {limit} characters, and this one has {length}: shorten it.', {
      limit: dossierHeadingLimit,
      length,
    }),
  );
}

/** The connecting text as it will be kept (its line ends LF, else as it is), or what is wrong with it. */
export function checkText(text: string): Result<string> {
  if (text.trim() === '') return fail('invalid', say(/*i18n*/ 'A text needs words: type some, or remove the text.'));
  const { length } = text;
  if (length <= dossierTextLimit) return succeed(text.replace(/\r\n?/gu, '\n'));
  return fail(
    'invalid',
    say(/*i18n*/ 'A text has at most {limit} characters, and this one has {length}: shorten it, or make two of it.', {
      limit: dossierTextLimit,
      length,
    }),
  );
}
