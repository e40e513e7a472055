import { describe, expect, it } from 'vitest';
import { blocksOf, convertPage } from './convert-page.ts';

const sentence =
  'The authorities continued to detain people for taking part in peaceful assemblies, the organisation said, and courts ' +
  'sentenced them in trials that lasted minutes, often without lawyers, and without witnesses.';

const page = (article: string): string => `<!doctype html><html lang="en"><body class="page">
  <a class="skip" href="#main">Skip to main content</a>
  <header class="site-header"><div class="logo"><a href="/">The Monitor</a></div>
    <nav><ul><li><a href="/1">Countries</a><li><a href="/2">Topics</a></ul></nav></header>
  <div class="cookie-banner">We use cookies. <button>Accept</button></div>
  <main><article>${article}</article>
    <aside><h3>Most read</h3><ol><li><a href="/3">Story one</a><li><a href="/4">Story two</a></ol></aside></main>
  <footer><p>© 2021 The Monitor</p><a href="/5">Privacy</a></footer></body></html>`;

const around = ['Skip to main content', 'The Monitor', 'Countries', 'Topics', 'We use cookies.', 'Accept'];
const after = ['Most read', 'Story one', 'Story two', '© 2021 The Monitor', 'Privacy'];

const furnitureOf = (blocks: readonly string[]): string[] =>
  blocks.filter((block) => block.startsWith('furniture: ')).map((block) => block.replace('furniture: ', ''));

describe('the article of a page', () => {
  it('is its text, and all around it is kept as furniture', async () => {
    const blocks = blocksOf(
      await convertPage(
        page(`<div class="article-header"><h1>A crackdown</h1><p class="byline">By Jane Doe</p>
          <time datetime="2021-01-13">January 13, 2021</time></div>
          <div class="share"><a href="/f">Facebook</a> <a href="/t">Twitter</a></div>
          <div class="article-body"><p>${sentence}</p><h2>Torture</h2><p>${sentence}</p>
          <blockquote>“They beat us,” a detainee said.</blockquote>
          <div class="related-box"><h4>Read also</h4><ul><li><a href="/a">Another story</a></ul></div><p>${sentence}</p>
          <table><tr><th>Month<th>Number<tr><td>August<td>6,700</table><p>${sentence}</p>
          <figure><figcaption>Police in Minsk</figcaption></figure>
          <h3>Signatories</h3><ul><li><a href="/v">Viasna</a><li><a href="/h">Helsinki Foundation</a></ul></div>`),
      ),
    );
    expect(blocks.filter((block) => !block.startsWith('furniture'))).toEqual([
      'heading1: A crackdown',
      'paragraph: By Jane Doe',
      'paragraph: January 13, 2021',
      `paragraph: ${sentence}`,
      'heading2: Torture',
      `paragraph: ${sentence}`,
      'paragraph: “They beat us,” a detainee said.',
      `paragraph: ${sentence}`,
      'table-row: Month\tNumber',
      'table-row: August\t6,700',
      `paragraph: ${sentence}`,
      'paragraph: Police in Minsk',
      'heading3: Signatories',
      'list-item: Viasna',
      'list-item: Helsinki Foundation',
    ]);
    expect(furnitureOf(blocks)).toEqual([...around, 'Facebook Twitter', 'Read also', 'Another story', ...after]);
  });

  it('has its headline where that stands above it', async () => {
    const html = page('').replace(
      '<main><article></article>',
      `<div class="top"><h1>A crackdown</h1><p>Minsk, 13 January</p></div><div class="text">${`<p>${sentence}</p>`.repeat(6)}</div><main>`,
    );
    const blocks = blocksOf(await convertPage(html));
    expect(blocks.filter((block) => !block.startsWith('furniture')).slice(0, 3)).toEqual([
      'heading1: A crackdown',
      'paragraph: Minsk, 13 January',
      `paragraph: ${sentence}`,
    ]);
    expect(furnitureOf(blocks)).toContain('Countries');
    expect(furnitureOf(blocks)).toContain('© 2021 The Monitor');
  });

  it('is one piece of furniture for its reader wherever furniture stands together', async () => {
    const { structure, text } = await convertPage(page(`<p>${sentence}</p>`.repeat(6)));
    const furniture = structure.filter(({ kind }) => kind === 'furniture');
    expect(furniture).toHaveLength(2);
    expect(furniture[0]?.lines[0]).toBe(1);
    expect(furniture[1]?.lines[1]).toBe(text.split('\n').length);
  });

  it('is all of a page that has none', async () => {
    const blocks = blocksOf(await convertPage('<nav><a href="/">Home</a></nav><h1>Notice</h1><p>Closed today.</p>'));
    expect(blocks).toEqual(['paragraph: Home', 'heading1: Notice', 'paragraph: Closed today.']);
  });

  it('is found in old pages that are made of tables and line breaks', async () => {
    const old = `<body bgcolor=white><table><tr><td><font size=1>© 2003</font></td></tr></table><h1>Заява</h1>${`${sentence}<br><br>\n`.repeat(9)}<hr>`;
    const blocks = blocksOf(await convertPage(old));
    expect(blocks.filter((block) => block === `paragraph: ${sentence}`)).toHaveLength(9);
    expect(blocks).toContain('heading1: Заява');
  });

  it('is not looked for in a page that is too large for it, which is read all the same', async () => {
    const cells = '<tr><td>one</td><td>two</td></tr>'.repeat(40_000);
    const { text, structure } = await convertPage(`<nav>Home</nav><table>${cells}</table>`);
    expect(text.split('\n\n')).toHaveLength(40_001);
    expect(structure.map(({ kind }) => kind)).toEqual(['table-row']);
  });
});
