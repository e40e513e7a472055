import { importLimits } from '../../../core/exchange/limits.ts';
import { readJson } from '../../../core/exchange/web-annotation/read-json.ts';
import { fail, type Result } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';

/** The most lists and objects of a document: thirty for each highlight that may be in it. */
const mostParts = 30 * importLimits.highlights;

/** How deep the brackets of `json` lie in each other at the deepest, and how many there are. Those in strings are none. */
function measure(json: string): { readonly depth: number; readonly parts: number } {
  let [depth, deepest, parts] = [0, 0, 0];
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === 0x22) {
      at += 1;
      while (at < json.length && json.charCodeAt(at) !== 0x22) at += json.charCodeAt(at) === 0x5c ? 2 : 1;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      parts += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return { depth: deepest, parts };
}

/**
 * The JSON of a file that may come from anywhere. It is measured before it is parsed, since what lies deep in itself or is made of
 * nothing but brackets takes many times its size in memory. Fails with one sentence.
 */
export function readJsonText(text: string): Result<unknown> {
  const { depth, parts } = measure(text);
  if (depth > importLimits.depth) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The file holds JSON that is nested more than {limit} levels deep, which no export is: choose another file.',
        {
          limit: importLimits.depth,
        },
      ),
    );
  }
  if (parts > mostParts) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The file holds more than {limit} highlights, the most that Attest reads at once: divide it and try again.',
        {
          limit: importLimits.highlights,
        },
      ),
    );
  }
  return readJson(text);
}
