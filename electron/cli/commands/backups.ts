import type { AttestService } from '../../../core/ipc-contract.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { BackupDifferences, BackupSummary } from '../../../core/workspace/backup.ts';
import type { CommandOutput, WorkspaceCommand } from '../command.ts';
import { countHighlights, versionsAsText } from '../describe-change.ts';
import { findBackup } from '../find-backup.ts';

function summaryAsText({ name, at, reason, bytes }: BackupSummary): string {
  return `${name}\n  ${at}, ${reason}, ${Math.ceil(bytes / 1000)} kB`;
}

const kinds = { 'only-backup': 'only in the backup', 'only-now': 'only now', changed: 'changed' } as const;

const countTags = (count: number): string => (count === 1 ? '1 tag' : `${count} tags`);

function differencesAsText({ name, holds, highlights, highlightCount, tags, tagCount }: BackupDifferences): string {
  const unlisted = highlightCount - highlights.length;
  return [
    `${name} holds ${countHighlights(holds.highlights)} and ${countTags(holds.tags)}.`,
    ...highlights.map(({ id, difference, before, now }) => `${kinds[difference]}\n${versionsAsText(id, before, now)}`),
    ...tags.map(({ path, difference }) => `${kinds[difference]}\n  tag ${path}`),
    ...(unlisted > 0 ? [`and ${countHighlights(unlisted)} more`] : []),
    `Different from now: ${countHighlights(highlightCount)}, ${countTags(tagCount)}.`,
  ].join('\n');
}

async function listAll(service: AttestService): Promise<Result<CommandOutput>> {
  const listed = await service.call('listBackups', {});
  if (!listed.ok) return listed;
  return succeed({ json: listed.value, text: listed.value.map(summaryAsText).join('\n') });
}

/** `backups [NAME]`: the backups, or what in one of them differs from the workspace as it is now. */
export const backups: WorkspaceCommand = {
  name: 'backups',
  synopsis: '[NAME]',
  summary: 'The backups, newest first; with the name of one (or its beginning), what in it differs from now.',
  options: [],
  operands: [0, 1],
  access: 'read',
  run: async (service, _session, { operands: [name] }) => {
    if (name === undefined) return listAll(service);
    const found = await findBackup(service, name);
    if (!found.ok) return found;
    const compared = await service.call('compareBackup', { name: found.value.name });
    return compared.ok ? succeed({ json: compared.value, text: differencesAsText(compared.value) }) : compared;
  },
};
