import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hardText } from '../../../../../support/hard-text.ts';
import { blocksOf, convertPage, refusalOf } from './convert-page.ts';

const textOf = async (page: string): Promise<string> => (await convertPage(page)).text;
const shown = async (page: string): Promise<string[]> => blocksOf(await convertPage(page));

describe('the text of a page', () => {
  it('has its white space as a browser shows it', async () => {
    expect(await textOf('<p>  one \n two<b> three</b> <i> four</i>five\t</p>\n<div>six</div>seven')).toBe(
      'one two three fourfive\n\nsix\n\nseven',
    );
    expect(await textOf('<p>a<br> b <br/>\nc</p>')).toBe('a\nb\nc');
    expect(await textOf('<p>a<br>&nbsp;<br>b<br><br><br>c')).toBe('a\n\nb\n\nc');
    expect(await textOf('<pre>\n  a\tb\r\n\r\n c  \n</pre>d')).toBe('  a\tb\n\n c  \n\nd');
    expect(await textOf('<p>first&#10;second</p>')).toBe('first second');
  });

  it('keeps every character that is no white space of HTML', async () => {
    const kept = 'a\u00a0b c\u00adc d\u200be \u202bאב\u202c e\u0301 “x” ’ 👩‍👩‍👧 \u3000x';
    expect(await textOf(`<p>${kept}`)).toBe(kept);
    expect(await textOf('<p>&nbsp;a&shy;b&zwj;c&#x202E;d&hellip;&#146;&amp;lt;')).toBe(
      '\u00a0a\u00adb\u200dc\u202ed…’&lt;',
    );
    expect(await textOf('<p>super<wbr>cali <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>')).toBe('supercali 漢(kan)');
  });

  it('has no space where the source of a text without spaces has a line break', async () => {
    expect(await textOf('<p>人人生而自由,\n在尊严\n和权利上\n  one\n二')).toBe('人人生而自由, 在尊严和权利上 one 二');
  });

  it('reads through what is written badly', async () => {
    expect(await textOf('<html><head><title>t</title><p>one<p>two<table><tr><td>three</b></p>four')).toBe(
      'one\n\ntwo\n\nthree\n\nfour',
    );
    expect(await textOf('a < b && c <3 &unknown; </nothing> <1>')).toBe('a < b && c <3 &unknown; <1>');
    expect(await textOf('one <b>two <!-- not -- closed > three')).toBe('one two');
    expect(
      await textOf(
        '<constructor>one</constructor><x-__proto__ hidden=x>two</x-__proto__><p __proto__=y constructor=z>three',
      ),
    ).toBe('one\n\nthree');
  });

  it('leaves out what is not shown, and nothing else', async () => {
    const page =
      '<title>no</title><p>1</p><script>no</script><style>no</style><template>no</template><noscript>no</noscript>' +
      '<svg><title>no</title><text>no</text></svg><p hidden>no</p><p style="color: red; DISPLAY : none !important">no</p>' +
      '<div style="display:none"><p>no</div><dialog>no</dialog><iframe>no</iframe><!-- no --><![CDATA[no]]><?no no?>' +
      '<p aria-hidden="true">2</p><details><summary>3</summary>4</details><p hidden="until-found">5</p>' +
      '<body style="display:none">6<button>7</button><select><option>8<option>9</select><textarea>10\n <b></textarea>';
    expect((await textOf(page)).split(/\s+/u)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '<b>']);
  });

  it('is not touched by anything that would run or be fetched', async () => {
    const page =
      '<meta http-equiv="refresh" content="0;url=http://evil.example/"><base href="http://evil.example/">' +
      '<link rel=stylesheet href="http://evil.example/x.css"><body onload="alert(1)"><p onclick="x()">one ' +
      '<a href="javascript:alert(1)">two</a> <img src="http://evil.example/x.png" onerror="x()" alt="no"> ' +
      '<iframe src="http://evil.example/" srcdoc="<p>no"></iframe><object data="http://evil.example/"></object>three' +
      '<script src="http://evil.example/x.js"></script><script>document.body.innerHTML = "no"</script>';
    expect(await textOf(page)).toBe('one two three');
  });
});

