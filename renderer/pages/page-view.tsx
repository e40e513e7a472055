import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Drawing, drawPage } from './draw-page.ts';
import type { PdfDocument } from './pdf-engine.ts';

interface PageViewProps {
  readonly pdf: PdfDocument;
  /** Counted from 0. */
  readonly index: number;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  /** Its height by its width, as far as that is known. */
  readonly ratio: number;
  /** Whether it is in sight or nearly so: others keep no picture. */
  readonly isNear: boolean;
  readonly onRatio: (index: number, ratio: number) => void;
  /** Leads the text to where the page begins. */
  readonly onLead: (index: number) => void;
}

type Outcome = 'waiting' | 'drawn' | 'incomplete' | 'broken';

/** One page of a PDF, as a picture under the button that leads the text to it. */
export const PageView = memo(function PageView(props: PageViewProps): ReactNode {
  const { pdf, index, label, width, ratio, isNear, onRatio, onLead } = props;
  const { t } = useLingui();
  const sheet = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome>('waiting');
  useEffect(() => {
    const host = sheet.current;
    if (!isNear || !host || width <= 0) return;
    let isCurrent = true;
    let drawing: Drawing | null = null;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(index + 1);
      const { width: natural, height } = page.getViewport({ scale: 1 });
      if (!isCurrent) return;
      onRatio(index, height / natural);
      drawing = drawPage(page, width);
      const isWhole = await drawing.done;
      if (!isCurrent) return;
      // The picture of another size stays until this one is whole.
      host.replaceChildren(drawing.canvas);
      setOutcome(isWhole ? 'drawn' : 'incomplete');
      page.cleanup();
    };
    draw().catch(() => {
      if (!isCurrent) return;
      host.replaceChildren();
      setOutcome('broken');
    });
    return () => {
      isCurrent = false;
      drawing?.cancel();
    };
  }, [pdf, index, width, isNear, onRatio]);
  useEffect(() => {
    if (isNear) return;
    sheet.current?.replaceChildren();
    setOutcome('waiting');
  }, [isNear]);
  return (
    <li className="page" data-page-index={index} data-outcome={outcome} data-testid="page" style={{ width }}>
      <button type="button" className="page-label link-button" onClick={() => onLead(index)}>
        <Trans>Page {label}</Trans>
      </button>
      <div
        ref={sheet}
        className="page-sheet"
        role="img"
        aria-label={t`Page ${label} as a picture; its words are in the text.`}
        style={{ aspectRatio: String(1 / ratio) }}
      />
      {outcome === 'broken' ? (
        <p className="page-remark bad">
          <Trans>This page cannot be drawn: save the original and open it in another program.</Trans>
        </p>
      ) : null}
      {outcome === 'incomplete' ? (
        <p className="page-remark bad">
          <Trans>A picture on this page cannot be drawn: save the original and open it in another program.</Trans>
        </p>
      ) : null}
    </li>
  );
});
