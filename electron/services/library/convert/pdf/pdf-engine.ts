/// <reference path="./pdfjs-modules.d.ts" />
import type * as PdfJs from 'pdfjs-dist';

export type PdfEngine = typeof PdfJs;
export type PdfDocument = PdfJs.PDFDocumentProxy;
export type PdfPage = PdfJs.PDFPageProxy;

/** What pdf.js asks of a page when it is loaded, and needs for drawing only, which is not done here. */
const drawingOnly = ['DOMMatrix', 'ImageData', 'Path2D'] as const;

/**
 * Loads pdf.js, for text only and for the thread it is called in: without a canvas, which it looks for in Node, and with its own
 * worker's program in this thread.
 */
export async function loadPdfEngine(): Promise<PdfEngine> {
  for (const name of drawingOnly) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
  }
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  // pdf.js looks here for its worker before it would load one by an address.
  Object.defineProperty(globalThis, 'pdfjsWorker', { value: worker, configurable: true });
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Gives pdf.js the tables of characters that are part of the program, and nothing else, whatever it asks for. */
class TableReader {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const table = kind === 'cMapUrl' ? (await import('./character-tables.ts')).readCharacterTable(filename) : null;
    if (table === null) throw new Error(`There is no ${kind} ${filename}.`);
    return table;
  }
}

/** What is asked for is drawn, which is not done here. */
class NoDrawing {
  create(): never {
    throw new Error('Pages are not drawn here.');
  }
  destroy(): void {}
}

/** Opens a PDF, of which nothing is run or fetched. Rejects as pdf.js does. */
export async function openPdf(engine: PdfEngine, bytes: Uint8Array): Promise<PdfDocument> {
  const task = engine.getDocument({
    // pdf.js takes what it is given for its own.
    data: new Uint8Array(bytes),
    BinaryDataFactory: TableReader,
    CanvasFactory: NoDrawing,
    FilterFactory: NoDrawing,
    cMapUrl: 'tables/',
    cMapPacked: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: engine.VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw error;
  }
}
