/** An export as a file to be: its text, to be written as UTF-8 as it is (a byte order mark is part of it). */
export interface RenderedExport {
  readonly content: string;
  readonly mimeType: string;
  readonly suggestedName: string;
}
