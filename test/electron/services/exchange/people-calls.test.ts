import { describe, expect, it, onTestFinished } from 'vitest';
import { everyExcerpt } from '../../../../core/excerpts/excerpt-filter.ts';
import { filterHighlights } from '../../../../core/excerpts/filter-highlights.ts';
import { oneself } from '../../../../core/highlights/highlight.ts';
import type { CallOutput } from '../../../../core/ipc-contract.ts';
import type { Result } from '../../../../core/result.ts';
import type { AttestEvent, Session } from '../../../../core/session.ts';
import { type Colleague, openColleague } from '../../../support/colleague.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const briefing = '003_7caa75fa661d9e47';
const torture = 'regular use of torture against detainees';
const part = 'torture against detainees';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

async function colleague(name: string): Promise<Colleague> {
  const opened = await openColleague(await temporaryFolder(), name);
  onTestFinished(() => opened.leave());
  return opened;
}

const sessionOf = async ({ service }: Colleague): Promise<Session> => take(await service.call('openSession', {}));
const peopleAt = async ({ service }: Colleague): Promise<CallOutput<'readPeople'>> =>
  take(await service.call('readPeople', {}));

/** Alena with a highlight of her own, and what Барыс sent her. */
async function together(): Promise<{ alena: Colleague; barys: Colleague; events: AttestEvent[]; his: string }> {
  const [alena, barys] = [await colleague('Alena'), await colleague('Барыс')];
  await alena.highlight(briefing, torture, { tags: ['torture'] });
  const his = await barys.highlight(briefing, part, { tags: ['torture'], note: 'Як было.' });
  const events: AttestEvent[] = [];
  alena.service.subscribe((event) => events.push(event));
  await alena.receive(await barys.send('attest'));
  return { alena, barys, events, his };
}

describe('the people of a workspace', () => {
  it('are named with what they did, and their highlights are told from one’s own', async () => {
    const { alena, his } = await together();
    const people = await peopleAt(alena);
    expect(people.map(({ name, isSelf, made, tags }) => [name, isSelf, made, tags])).toEqual([
      ['Alena', true, 1, 1],
      ['Барыс', false, 1, 1],
    ]);
    const [, { id: barysId } = { id: '' }] = people;
    expect(take(await alena.service.call('readPart', { person: barysId })).highlights).toEqual([his]);
    const { highlights, statements: summaries, tags } = await sessionOf(alena);
    expect(highlights.map(({ id, people: by }) => [id === his, by])).toEqual([
      [false, undefined],
      [true, [barysId]],
    ]);
    const fits = (chosen: string[]): number =>
      filterHighlights(highlights, { ...everyExcerpt, people: chosen }, { summaries, tags }).length;
    expect([fits([]), fits([oneself]), fits([barysId]), fits([oneself, barysId]), fits(['nobody'])]).toEqual([
      2, 1, 1, 2, 0,
    ]);
  });

  it('are told anew as soon as one of them touches a highlight of another, and taken back with Undo', async () => {
    const { alena, events, his } = await together();
    const [, { id: barysId } = { id: '' }] = await peopleAt(alena);
    const told = (): string[] | undefined =>
      events
        .flatMap((event) =>
          event.type === 'changed'
            ? event.highlights.put.filter(({ id }) => id === his).map(({ people }) => people)
            : [],
        )
        .at(-1);
    expect(told()).toEqual([barysId]);
    take(await alena.service.call('toggleTag', { id: his, tag: 'detention' }));
    expect(told()).toEqual([barysId, oneself]);
    take(await alena.service.call('undo', {}));
    expect(told()).toEqual([barysId]);
    expect((await sessionOf(alena)).highlights.find(({ id }) => id === his)?.people).toEqual([barysId]);
  });

  it('are compared by the characters that each of them tagged', async () => {
    const { alena } = await together();
    const [{ id: a } = { id: '' }, { id: b } = { id: '' }] = await peopleAt(alena);
    const { rows } = take(await alena.service.call('compareCoding', { a, b, statement: briefing, hasSubTags: false }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      path: 'torture',
      both: part.length,
      onlyA: torture.length - part.length,
      onlyB: 0,
      disagreementCount: 1,
      disagreements: [{ statement: briefing, by: 'a' }],
    });
    const everywhere = take(await alena.service.call('compareCoding', { a, b, statement: null, hasSubTags: true }));
    expect(everywhere.rows[0]?.units).toBeGreaterThan(rows[0]?.units ?? 0);
    const nowhere = await alena.service.call('compareCoding', { a, b, statement: 'nowhere', hasSubTags: true });
    expect(nowhere).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });
});
