import { describe, expect, it } from 'vitest';
import { pageAt } from '../../core/statements/page-start.ts';
import { structureOf } from '../../core/statements/structure.ts';
import { pagesInBlocks } from '../../renderer/pages/page-start.ts';

const text = 'Header\n\nOne begins here.\n\nIt goes on over\nthe page.\n\nHeader\n\nThree.';
const at = (words: string): number => text.indexOf(words);
const furniture = { kind: 'furniture', why: 'Repeated.' } as const;
const blocks = structureOf(text, [
  { ...furniture, lines: [1, 1] },
  { ...furniture, lines: [8, 8] },
]);

describe('pageAt', () => {
  const pages = [
    { start: 0, label: 'i' },
    { start: 10, label: 'ii' },
    { start: 10, label: 'iii' },
    { start: 20, label: '1' },
  ];

  it('is the page that a position is on, and the last of those that begin together', () => {
    expect([0, 9, 10, 19, 20, 500].map((position) => pageAt(pages, position))).toEqual([0, 0, 2, 2, 3, 3]);
  });

  it('is the first where there is none before', () => {
    expect(pageAt([], 4)).toBe(0);
    expect(pageAt([{ start: 5, label: '1' }], 4)).toBe(0);
  });
});

describe('pagesInBlocks', () => {
  it('marks a page in the first block of it that is not folded away, in the middle of a block where it begins there', () => {
    const pages = [
      { start: 0, label: '1' },
      { start: at('the page.'), label: '2' },
      { start: text.lastIndexOf('Header'), label: '3' },
    ];
    expect([...pagesInBlocks(blocks, pages)]).toEqual([
      [at('One'), [{ start: at('One'), label: '1' }]],
      [at('It goes'), [{ start: at('the page.'), label: '2' }]],
      [at('Three'), [{ start: at('Three'), label: '3' }]],
    ]);
  });

  it('marks two pages that begin in one block, and none of a page without text', () => {
    const pages = [
      { start: at('It goes'), label: '1' },
      { start: at('over'), label: '2' },
      { start: at('the page.'), label: 'empty' },
      { start: at('the page.'), label: '4' },
      { start: text.length, label: 'last' },
    ];
    expect([...pagesInBlocks(blocks, pages)]).toEqual([
      [
        at('It goes'),
        [
          { start: at('It goes'), label: '1' },
          { start: at('over'), label: '2' },
          { start: at('the page.'), label: '4' },
        ],
      ],
    ]);
  });

  it('marks a page of furniture alone in that', () => {
    const pages = [
      { start: 0, label: '1' },
      { start: at('One'), label: '2' },
    ];
    expect([...pagesInBlocks(blocks, pages)].map(([start]) => start)).toEqual([0, at('One')]);
  });
});
