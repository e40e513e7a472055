import { z } from 'zod';
import { Dossier } from '../dossiers/dossier.ts';
import { Highlight } from '../highlights/highlight.ts';
import { OwnStatement, StatementSet } from '../statements/own-statement.ts';
import { initialTags, Tag } from '../tags/tag.ts';
import { SavedSearch } from './saved-search.ts';
import { initialSettings, Settings } from './settings.ts';
import { Person, Trace } from './trace.ts';

/** The version that this program writes. A file with a higher one is opened for reading only. */
export const workspaceVersion = 6;

/** One user's annotations: the content of the workspace file. Its records are keyed by their ids. */
export const Workspace = z.object({
  format: z.literal('attest-workspace'),
  version: z.literal(workspaceVersion),
  id: z.string().min(1),
  tags: z.record(z.string(), Tag),
  highlights: z.record(z.string(), Highlight),
  settings: Settings,
  searches: z.record(z.string(), SavedSearch),
  dossiers: z.record(z.string(), Dossier),
  /** What merging must know of the records, by the kind and id of each. */
  traces: z.record(z.string(), Trace),
  /** Those whose work was merged, by the ids of their workspaces. */
  people: z.record(z.string(), Person),
  /** The statements that its user has imported; the bundled ones are part of the program. */
  statements: z.record(z.string(), OwnStatement),
  /** The parts of the library that its user has put together. */
  sets: z.record(z.string(), StatementSet),
});
export type Workspace = z.infer<typeof Workspace>;

/** A workspace with the three tags everybody starts with, and nothing highlighted. */
export function newWorkspace(id: string): Workspace {
  return {
    format: 'attest-workspace',
    version: workspaceVersion,
    id,
    tags: Object.fromEntries(initialTags.map((tag) => [tag.id, tag])),
    highlights: {},
    settings: initialSettings,
    searches: {},
    dossiers: {},
    traces: {},
    people: {},
    statements: {},
    sets: {},
  };
}
