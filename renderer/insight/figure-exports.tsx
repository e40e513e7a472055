import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { writeTable } from '../../core/export/csv.ts';
import { useNotify } from '../controls/use-notify.ts';
import { downloadBlob } from './download-blob.ts';
import { drawPng } from './draw-png.ts';
import type { FigureTable } from './figure-data.tsx';
import { type DrawingWords, standaloneSvg } from './standalone-svg.ts';

interface FigureExportsProps {
  /** The name of the files, without an ending. */
  readonly name: string;
  readonly words: DrawingWords;
  readonly drawing: RefObject<SVGSVGElement | null>;
  readonly table: FigureTable;
}

/** Saves a figure as a picture, or its data as a table, by a download. */
export function FigureExports({ name, words, drawing, table }: FigureExportsProps): ReactNode {
  const { t } = useLingui();
  const notify = useNotify();
  const saveSvg = (): void => {
    if (!drawing.current) return;
    const { svg } = standaloneSvg(drawing.current, words);
    downloadBlob(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);
  };
  const savePng = async (): Promise<void> => {
    if (!drawing.current) return;
    const png = await drawPng(standaloneSvg(drawing.current, words));
    if (png) downloadBlob(png, `${name}.png`);
    else
      notify.fault({ code: 'internal', message: t`The figure could not be drawn as a PNG: save it as SVG instead.` });
  };
  const saveCsv = (): void => {
    downloadBlob(new Blob([writeTable([table.head, ...table.rows])], { type: 'text/csv' }), `${name}.csv`);
  };
  return (
    <fieldset className="figure-exports" aria-label={t`Save “${words.title}”`}>
      <button type="button" className="link-button" onClick={saveSvg}>
        <Trans>Save as SVG</Trans>
      </button>
      <button type="button" className="link-button" onClick={() => void savePng()}>
        <Trans>Save as PNG</Trans>
      </button>
      <button type="button" className="link-button" onClick={saveCsv}>
        <Trans>Save the data as CSV</Trans>
      </button>
    </fieldset>
  );
}
