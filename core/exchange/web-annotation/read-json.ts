import { fail, type Result, succeed } from '../../result.ts';
import { say } from '../../sentence.ts';

/** A document of JSON, decoded; a sentence where it is none or ends in the middle. A byte order mark is no part of it. */
export function readJson(text: string): Result<unknown> {
  try {
    const json: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return succeed(json);
  } catch {
    return fail(
      'invalid',
      say(/*i18n*/ 'This file is not JSON, or it breaks off in the middle: get it once more from whoever sent it.'),
    );
  }
}
