import { succeed } from '../../../core/result.ts';
import type { WorkspaceCommand } from '../command.ts';

/** `dossiers`: the dossiers by name, and how many excerpts each has. */
export const dossiers: WorkspaceCommand = {
  name: 'dossiers',
  synopsis: '',
  summary: 'The dossiers, and how many excerpts each has.',
  options: [],
  operands: [0, 0],
  access: 'read',
  run: async (_service, session) => {
    const rows = session.dossiers.map(({ id, name, items, modified }) => ({
      id,
      name,
      excerpts: items.filter(({ kind }) => kind === 'excerpt').length,
      modified,
    }));
    return succeed({ json: rows, text: rows.map(({ name, excerpts }) => `${name}  ${excerpts}`).join('\n') });
  },
};
