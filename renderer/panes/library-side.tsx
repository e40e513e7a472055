import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
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
  const pane = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isHidden = panes.isLibraryHidden;
  useEffect(() => {
    // Ctrl+K goes to the search in here: it must be on the page before it can take the focus.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isHidden || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      flushSync(() => show({ isLibraryHidden: false }));
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isHidden, show]);
  return (
    <div className="sidebar" ref={pane}>
      <header className="brand">
        {brand}
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
    </div>
  );
}
