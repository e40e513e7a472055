import { fail, succeed } from '../../../core/result.ts';
import type { WorkspaceCommand } from '../command.ts';
import { countHighlights } from '../describe-change.ts';
import { findBackup } from '../find-backup.ts';

/** `restore NAME`: puts back what a backup holds, everything or some highlights. */
export const restore: WorkspaceCommand = {
  name: 'restore',
  synopsis: 'NAME [--highlight ID]…',
  summary: 'Makes tags and highlights what they are in a backup, or these highlights only. Backs up first.',
  options: ['highlight'],
  operands: [1, 1],
  access: 'write',
  check: ({ options }) => (options.highlight?.includes('') ? '--highlight takes the id of a highlight.' : null),
  run: async (service, _session, { operands: [given = ''], options }) => {
    const found = await findBackup(service, given);
    if (!found.ok) return found;
    const { name } = found.value;
    const chosen = options.highlight ? [...options.highlight] : null;
    const restored = await service.call('restoreBackup', { name, highlights: chosen });
    if (!restored.ok) return restored;
    const { highlights, summary, save } = restored.value;
    if (save.state === 'not-saved') return fail('not-saved', `The restore was not saved: ${save.reason}`);
    const what = chosen === null ? 'Everything is as in' : 'The highlights named are as in';
    const text = `${what} ${name}; ${countHighlights(summary.highlights)} changed. The newest backup has it as it was.`;
    return succeed({ json: { backup: name, highlights, tags: summary.tags }, text });
  },
};
