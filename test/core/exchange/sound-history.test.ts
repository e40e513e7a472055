import { describe, expect, it } from 'vitest';
import { isSoundWork } from '../../../core/exchange/sound-history.ts';
import type { Work } from '../../../core/exchange/work.ts';
import { Researcher } from './two-people.ts';

/** Work with one highlight, changed by `change`. */
function workWith(change: (highlight: Work['highlights'][string]) => object): Work {
  const anna = new Researcher('Anna');
  const id = anna.highlight(0, ['torture'], 'Ask.');
  const work = anna.send();
  const highlight = work.highlights[id];
  if (!highlight) throw new Error('There is no highlight.');
  return { ...work, highlights: { [id]: { ...highlight, ...change(highlight) } } };
}

const late = '9999-12-31T23:59:59.999Z';

describe('the history of work', () => {
  it('is sound where people wrote it', () => {
    expect(isSoundWork(workWith(() => ({})))).toBe(true);
  });

  it.each<[what: string, change: (highlight: Work['highlights'][string]) => object]>([
    ['a life after which no other can be counted', () => ({ lives: Number.MAX_SAFE_INTEGER })],
    ['a beginning after which nothing can be written', () => ({ since: `${late} boris` })],
    ['a time of making that is none', () => ({ created: 'yesterday' })],
    ['a change later than any clock', () => ({ modified: late })],
    ['a tag put on later than any clock', () => ({ tags: { tag: { on: true, at: `${late} boris`, n: 0 } } })],
    ['a tag in a place past counting', () => ({ tags: { tag: { on: true, at: '', n: 1e300 } } })],
    [
      'a note later than any clock',
      ({ fields }) => ({ fields: { ...fields, note: { ...fields.note, at: `${late} b` } } }),
    ],
  ])('is not with %s', (_what, change) => {
    expect(isSoundWork(workWith(change))).toBe(false);
  });
});
