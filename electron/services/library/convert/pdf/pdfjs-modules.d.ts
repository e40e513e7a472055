declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

declare module 'pdfjs-dist/cmaps' {
  /** The tables of characters by their files’ names, in Base64; the plugin `adapt-pdfjs` makes this module. */
  const tables: Readonly<Record<string, string>>;
  export default tables;
}
