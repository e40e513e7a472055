/** A block of a page: a paragraph, a heading, an item of a list, a row of a table. Its lines are apart by LF. */
export interface HtmlBlock {
  readonly text: string;
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'table-row' | 'preformatted';
  /** The name of the element that makes it what it is. */
  readonly element: string;
  /** Of a heading: 1 to 3. */
  readonly level: 1 | 2 | 3 | null;
  /** How many UTF-16 units of it come from which element, by the elements’ numbers. */
  readonly sources: ReadonlyMap<number, number>;
  /** How many UTF-16 units of it are in links. */
  readonly linked: number;
}
