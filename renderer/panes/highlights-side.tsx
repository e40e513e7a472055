import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useRef } from 'react';
import { PaneButton } from './pane-button.tsx';
import { PaneSeparator } from './pane-separator.tsx';
import { useMatches } from './use-matches.ts';
import { usePanes } from './use-panes.tsx';

/** Windows in which the highlights stand under the text, as `styles/panes.css` has it. */
const stacked = '(max-width: 58rem)';

interface HighlightsSideProps {
  /** The button that shows the pane again, to which the focus goes when the keyboard hides it. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly children: ReactNode;
}

/** The pane with the highlights of the open statement, beside the text or, in a narrow window, under it. */
export function HighlightsSide({ button, children }: HighlightsSideProps): ReactNode {
  const { panes, show } = usePanes();
  const { t } = useLingui();
  const pane = useRef<HTMLElement>(null);
  const isStacked = useMatches(stacked);
  if (panes.areHighlightsHidden) return null;
  return (
    <aside className="highlights-side" ref={pane} aria-label={t`Highlights`}>
      {children}
      <PaneSeparator
        key={String(isStacked)}
        size={isStacked ? 'highlightsHeight' : 'highlightsWidth'}
        label={isStacked ? t`Height of the highlights` : t`Width of the highlights`}
        pane={pane}
        onHide={() => {
          show({ areHighlightsHidden: true });
          button.current?.focus();
        }}
      />
    </aside>
  );
}

/** Hides the highlights of the open statement, or shows them again. */
export function HighlightsButton({ button }: Pick<HighlightsSideProps, 'button'>): ReactNode {
  const { panes, show } = usePanes();
  const { t } = useLingui();
  const isHidden = panes.areHighlightsHidden;
  return (
    <PaneButton
      button={button}
      side="end"
      label={isHidden ? t`Show the highlights` : t`Hide the highlights`}
      isHidden={isHidden}
      onToggle={() => show({ areHighlightsHidden: !isHidden })}
    />
  );
}
