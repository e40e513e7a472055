/** The cells of a line of a table, as they are written; `\|` is no edge of one. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/**
 * The rows of a paragraph that is a table (GitHub’s extension of Markdown): a line of headings, a line of hyphens with as many
 * cells, and lines. `null` where it is none. Cells are as they are written; what a row has too many is kept, for it is text.
 */
export function tableRows(paragraph: string): readonly (readonly string[])[] | null {
  const [head = '', rule = '', ...lines] = paragraph.split('\n');
  if (!rule.includes('|') || !head.includes('|')) return null;
  const rules = cellsOf(rule);
  if (!rules.every((cell) => /^:?-+:?$/u.test(cell)) || cellsOf(head).length !== rules.length) return null;
  return [head, ...lines].map(cellsOf);
}