describe('the structure of a page', () => {
  it('has headings in three levels', async () => {
    expect(await shown('<h1>a<br>b</h1><h2><div>c</div></h2><h3>d</h3><h6>e</h6>f')).toEqual([
      'heading1: a\nb',
      'heading2: c',
      'heading3: d',
      'heading3: e',
      'paragraph: f',
    ]);
  });

  it('has items of lists without bullets or numbers that the text has not', async () => {
    expect(await shown('<ol><li>a<ul><li>b</ul>c<li><p>d</p><p>e</p></ol><dl><dt>f<dd>g</dl>')).toEqual([
      'list-item: a',
      'list-item: b',
      'paragraph: c',
      'list-item: d',
      'paragraph: e',
      'paragraph: f',
      'list-item: g',
    ]);
  });

  it('has tables of data by rows, and the parts of a page that a table puts beside each other as they are', async () => {
    const data =
      '<table><caption>T</caption><thead><tr><th>A<th>B</thead><tr><td>1<br>2<td>3<tr><td><td><p>4</p><p>5</p></table>';
    expect(await shown(data)).toEqual(['paragraph: T', 'table-row: A\tB', 'table-row: 1 2\t3', 'table-row: 4 5']);
    expect((await convertPage(data)).text).toContain('\n\n\t4 5');
    const layout = `<table><tr><td><h2>a</h2><p>b</p></td><td>c<table><tr><td>d<td>e<tr><td>f<td>g</table></td></tr></table>`;
    expect(await shown(layout)).toEqual([
      'heading2: a',
      'paragraph: b',
      'paragraph: c',
      'table-row: d\te',
      'table-row: f\tg',
    ]);
  });

  it('keeps what stands in no cell of a row between the cells that it stands between', async () => {
    expect(await textOf('<table><tr><td>a<td>b</td><p>c<th>d</table>')).toBe('a\tb\n\nc\n\nd');
  });

  it('has quotations, captions and addresses apart', async () => {
    expect(
      await shown('a<blockquote>b<p>c</blockquote><figure><img><figcaption>d</figcaption></figure><address>e'),
    ).toEqual(['paragraph: a', 'paragraph: b', 'paragraph: c', 'paragraph: d', 'paragraph: e']);
  });
});

describe('the encoding of a page', () => {
  const cyrillic = (text: string): Uint8Array =>
    Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
  const words = 'Суд приговорил его к семи годам колонии за участие в мирных протестах';

  it('is the one that the page gives itself', async () => {
    for (const head of [
      '<meta charset=windows-1251>',
      '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=cp1251">',
      '<!-- <meta charset=utf-8> --><meta name=x><meta charset=" Windows-1251 ">',
      '<?xml version="1.0" encoding="windows-1251"?>',
    ]) {
      const page = await convertPage(cyrillic(`${head}<p>${words}`));
      expect(page).toMatchObject({ text: words, encoding: { name: 'windows-1251', basis: 'stated' }, remarks: [] });
    }
  });

  it('is found out where the page gives none, or one that nobody knows', async () => {
    for (const head of ['', '<meta charset=klingon>']) {
      const page = await convertPage(cyrillic(`${head}<p>${words}`));
      expect(page).toMatchObject({ text: words, encoding: { name: 'windows-1251', basis: 'inferred' } });
    }
    const marked = new Uint8Array(Buffer.from(`\ufeff<meta charset=windows-1251><p>${words}`, 'utf16le'));
    expect(await convertPage(marked)).toMatchObject({ text: words, encoding: { name: 'utf-16le', basis: 'stated' } });
  });

  it('is that of the bytes where the page is wrong about it, and a remark says so', async () => {
    const wrong = await convertPage(`<meta charset=windows-1251><p>${words}`);
    expect(wrong).toMatchObject({ text: words, encoding: { name: 'utf-8', basis: 'inferred' } });
    expect(wrong.remarks.map(({ values }) => values)).toEqual([{ stated: 'windows-1251', encoding: 'utf-8' }]);
    const other = await convertPage(cyrillic(`<meta charset=utf-8><p>${words}`));
    expect(other).toMatchObject({ text: words, encoding: { name: 'windows-1251', basis: 'inferred' } });
    expect(other.remarks).toHaveLength(1);
  });

  it('is whatever its user chooses', async () => {
    const page = await convertPage(cyrillic(`<meta charset=utf-8><p>${words}`), { encoding: 'windows-1251' });
    expect(page).toMatchObject({ text: words, encoding: { name: 'windows-1251', basis: 'stated' }, remarks: [] });
    expect(await refusalOf('<p>x', { encoding: 'klingon' })).toMatch(/no encoding called “klingon”/u);
  });

  it('of a page that was damaged leaves a remark', async () => {
    const damaged = Buffer.concat([Buffer.from(`<meta charset=utf-8><p>${words.repeat(5)} `), Buffer.from([0xd0])]);
    expect((await convertPage(damaged)).remarks.map(({ values }) => values)).toEqual([{ count: 1 }]);
  });
});

