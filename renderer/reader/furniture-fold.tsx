import { Collapsible } from '@base-ui/react/collapsible';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Block } from '../../core/statements/block.ts';
import type { PageStart } from '../../core/statements/page-start.ts';
import { noPages } from '../pages/page-start.ts';
import { BlockView } from './block-view.tsx';

interface FurnitureFoldProps {
  /** Whether it is headers and footers of pages, and not text of a website. */
  readonly isOfPages: boolean;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The pages that begin in each block, by where it starts. */
  readonly pages: ReadonlyMap<number, readonly PageStart[]>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** How many lines are folded away, and of what. */
function FoldWords({
  isOfPages,
  isOpen,
  blocks,
}: Omit<FurnitureFoldProps, 'text' | 'pages' | 'onOpenChange'>): ReactNode {
  if (isOfPages && isOpen) {
    return (
      <Plural value={blocks.length} one="# line of headers and footers." other="# lines of headers and footers." />
    );
  }
  if (isOfPages) {
    return (
      <Plural
        value={blocks.length}
        one="# line of headers and footers hidden."
        other="# lines of headers and footers hidden."
      />
    );
  }
  if (isOpen) return <Plural value={blocks.length} one="# line of website text." other="# lines of website text." />;
  return <Plural value={blocks.length} one="# line of website text hidden." other="# lines of website text hidden." />;
}

/** Website text around the statement proper, or headers and footers of its pages: folded away, but there, and found by the browser's own search too. */
export function FurnitureFold({ isOfPages, text, blocks, pages, isOpen, onOpenChange }: FurnitureFoldProps): ReactNode {
  const { i18n } = useLingui();
  return (
    <Collapsible.Root className="furniture-fold" open={isOpen} onOpenChange={onOpenChange}>
      <Collapsible.Trigger className="furniture-toggle" lang={i18n.locale} dir="ltr">
        <span>
          <FoldWords isOfPages={isOfPages} isOpen={isOpen} blocks={blocks} />{' '}
          <span className="link">{isOpen ? <Trans>Hide</Trans> : <Trans>Show</Trans>}</span>
        </span>
      </Collapsible.Trigger>
      <Collapsible.Panel className="furniture-panel" keepMounted hiddenUntilFound>
        {blocks.map((block) => (
          <BlockView key={block.start} text={text} block={block} pages={pages.get(block.start) ?? noPages} />
        ))}
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
