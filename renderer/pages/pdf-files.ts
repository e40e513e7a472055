const characterTables = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

const fonts = import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

const byName = new Map(
  Object.entries({ ...characterTables, ...fonts }).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

/** Reads a file that comes with pdf.js and is part of this program: a table of characters, or a font that every reader of PDF has. */
export async function readPdfFile(name: string): Promise<Uint8Array> {
  const url = byName.get(name);
  const answer = url === undefined ? null : await fetch(url);
  if (!answer?.ok) throw new Error(`There is no ${name} in this program.`);
  return new Uint8Array(await answer.arrayBuffer());
}
