import { describe, expect, it } from 'vitest';
import { utf16 } from '../../../core/text/offsets.ts';
import { createExcerptCall } from '../../../electron/services/read-excerpts.ts';
import { take } from '../../core/workspace/small-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openDesk } from './library/library-desk.ts';

const passage = (start: number, end: number) => ({ start: utf16(start), end: utf16(end) });

describe('highlights by their statements', () => {
  it('are found as highlights come, go and come back', async () => {
    const desk = await openDesk(await temporaryFolder());
    const a = await desk.add('a.txt', 'They beat him.\n\nThey let him go.');
    const b = await desk.add('b.txt', 'They beat her.');
    const { places } = desk.annotations;
    const idsIn = (statement: string) => places.in(statement).map(({ id }) => id);
    expect([places.in(a), places.among(null), places.upTo(0)]).toEqual([[], [], { highlights: [] }]);
    const [one = ''] = take(
      await desk.annotations.add({ statement: a, passage: passage(0, 9), tags: [], note: '' }),
    ).highlights;
    const [two = ''] = take(
      await desk.annotations.add({ statement: b, passage: passage(0, 9), tags: [], note: '' }),
    ).highlights;
    expect([idsIn(a), idsIn(b), places.among([b, a]).map(({ id }) => id)]).toEqual([[one], [two], [two, one]]);
    expect([places.upTo(1), places.upTo(2).highlights.length]).toEqual([{ highlights: [], unread: 2 }, 2]);
    take(await desk.annotations.delete({ ids: [one] }));
    expect([idsIn(a), places.find(one)]).toEqual([[], null]);
    take(await desk.annotations.undo({}));
    expect([idsIn(a), places.find(one)?.selector.quote]).toEqual([[one], 'They beat']);
  });

  it('are in excerpts with their paragraph, though nobody has read the text since the start', async () => {
    const folder = await temporaryFolder();
    const desk = await openDesk(folder);
    const statement = await desk.add('a.txt', 'They beat him.\n\nThey let him go.');
    const { highlights } = take(
      await desk.annotations.add({ statement, passage: passage(16, 24), tags: [], note: '' }),
    );
    await desk.store.close();
    const again = await openDesk(folder);
    expect(again.annotations.highlights[0]?.place).toBeNull();
    const read = createExcerptCall(again.library, again.annotations, () => 0);
    const [excerpt] = read({ ids: highlights, context: 'sentence' });
    expect([excerpt?.quotation, excerpt?.place?.paragraph]).toEqual(['They let', 2]);
  });
});
