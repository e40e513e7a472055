import { Collapsible } from '@base-ui/react/collapsible';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Block } from '../../core/statements/block.ts';
import { BlockView } from './block-view.tsx';

interface FurnitureFoldProps {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Website text around the statement proper: folded away, but there, and found by the browser's own search too. */
export function FurnitureFold({ text, blocks, isOpen, onOpenChange }: FurnitureFoldProps): ReactNode {
  const { i18n } = useLingui();
  return (
    <Collapsible.Root className="furniture-fold" open={isOpen} onOpenChange={onOpenChange}>
      <Collapsible.Trigger className="furniture-toggle" lang={i18n.locale} dir="ltr">
        <span>
          {isOpen ? (
            <Plural value={blocks.length} one="# line of website text." other="# lines of website text." />
          ) : (
            <Plural
              value={blocks.length}
              one="# line of website text hidden."
              other="# lines of website text hidden."
            />
          )}{' '}
          <span className="link">{isOpen ? <Trans>Hide</Trans> : <Trans>Show</Trans>}</span>
        </span>
      </Collapsible.Trigger>
      <Collapsible.Panel className="furniture-panel" keepMounted hiddenUntilFound>
        {blocks.map((block) => (
          <BlockView key={block.start} text={text} block={block} />
        ))}
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
