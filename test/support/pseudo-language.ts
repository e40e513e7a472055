import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, type Page } from '@playwright/test';
import { builtFolder } from './runtime.ts';

/** A message as the build has it: words, and for what is put in a list of the name, how, and the words for each case. */
type Compiled = string | number | (string | [string, string?, Record<string, Compiled>?])[];

/** What stands in every word that comes from the catalogue, and in no other. */
export const pseudoLetter = 'ü';

const ending = `${pseudoLetter}ndungsverfahrensschritte`;

/** How much longer a word becomes: what is usual from English to German. */
const growth = 0.4;

/** The words as a language with long, unbroken words might have them: two and two in one, and each longer by 40 %. */
function lengthen(words: string): string {
  return words
    .replace(/(\p{L}{4,}) (\p{Ll}{4,})/gu, '$1$2')
    .replace(/\p{L}{3,}/gu, (word) => word + ending.slice(0, Math.ceil(word.length * growth)));
}

function lengthenMessage(message: Compiled): Compiled {
  if (typeof message === 'number') return message;
  if (typeof message === 'string') return lengthen(message);
  return message.map((part) => {
    if (typeof part === 'string') return lengthen(part);
    const [name, how, cases] = part;
    if (how === undefined || cases === undefined) return part;
    const longer = Object.entries(cases).map(([form, words]) => [form, lengthenMessage(words)] as const);
    return [name, how, Object.fromEntries(longer)];
  });
}

/** The built English catalogue with every text lengthened, as a script like it. */
async function writePseudoCatalogue(): Promise<string> {
  const assets = join(builtFolder(process.env), 'renderer/assets');
  const name = (await readdir(assets)).find((file) => /^en-.+\.js$/u.test(file));
  const script = await readFile(join(assets, name ?? 'en.js'), 'utf8');
  const literal = /JSON\.parse\((".*"|`.*`)\)/su.exec(script)?.[1];
  if (literal === undefined) throw new Error(`${name} does not hold a catalogue as JSON any more`);
  // The build writes the catalogue as JSON in a string, of any quotes.
  const messages = JSON.parse(String(runInNewContext(literal))) as Record<string, Compiled>;
  const longer = Object.entries(messages).map(([id, message]) => [id, lengthenMessage(message)]);
  return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(longer)))});`;
}

/** Has the page get the pseudo-language from now on where it asks for Ukrainian; Ukrainian must not have been shown yet. */
export async function replaceUkrainian(page: Page): Promise<void> {
  const body = await writePseudoCatalogue();
  await page.route(/\/assets\/uk-[^/]+\.js$/u, (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

/** Has the interface speak `language`, as when it is chosen in another window: without a click, whatever is open. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((chosen) => {
    localStorage.setItem('attest.language', JSON.stringify(chosen));
    dispatchEvent(new StorageEvent('storage', { key: 'attest.language' }));
  }, language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
