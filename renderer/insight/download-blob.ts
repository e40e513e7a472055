/** For how long a download can be fetched, in milliseconds: the browser may ask first where to put it. */
const keptMs = 60_000;

/** Hands `blob` to the browser as a download called `fileName`. */
export function downloadBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
