import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useRef, useState } from 'react';
import { FigureData, type FigureTable } from './figure-data.tsx';
import { FigureExports } from './figure-exports.tsx';
import { useMarkKeys } from './use-mark-keys.ts';

/** What is drawn: SVG elements in a room of this size, in CSS pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: ReactNode;
}

/** What is not drawn yet; `onMore` draws more of it. */
export interface Remainder {
  /** As “and 480 more statements”. */
  readonly words: string;
  readonly onMore: () => void;
}

interface FigureProps {
  /** The name of its files, without an ending. */
  readonly name: string;
  readonly title: string;
  /** What the figure shows, in one sentence. */
  readonly sentence: string;
  readonly controls?: ReactNode;
  /** `null` where there is nothing to draw: the sentence says why. */
  readonly drawing: Drawing | null;
  readonly remainder?: Remainder | null;
  readonly table: FigureTable;
}

const lineHeight = 24;

/** A figure: its title, what it shows in words, the drawing, and on demand its data; to be saved as picture and table. */
export function Figure(props: FigureProps): ReactNode {
  const { name, title, sentence, controls, drawing, remainder = null, table } = props;
  const { i18n } = useLingui();
  const id = useId();
  const picture = useRef<SVGSVGElement>(null);
  const keys = useMarkKeys(picture);
  const [hasData, setHasData] = useState(false);
  const height = drawing ? drawing.height + (remainder ? lineHeight : 0) : 0;
  return (
    <section className="figure" aria-labelledby={`${id}-title`}>
      <h2 className="figure-title" id={`${id}-title`}>
        {title}
      </h2>
      <p className="figure-sentence" id={`${id}-sentence`}>
        {sentence}
      </p>
      {controls ? <div className="figure-controls">{controls}</div> : null}
      {drawing ? (
        <>
          <div className="figure-scroll">
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
            <svg
              ref={picture}
              className="drawing"
              role="group"
              aria-labelledby={`${id}-title`}
              aria-describedby={`${id}-sentence`}
              width={drawing.width}
              height={height}
              viewBox={`0 0 ${drawing.width} ${height}`}
              onKeyDown={keys.onKeyDown}
              onFocus={keys.onFocus}
            >
              {drawing.content}
              {remainder ? (
                <text className="drawing-faint saved-only" x={0} y={height - 8}>
                  {remainder.words}
                </text>
              ) : null}
            </svg>
          </div>
          <div className="figure-foot">
            {remainder ? (
              <>
                <span className="faint">{remainder.words}</span>
                <button type="button" className="link-button" onClick={remainder.onMore}>
                  <Trans>Show more</Trans>
                </button>
              </>
            ) : null}
            <button
              type="button"
              className="link-button"
              aria-expanded={hasData}
              aria-controls={hasData ? `${id}-data` : undefined}
              onClick={() => setHasData(!hasData)}
            >
              {hasData ? <Trans>Hide the data</Trans> : <Trans>Show the data</Trans>}
            </button>
            <FigureExports name={name} words={{ title, description: sentence }} drawing={picture} table={table} />
          </div>
          {hasData ? (
            <FigureData id={`${id}-data`} title={title} table={table} formatNumber={(value) => i18n.number(value)} />
          ) : null}
        </>
      ) : null}
    </section>
  );
}
