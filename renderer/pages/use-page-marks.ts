import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Block } from '../../core/statements/block.ts';
import type { PageStart } from '../../core/statements/page-start.ts';
import { pagesInBlocks } from './page-start.ts';

/** What is shown in the text where pages begin, by the block that it is in. */
export function usePageMarks(
  blocks: readonly Block[],
  pages: readonly PageStart[],
): ReadonlyMap<number, readonly PageStart[]> {
  const { t } = useLingui();
  return useMemo(() => {
    const worded = pages.map(({ start, label }) => ({ start, label: t`p. ${label}` }));
    return pagesInBlocks(blocks, worded);
  }, [blocks, pages, t]);
}
