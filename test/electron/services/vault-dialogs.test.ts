import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AttestService } from '../../../core/ipc-contract.ts';
import type { Result } from '../../../core/result.ts';
import { openAttest } from '../../../electron/services/open-attest.ts';
import { leastCost } from '../../../electron/store/vault/scrypt-cost.ts';
import { take } from '../../core/workspace/small-workspace.ts';
import { resources } from '../../support/bundled-statements.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openDesk } from './library/library-desk.ts';

const passphrase = 'п’ять “жовтих” 🕊 цеглин';

afterEach(() => {
  vi.useRealTimers();
});

/** What opens a dialog; `statement` is one that was imported. */
const dialogs: Readonly<Record<string, (service: AttestService, statement: string) => Promise<Result<unknown>>>> = {
  saveOriginal: (service, statement) => service.call('saveOriginal', { statement }),
  exportCatalogue: (service) => service.call('exportCatalogue', { format: 'csv', statements: null }),
  importCatalogue: (service) => service.call('importCatalogue', { upload: null }),
  saveFixityReport: (service) => service.call('saveFixityReport', {}),
  exportHistory: (service) => service.call('exportHistory', { highlight: null, format: 'csv' }),
  exportWork: (service) => service.call('exportWork', { format: 'attest', highlights: null, hasPrivateNotes: true }),
};

/** An encrypted workspace with a statement, whose dialogs stay open; `asked` gives the signal of the first. */
async function openEncrypted() {
  const workspaceFolder = join(await temporaryFolder(), 'workspace');
  const desk = await openDesk(workspaceFolder);
  const statement = await desk.add('secret.txt', 'They beat him in custody.');
  await desk.mark(statement, 'custody');
  await desk.store.close();
  let ask = (_signal: AbortSignal): void => undefined;
  const asked = new Promise<AbortSignal>((resolve) => {
    ask = resolve;
  });
  const stay = (_: unknown, signal: AbortSignal): Promise<never> => {
    ask(signal);
    return new Promise(() => undefined);
  };
  const service = take(
    await openAttest({
      host: 'desktop',
      version: '0',
      resources,
      workspaceFolder,
      access: 'write',
      lockWaitMs: 0,
      chooseCost: async () => leastCost,
      saveFile: stay,
      pickFile: stay,
    }),
  );
  onTestFinished(async () => {
    await service.close();
  });
  take(await service.call('encryptWorkspace', { passphrase }));
  take(await service.call('checkFixity', {}));
  take(await service.call('keepOnDevice', { key: 'attest.auto-lock', value: 5 }));
  return { service, statement, asked };
}

describe('an encrypted workspace that is left with a dialog open', () => {
  it.each(Object.keys(dialogs))('locks itself, and the dialog gives nothing any more: %s', async (name) => {
    const { service, statement, asked } = await openEncrypted();
    const locked = new Promise<void>((resolve) => {
      service.subscribe((event) => event.type === 'vault' && event.vault.state === 'locked' && resolve());
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    void dialogs[name]?.(service, statement);
    const signal = await asked;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    vi.useRealTimers();
    await locked;
    expect(signal.aborted).toBe(true);
  });
});
