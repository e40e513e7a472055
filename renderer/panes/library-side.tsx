import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { SkipButton } from '../controls/skip-button.tsx';
import { WayButtons } from '../navigation/way-buttons.tsx';
import { PaneButton } from './pane-button.tsx';
import { PaneSeparator } from './pane-separator.tsx';
import { usePanes } from './use-panes.tsx';

interface LibrarySideProps {
  /** What stands beside the button at the top. */
  readonly brand: ReactNode;
  readonly children: ReactNode;
}

/** The pane on the left: search, the views and what there is to read. Hidden, it leaves a rail with its button. */
export function LibrarySide({ brand, children }: LibrarySideProps): ReactNode {
  const { panes, show } = usePanes();
  const { t } = useLingui();
  const pane = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isHidden = panes.isLibraryHidden;
  return (
    <section className="sidebar" ref={pane} aria-label={t`Search and library`}>
      <SkipButton />
      <header className="brand">
        {brand}
        <WayButtons />
        <PaneButton
          button={button}
          side="start"
          label={isHidden ? t`Show the library` : t`Hide the library`}
          isHidden={isHidden}
          onToggle={() => show({ isLibraryHidden: !isHidden })}
        />
      </header>
      {children}
      {isHidden ? null : (
        <PaneSeparator
          size="libraryWidth"
          label={t`Width of the library`}
          pane={pane}
          onHide={() => {
            show({ isLibraryHidden: true });
            button.current?.focus();
          }}
        />
      )}
    </section>
  );
}
