import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { AttestService } from '../../../core/ipc-contract.ts';
import { succeed } from '../../../core/result.ts';
import type { VaultState } from '../../../core/vault-state.ts';
import { lockWhenAway } from '../../../electron/desktop/lock-when-away.ts';

async function callsOn(event: string, state: VaultState['state']): Promise<string[]> {
  const monitor = new EventEmitter();
  const calls: string[] = [];
  const call = async (name: string) => {
    calls.push(name);
    return succeed({ state, done: 0, total: 0 });
  };
  // It asks for these two calls, and for nothing else.
  lockWhenAway(monitor as never, { call } as Pick<AttestService, 'call'>);
  monitor.emit(event);
  await new Promise(setImmediate);
  return calls;
}

it('locks an open encrypted workspace when the computer sleeps or its screen is locked, and no other', async () => {
  for (const event of ['suspend', 'lock-screen']) {
    expect(await callsOn(event, 'open')).toEqual(['readVault', 'lockVault']);
    for (const state of ['none', 'locked', 'sealing', 'unsealing'] as const) {
      expect(await callsOn(event, state)).toEqual(['readVault']);
    }
  }
});
