import { expect, it, onTestFinished, vi } from 'vitest';
import type { Result } from '../../../../core/result.ts';
import { openColleague } from '../../../support/colleague.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const statement = '000_46b87868a09d3577';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

it('what was written after the clock was put back is not taken for something that others have seen', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-01T00:00:00.000Z') });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const people = await Promise.all(
    ['Alena', 'Boris'].map(async (name) => {
      const colleague = await openColleague(await temporaryFolder(), name);
      onTestFinished(colleague.leave);
      return colleague;
    }),
  );
  const [alena, boris] = people;
  if (!alena || !boris) throw new Error('Somebody is missing.');
  const id = await alena.highlight(statement, 'Moscow Mechanism', { note: 'Ask.' });
  vi.setSystemTime(new Date('2031-01-01T00:00:00.000Z'));
  await alena.highlight(statement, 'Belarus');
  await boris.receive(await alena.send('attest'));
  vi.setSystemTime(new Date('2027-02-01T00:00:00.000Z'));
  take(await alena.service.call('editHighlight', { id, note: 'Hers' }));
  vi.setSystemTime(new Date('2027-02-02T00:00:00.000Z'));
  take(await boris.service.call('editHighlight', { id, note: 'His' }));
  await alena.receive(await boris.send('attest'));
  const { highlights } = take(await alena.service.call('openSession', {}));
  expect(
    highlights
      .find((highlight) => highlight.id === id)
      ?.note.split('\n')
      .sort(),
  ).toEqual(['Hers', 'His']);
});
