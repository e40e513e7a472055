/// <reference path="./pdfjs-modules.d.ts" />
import type * as PdfJs from 'pdfjs-dist';

export type PdfEngine = typeof PdfJs;
export type PdfTask = PdfJs.PDFDocumentLoadingTask;
export type PdfDocument = PdfJs.PDFDocumentProxy;
export type PdfPage = PdfJs.PDFPageProxy;

/** Where the decoder of JPEG 2000 lies that the build puts beside the page. */
const decoders = 'pdf-decoders/';

/** Loads pdf.js, with its worker's program in this thread: the page may start no worker. */
export async function loadPdfEngine(): Promise<PdfEngine> {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  // pdf.js looks here for its worker before it would load one by an address.
  Object.defineProperty(globalThis, 'pdfjsWorker', { value: worker, configurable: true });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Gives pdf.js what is part of this program, and nothing else, whatever it asks for. */
class OwnFiles {
  async fetch({ filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    return (await import('./pdf-files.ts')).readPdfFile(filename);
  }
}

/**
 * Opens a PDF to draw its pages; takes `data` for its own. Of what is in it nothing is run, and nothing is fetched; its letters are drawn as
 * shapes, with the fonts in it or those of this program, never with those of the computer.
 */
export function openPdf(engine: PdfEngine, data: Uint8Array): PdfTask {
  return engine.getDocument({
    data,
    BinaryDataFactory: OwnFiles,
    cMapUrl: 'tables/',
    cMapPacked: true,
    standardFontDataUrl: 'fonts/',
    wasmUrl: new URL(decoders, document.baseURI).href,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: engine.VerbosityLevel.ERRORS,
  });
}