describe('a page saved in one file (MHTML)', () => {
  const saved = (headers: string, page: string): string =>
    'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\t' +
    `boundary="--b--x"\r\n\r\n----b--x\r\n${headers}\r\n\r\n${page}\r\n----b--x\r\nContent-Type: text/html\r\n\r\n` +
    '<p>A frame</p>\r\n----b--x\r\nContent-Type: text/css\r\n\r\np {}\r\n----b--x--\r\n';

  it('is read without its frames', async () => {
    const quoted = saved(
      'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable',
      '<meta charset=3D"utf-8"><title>t</title><p>=D0=9C=D1=96=D0=\r\n=BD=D1=81=D0=BA =3D 1',
    );
    expect(await convertPage(quoted)).toMatchObject({ text: 'Мінск = 1', format: 'html' });
    const base64 = saved(
      'Content-Type: text/html; charset="windows-1251"\r\nContent-Transfer-Encoding: base64',
      Buffer.from([...Buffer.from('<p>'), 0xcc, 0xb3, 0xed, 0xf1, 0xea]).toString('base64'),
    );
    expect(await convertPage(base64)).toMatchObject({ text: 'Мінск', encoding: { name: 'windows-1251' } });
  });

  it('is read as far as it goes where it was cut off, and refused where no page is in it', async () => {
    const cut = saved('Content-Type: text/html', '<p>one').split(
      '\r\n----b--x\r\nContent-Type: text/html\r\n\r\n<p>A',
    )[0];
    expect(await convertPage(cut ?? '')).toMatchObject({ text: 'one' });
    expect(await refusalOf('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a--')).toMatch(
      /no web page in the file/u,
    );
  });
});

describe('what is no page', () => {
  it('is refused with one sentence', async () => {
    expect(await refusalOf('<html><script>app()</script><div id=root></div>')).toMatch(/^The page has no text/u);
    expect(await refusalOf('')).toMatch(/^The page has no text/u);
    expect(await refusalOf(Uint8Array.from({ length: 5_000 }, (_, at) => (at * 167) % 256))).toMatch(/is no text/u);
  });

  it('is refused soon where it would take too much', async () => {
    const tooMuch = /more elements, or more of them in one another/u;
    expect(await refusalOf('<b>x'.repeat(1_000_000))).toMatch(tooMuch);
    expect(await refusalOf('<p>a'.repeat(600_000))).toMatch(tooMuch);
    expect(await refusalOf(`<p>${'words '.repeat(3_000_000)}`)).toMatch(/too long to be read/u);
    expect(await refusalOf(new Uint8Array(101 * 1024 * 1024))).toMatch(/too large/u);
  });

  it('is still read where it only looks like too much', async () => {
    expect(await textOf(`<img src="data:image/png;base64,${'A'.repeat(5_000_000)}">one`)).toBe('one');
    expect(await textOf(`one${'<br>'.repeat(300_000)}two`)).toBe('one\n\ntwo');
    expect(await textOf(`${'<b>'.repeat(900)}one${'</i>'.repeat(100_000)}`)).toBe('one');
    expect((await textOf('<'.repeat(200_000))).length).toBe(200_000);
  });
});

