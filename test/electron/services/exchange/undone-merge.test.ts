import { expect, it, onTestFinished } from 'vitest';
import type { Result } from '../../../../core/result.ts';
import { type Colleague, openColleague } from '../../../support/colleague.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const statement = '000_46b87868a09d3577';

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

async function open(name: string): Promise<Colleague> {
  const colleague = await openColleague(await temporaryFolder(), name);
  onTestFinished(colleague.leave);
  return colleague;
}

const noteOf = async ({ service }: Colleague, id: string): Promise<string | undefined> =>
  take(await service.call('openSession', {})).highlights.find((highlight) => highlight.id === id)?.note;

it('what was undone with a merge, sent, and done again with it, is not taken back by what was sent', async () => {
  const [alena, boris] = [await open('Alena'), await open('Boris')];
  const id = await alena.highlight(statement, 'Moscow Mechanism');
  await boris.receive(await alena.send('attest'));
  take(await boris.service.call('toggleTag', { id, tag: 'courts' }));
  take(await alena.service.call('editHighlight', { id, note: 'Свобода' }));
  await alena.receive(await boris.send('attest'));
  for (let step = 0; step < 2; step += 1) take(await alena.service.call('undo', {}));
  await boris.receive(await alena.send('attest'));
  for (let step = 0; step < 2; step += 1) take(await alena.service.call('redo', {}));
  expect(await noteOf(alena, id)).toBe('Свобода');
  await alena.receive(await boris.send('attest'));
  expect(await noteOf(alena, id)).toBe('Свобода');
});

it('what was done and undone after a merge does not come back when that is undone too', async () => {
  const [alena, boris] = [await open('Alena'), await open('Boris')];
  const id = await alena.highlight(statement, 'Moscow Mechanism');
  await boris.receive(await alena.send('attest'));
  take(await boris.service.call('toggleTag', { id, tag: 'courts' }));
  await alena.receive(await boris.send('attest'));
  take(await alena.service.call('editHighlight', { id, note: 'Свобода' }));
  await boris.receive(await alena.send('attest'));
  for (let step = 0; step < 2; step += 1) take(await alena.service.call('undo', {}));
  await alena.receive(await boris.send('attest'));
  expect(await noteOf(alena, id)).toBe('');
});
