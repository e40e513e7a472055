import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PageStart } from '../../core/statements/page-start.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { PageList } from './page-list.tsx';
import { PagesHead } from './pages-head.tsx';
import { usePdf } from './use-pdf.ts';

interface PagesPaneProps {
  readonly statement: string;
  /** The version, by the SHA-256 of its text. */
  readonly text: string;
  readonly bytes: number;
  readonly pages: readonly PageStart[];
  readonly wanted: { readonly index: number };
  readonly onLead: (index: number) => void;
  readonly onClose: () => void;
}

/** The pages of a statement, once its file is here: how far that is until then, and what is wrong with it where it cannot be shown. */
export function PagesPane(props: PagesPaneProps): ReactNode {
  const { statement, text, bytes, pages, wanted, onLead, onClose } = props;
  const tell = useSentence();
  const file = usePdf(statement, text, bytes);
  if (file.state === 'open') {
    return <PageList pdf={file.pdf} pages={pages} wanted={wanted} onLead={onLead} onClose={onClose} />;
  }
  const percent = file.state === 'reading' ? Math.floor(file.done * 100) : 0;
  return (
    <>
      <PagesHead index={null} count={0} label="" zoom={1} onZoom={() => undefined} onClose={onClose} />
      {file.state === 'reading' ? (
        <p className="empty faint">
          <Trans>Reading the file: {percent} %</Trans>
        </p>
      ) : null}
      {file.state === 'refused' ? (
        <p className="empty bad" role="alert">
          {tell(file.fault)}
        </p>
      ) : null}
      {file.state === 'damaged' ? (
        <p className="empty bad" role="alert">
          <Trans>The pages cannot be shown: save the original and open it in another program.</Trans>
        </p>
      ) : null}
    </>
  );
}
