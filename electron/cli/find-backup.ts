import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { BackupSummary } from '../../core/workspace/backup.ts';

/** The backup that `name` means: by its name, or the beginning of one name only. */
export async function findBackup(service: AttestService, name: string): Promise<Result<BackupSummary>> {
  const listed = await service.call('listBackups', {});
  if (!listed.ok) return listed;
  const begun = listed.value.filter((backup) => name !== '' && backup.name.startsWith(name));
  const found = begun.find((backup) => backup.name === name) ?? (begun.length === 1 ? begun[0] : undefined);
  if (found) return succeed(found);
  if (begun.length > 1) {
    const [first, second] = begun.map((backup) => backup.name);
    return fail('invalid', `“${name}” begins more than one backup, as ${first} and ${second}: write more of the name.`);
  }
  return fail('not-found', `There is no backup “${name}”: attest backups lists those there are.`);
}
