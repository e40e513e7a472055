import { z } from 'zod';
import { Dossier } from '../dossiers/dossier.ts';
import { Highlight } from '../highlights/highlight.ts';
import { initialTags, Tag } from '../tags/tag.ts';
import { SavedSearch } from './saved-search.ts';
import { initialSettings, Settings } from './settings.ts';
import { Person, Trace } from './trace.ts';

/** The version that this program writes. A file with a higher one is opened for reading only. */
export const workspaceVersion = 5;

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
  };
}