describe('any page', () => {
  const written = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const word = hardText.map((text) => text.replaceAll('\u0000', ''));
  const seen = fc.constantFrom(
    ...[
      'p',
      'div',
      'span',
      'b',
      'a href=x',
      'h1',
      'h4',
      'ul',
      'li',
      'dl',
      'dd',
      'table',
      'tr',
      'td',
      'th',
      'section',
      'pre',
    ],
    ...[
      'nav',
      'aside',
      'footer class=footer',
      'form',
      'blockquote',
      'article',
      'x-own',
      'details',
      'caption',
      'button',
    ],
  );
  const unseen = fc.constantFrom(
    'script',
    'style',
    'template',
    'noscript',
    'svg',
    'p hidden',
    'div style="display:none"',
  );
  const tidy = (text: string): string => text.replace(/\s+/gu, '');
  /** A piece of a page, and the words of it that are shown. */
  const { piece } = fc.letrec<{ piece: { html: string; words: string } }>((tie) => ({
    piece: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'page' },
      word.map((text) => ({ html: written(text), words: text })),
      fc.constantFrom('<br>', '<hr>', '<!-- x -->', '<wbr>', '<img>').map((html) => ({ html, words: '' })),
      fc.tuple(unseen, word).map(([tag, text]) => ({
        html: `<${tag}>${text.replaceAll('<', '').replaceAll('&', '')}</${tag.split(' ')[0]}>`,
        words: '',
      })),
      fc
        .tuple(seen, fc.array(tie('piece'), { maxLength: 4, depthIdentifier: 'page' }), fc.boolean())
        .map(([tag, pieces, isClosed]) => ({
          html: `<${tag}>${pieces.map(({ html }) => html).join('')}${isClosed ? `</${tag.split(' ')[0]}>` : ''}`,
          words: pieces.map(({ words }) => words).join(''),
        })),
    ),
  }));

  it('keeps all of its words in their order, whatever the article is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        const words = tidy(pieces.map((one) => one.words).join(''));
        fc.pre(words !== '');
        const long =
          '<p>The authorities, it said, continued to detain people for taking part in assemblies.</p>'.repeat(8);
        const html = `<!doctype html><meta charset=utf-8>${pieces.map((one) => one.html).join('')}`;
        expect(tidy(await textOf(html))).toBe(words);
        const withArticle = await convertPage(`${html}<article>${long}</article>`);
        expect(tidy(withArticle.text)).toBe(words + tidy(long.replace(/<[^>]*>/gu, '')));
        expect(
          tidy(
            blocksOf(withArticle)
              .map((block) => block.replace(/^[\w-]+: /u, ''))
              .join(''),
          ),
        ).toBe(tidy(withArticle.text));
      }),
      { numRuns: 150 },
    );
  });

  it('comes to text with hints that fit its lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        fc.pre(tidy(pieces.map((one) => one.words).join('')) !== '');
        const { text, structure } = await convertPage(`<meta charset=utf-8>${pieces.map((one) => one.html).join('')}`);
        const lines = text.split('\n');
        let last = 0;
        for (const {
          lines: [from, to],
        } of structure) {
          expect(from).toBeGreaterThan(last);
          expect(lines.slice(from - 1, to).some((line) => line.trim() !== '')).toBe(true);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(lines.length);
        expect(text).not.toMatch(/\r|^\n|\n$/u);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('is read or refused, whatever its bytes are', async () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...'< > </ <! <!-- --> <p <td> </table> <svg> &# &#x; " = / <title> <pre> <script <meta '.split(' '),
          ),
          fc.string({ maxLength: 5 }),
        ),
      )
      .map((pieces) => Buffer.from(pieces.join('')));
    await fc.assert(
      fc.asyncProperty(fc.oneof(soup, fc.uint8Array({ maxLength: 400 })), async (bytes) => {
        expect(await refusalOf(bytes)).toMatch(/^$|^The (?:page|file|text)|^There is no text in the file/u);
      }),
      { numRuns: 200 },
    );
  });
});
