import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { IconButton } from '../controls/icon-button.tsx';

/** How wide the pages are by the width that fits the pane, in the steps of the buttons. */
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

interface PagesHeadProps {
  /** The page that is shown, counted from 0; `null` before the file is open. */
  readonly index: number | null;
  readonly count: number;
  /** What the document calls the page. */
  readonly label: string;
  /** By the width that fits. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onClose: () => void;
}

/** Above the pages: which one is shown, how large they are, and the way to put them away. */
export function PagesHead({ index, count, label, zoom, onZoom, onClose }: PagesHeadProps): ReactNode {
  const { t } = useLingui();
  const at = zooms.findIndex((step) => step >= zoom);
  const [smaller, larger] = [zooms[at - 1], zooms[at + 1]];
  const number = (index ?? 0) + 1;
  const isOpen = index !== null;
  return (
    <header className="pages-head">
      <span className="pages-place" data-testid="pages-place">
        {!isOpen ? (
          <Trans>Pages</Trans>
        ) : label === String(number) ? (
          <Trans>
            Page {number} of {count}
          </Trans>
        ) : (
          <Trans>
            Page {label}, {number} of {count}
          </Trans>
        )}
      </span>
      <IconButton
        name={t`Smaller pages`}
        disabled={!isOpen || smaller === undefined}
        onClick={() => smaller !== undefined && onZoom(smaller)}
      >
        −
      </IconButton>
      <IconButton
        name={t`Larger pages`}
        disabled={!isOpen || larger === undefined}
        onClick={() => larger !== undefined && onZoom(larger)}
      >
        +
      </IconButton>
      <button
        type="button"
        className="link-button"
        aria-pressed={zoom === 1}
        disabled={!isOpen}
        onClick={() => onZoom(1)}
      >
        <Trans>Fit width</Trans>
      </button>
      <IconButton name={t`Close the pages`} onClick={onClose}>
        ×
      </IconButton>
    </header>
  );
}
