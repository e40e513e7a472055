/**
 * Puts a text on the clipboard in both its forms, so that a word processor takes the rich one and a plain editor the other; the
 * plain one alone where the browser knows no other. Rejects with a `DOMException` where the system refuses.
 */
export async function copyRichText({ text, html }: { readonly text: string; readonly html: string }): Promise<void> {
  if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(text);
    return;
  }
  const forms = { 'text/plain': text, 'text/html': html };
  const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })] as const);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}
