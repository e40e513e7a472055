/** What a window without a session is told. */
export const freshLinkAdvice =
  'The link that opens Attest works once, and for one minute. Press Enter in the terminal where Attest runs for a fresh link, or start Attest again.';

/** A page that only says something. Both texts are the program's own: nothing from a request may come in here. */
export function writePlainPage(title: string, sentence: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
<p>${sentence}</p>
</html>
`;
}
