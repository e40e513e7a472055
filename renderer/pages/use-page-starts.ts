import { useEffect, useState } from 'react';
import type { PageStart } from '../../core/statements/page-start.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { useAttest } from '../state/use-attest.tsx';
import { noPages } from './page-start.ts';

/** The pages of a statement, and the length of the file that shows them. */
export interface PageStarts {
  readonly pages: readonly PageStart[];
  /** Bytes. */
  readonly bytes: number;
}

const none: PageStarts = { pages: noPages, bytes: 0 };

/** Reads where the pages of this version begin; none where it has no pages, or nothing is known of them yet. */
export function usePageStarts({ summary, sha256 }: Statement): PageStarts {
  const { call } = useAttest();
  const [starts, setStarts] = useState(none);
  const { id } = summary;
  const mayHavePages = summary.own?.format === 'pdf';
  useEffect(() => {
    if (!mayHavePages) {
      setStarts(none);
      return;
    }
    let isCurrent = true;
    void call('readPages', { statement: id, text: sha256 }).then((read) => {
      if (!isCurrent) return;
      // Without them the statement is read as any other; what is wrong with its file its summary says.
      setStarts(read.ok ? { pages: read.value.pages ?? noPages, bytes: read.value.bytes } : none);
    });
    return () => {
      isCurrent = false;
    };
  }, [call, id, sha256, mayHavePages]);
  return starts;
}
