import { importLimits } from '../../../core/exchange/limits.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';

/** How deep the brackets of `json` lie in each other at the deepest. Those in strings are none. */
function depthOf(json: string): number {
  let [depth, deepest, isInString] = [0, 0, false];
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (isInString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) isInString = false;
    } else if (code === 0x22) isInString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return deepest;
}

/**
 * The JSON of a file that may come from anywhere. Fails with one sentence where it is none, or where it lies deeper in itself
 * than any file of use does. A key `__proto__` is a key like any other.
 */
export function readJsonText(text: string): Result<unknown> {
  if (depthOf(text) > importLimits.depth) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The file holds JSON that is nested more than {limit} levels deep, which no export is.', {
        limit: importLimits.depth,
      }),
    );
  }
  try {
    const value: unknown = JSON.parse(text);
    return succeed(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The file is not whole JSON: a part of it is missing or damaged, so get it again from where it came from.',
      ),
    );
  }
}
