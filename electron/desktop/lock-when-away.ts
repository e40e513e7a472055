import type { PowerMonitor } from 'electron';
import type { AttestService } from '../../core/ipc-contract.ts';

/** Locks an encrypted workspace when the computer goes to sleep, and when its user locks the screen. */
export function lockWhenAway(monitor: Pick<PowerMonitor, 'on'>, service: Pick<AttestService, 'call'>): void {
  const lock = async (): Promise<void> => {
    const vault = await service.call('readVault', {});
    // Where the last changes cannot be saved it stays open: the reader shows why.
    if (vault.ok && vault.value.state === 'open') await service.call('lockVault', {});
  };
  const lockAtOnce = (): void => void lock().catch((error: unknown) => console.error(`Locking failed: ${error}`));
  monitor.on('suspend', lockAtOnce);
  monitor.on('lock-screen', lockAtOnce);
}
