import type { Citer } from '../../../core/citations/citer.ts';
import type { CslItem } from '../../../core/citations/csl-item.ts';

const authorsOf = ({ author = [] }: CslItem): string =>
  author.map((name) => ('literal' in name ? name.literal : `${name.given} ${name.family}`)).join(' and ');

/** A citer that needs no style: “Authors, title, locator.”, and “See note 1, locator.” for a source cited before. */
export const plainCiter: Citer = {
  note: (item, locator, firstNote) => [
    { text: firstNote === null ? `${authorsOf(item)}, ` : `See note ${firstNote}`, look: 'plain' },
    ...(firstNote === null ? [{ text: item.title, look: 'italic' as const }] : []),
    { text: locator === null ? '.' : `, ${locator}.`, look: 'plain' },
  ],
  pages: ({ first, last }) => `on ${first} to ${last}`,
  entry: (item) => [
    { text: `${authorsOf(item)}. `, look: 'plain' },
    { text: item.title, look: 'italic' },
    { text: `. ${item.publisher ?? item['container-title'] ?? ''}.`, look: 'plain' },
  ],
};
