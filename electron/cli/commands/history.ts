import { fail, succeed } from '../../../core/result.ts';
import type { HistoryEntry } from '../../../core/workspace/history.ts';
import type { WorkspaceCommand } from '../command.ts';
import { entryAsText } from '../describe-change.ts';
import { checkCount, readCount } from '../read-count.ts';

/** How many changes are given without `--limit`, and how many are asked for at once. */
const usualLimit = 50;
const pageSize = 500;

/** `history [HIGHLIGHT-ID]`: the changes of the workspace or of one highlight, newest first. */
export const history: WorkspaceCommand = {
  name: 'history',
  synopsis: '[HIGHLIGHT-ID] [--limit N]',
  summary: `What was changed, newest first, also on one highlight; ${usualLimit} changes, or as many as --limit says.`,
  options: ['limit'],
  operands: [0, 1],
  access: 'read',
  check: ({ options }) => checkCount('limit', options.limit),
  run: async (service, session, { operands: [highlight = null], options }) => {
    const wanted = readCount(options.limit ?? '') ?? usualLimit;
    const entries: HistoryEntry[] = [];
    let hasMore = true;
    while (hasMore && entries.length < wanted) {
      const before = entries.at(-1)?.sequence ?? null;
      const limit = Math.min(pageSize, wanted - entries.length);
      const page = await service.call('readHistory', { highlight, before, limit });
      if (!page.ok) return page;
      entries.push(...page.value.entries);
      hasMore = page.value.hasMore && page.value.entries.length > 0;
    }
    const isKnown = highlight === null || session.highlights.some(({ id }) => id === highlight);
    if (!isKnown && entries.length === 0) {
      return fail(
        'not-found',
        `There is no highlight “${highlight}”: attest highlights and attest history give the ids.`,
      );
    }
    const end = hasMore ? ['There are earlier changes: ask for more with --limit.'] : [];
    return succeed({ json: { entries, hasMore }, text: [...entries.map(entryAsText), ...end].join('\n') });
  },
};
