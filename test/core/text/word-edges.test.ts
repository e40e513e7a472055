import { describe, expect, it } from 'vitest';
import { isInsideWord } from '../../../core/text/word-edges.ts';

/** Whether a word is cut at the bar. */
function isCut(marked: string, shown: 'before' | 'after'): boolean {
  const index = marked.indexOf('|');
  return isInsideWord(marked.replace('|', ''), index, shown);
}

describe('a place in a text', () => {
  it.each([
    'un|acceptable',
    '12|,500',
    '12,|500',
    'can|’t',
    'e|\u0301',
    '👩|\u200d👧',
    'Віц|ебск',
    'non|-violent',
    '1\u00a0|500',
  ])('%s is inside a word, whose beginning must not be shown alone', (marked) =>
    expect(isCut(marked, 'before')).toBe(true),
  );

  it.each(['one| two', 'one |two', 'end|. Next', '|start', 'end|', 'non-|violent', '北|京', 'a|, b'])(
    '%s is none, and what stands before it may be shown alone',
    (marked) => expect(isCut(marked, 'before')).toBe(false),
  );

  it.each(['un|acceptable', '12,|500', '$|12', 'non-|violent'])(
    '%s is inside a word, whose end must not be shown alone',
    (marked) => expect(isCut(marked, 'after')).toBe(true),
  );
});
