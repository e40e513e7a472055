import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { encodeLegacy } from '../electron/services/library/convert/encode-legacy.ts';
import { test } from '../support/app-fixture.ts';
import { cards, highlight, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

const panel = (page: Page): Locator => page.getByTestId('adding-panel');
const lines = (page: Page): Locator => page.getByTestId('added-line');
const line = (page: Page, name: string): Locator => lines(page).filter({ hasText: name });
const message = (page: Page): Locator => page.getByRole('region', { name: 'Messages' });
const library = (page: Page): Locator => page.getByRole('navigation', { name: 'Library' });

const utf8 = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

const photo = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from('\u0089PNG\r\n\u001a\n nothing', 'latin1'),
};

/** What a letter says, in so many paragraphs that it can be told from others. */
const letter = (title: string): string =>
  `# ${title}\n\nWe were held for three days without food.\n\nThey asked for the passphrases of our telephones.\n`;

async function openMenu(page: Page): Promise<void> {
  await library(page).getByRole('button', { name: 'Add statements' }).click();
  await expect(page.getByRole('menuitem', { name: 'Paste text…' })).toBeVisible();
}

/** Lets go of files of this computer over the middle of the window. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  await client.send('Input.dispatchDragEvent', { type: 'dragEnter', x: 700, y: 400, data });
  // Who holds files over a window moves them, however little.
  await expect(async () => {
    await client.send('Input.dispatchDragEvent', { type: 'dragOver', x: 700, y: 400, data });
    await expect(page.getByTestId('drop-veil')).toBeVisible({ timeout: 500 });
  }).toPass();
  await client.send('Input.dispatchDragEvent', { type: 'drop', x: 700, y: 400, data });
  await expect(page.getByTestId('drop-veil')).toHaveCount(0);
}

/** Pastes words where the focus is. */
async function paste(page: Page, text: string, html: string): Promise<void> {
  await page.evaluate(
    ([words, looks]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      if (looks !== '') clipboardData.setData('text/html', looks);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [text, html] as const,
  );
}

test.beforeEach(({ runtime }) => {
  test.skip(runtime !== 'browser', 'on the desktop a dialog of the system asks for the files');
});

test('files are chosen: each is said to be added or refused, with why; what was added opens, and can be undone', async ({
  page,
  app,
}) => {
  const choosing = page.waitForEvent('filechooser');
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Choose files…' }).click();
  const disguised = Buffer.from(zipSync({ 'a.txt': strToU8('not a document') }));
  await (await choosing).setFiles([
    utf8('ліст “1”.md', letter('A letter from Жодзіна')),
    { name: 'lodz.txt', mimeType: 'text/plain', buffer: Buffer.from(encodeLegacy('Łódź, 4 maja. Żółw', 'iso-8859-2')) },
    utf8('empty.txt', ''),
    photo,
    { name: 'letter.docx', mimeType: 'application/octet-stream', buffer: disguised },
  ]);
  await expect(message(page)).toContainText('2 statements added, 3 refused.', { timeout: 30_000 });
  await message(page).getByRole('button', { name: 'Show the report' }).click();
  await expect(panel(page).getByRole('heading', { name: 'What was added' })).toBeFocused();
  await expect(panel(page).getByTestId('adding-counts')).toHaveText('2 statements added3 refused');
  await expect(lines(page)).toHaveCount(5);

  await panel(page).getByRole('radio', { name: 'Refused' }).click();
  await expect(lines(page)).toHaveCount(3);
  await expect(line(page, 'empty.txt')).toContainText('The file is empty');
  await expect(line(page, 'photo.png')).toContainText('picture');
  await expect(line(page, 'letter.docx')).toContainText(/ZIP|archive/u);
  await expect(line(page, 'photo.png').getByRole('button')).toHaveCount(0);
  await panel(page).getByRole('radio', { name: 'With remarks' }).click();
  await expect(panel(page)).toContainText('There is no such line in the report.');
  await panel(page).getByRole('radio', { name: 'All' }).click();
  await expect(lines(page)).toHaveCount(5);

  // The encoding was found out, and wrongly: the first words show it, and another one puts it right.
  await line(page, 'lodz.txt').getByRole('button', { name: 'Read as Western European (windows-1252)' }).click();
  const words = line(page, 'lodz.txt').getByTestId('first-words');
  await expect(words).toContainText('£ódŸ, 4 maja'.slice(0, 3));
  await line(page, 'lodz.txt').getByRole('combobox', { name: 'Encoding' }).selectOption('iso-8859-2');
  await expect(words).toHaveText('Łódź, 4 maja. Żółw');
  await expect(
    line(page, 'lodz.txt').getByRole('button', { name: 'Read as Central European (iso-8859-2)' }),
  ).toBeVisible();

  const saved = await app.saveExport(() => panel(page).getByRole('button', { name: 'Save the report…' }).click());
  expect(saved.content.toString('utf8')).toContain('photo.png');

  await line(page, 'ліст “1”.md').getByRole('button', { name: 'ліст “1”.md' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A letter from Жодзіна');
  await page.goBack();
  await expect(lines(page)).toHaveCount(5);
  await panel(page).getByRole('button', { name: 'Close the report' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add statements' }).and(page.locator(':focus'))).toBeVisible();

  // The same again is there already; a single file is told of by its name.
  await page.getByTestId('add-files').setInputFiles([utf8('again.md', letter('A letter from Жодзіна'))]);
  await expect(message(page)).toContainText('This file is in the library already: “A letter from Жодзіна”.');
  await page.getByTestId('add-files').setInputFiles([photo]);
  await expect(message(page)).toContainText('photo.png:');
  await page.getByTestId('add-files').setInputFiles([utf8('new.txt', 'Passphrases\n\nThey asked for them.\n')]);
  await expect(message(page)).toContainText('was added.');
  await expect(library(page).getByText('8 statements')).toBeVisible();
  await message(page).getByRole('button', { name: 'Undo' }).click();
  await expect(library(page).getByText('7 statements')).toBeVisible();
});

test('a folder that is dropped is added with all its folders; work that is dropped is sent to the exchange', async ({
  page,
  scratchFolder,
}) => {
  const folder = join(scratchFolder, 'архіў 👀');
  await mkdir(join(folder, '2020'), { recursive: true });
  await mkdir(join(folder, '.hidden'));
  await writeFile(join(folder, '.hidden', 'x.txt'), letter('Hidden'));
  await writeFile(join(folder, '2020', 'first.txt'), 'First: we were held.\n');
  await writeFile(join(folder, 'second.html'), '<h1>Second</h1><p>They asked for the passphrases.</p>');
  await symlink(folder, join(folder, 'itself'));
  await drop(page, [folder]);
  await expect(message(page)).toContainText('2 statements added', { timeout: 30_000 });
  await message(page).getByRole('button', { name: 'Show the report' }).click();
  await expect(line(page, 'архіў 👀/2020/first.txt')).toHaveAttribute('data-outcome', 'added');
  await expect(line(page, 'архіў 👀/second.html')).toHaveAttribute('data-outcome', 'added');
  await expect(panel(page)).not.toContainText('.hidden');

  const work = join(scratchFolder, 'ales.attest');
  await writeFile(work, 'anything');
  await drop(page, [work]);
  await expect(message(page)).toContainText('ales.attest holds work and no statement.');
  await message(page).getByRole('button', { name: 'Show the exchange' }).click();
  await expect(page.getByRole('heading', { name: 'Import work' })).toBeVisible();
});

test('what was added in several steps is taken back whole, from the report, and comes back', async ({ page }) => {
  const many = Array.from({ length: 230 }, (_, at) => utf8(`${at}.txt`, `Number ${at}.\n\nWe were held, they said.\n`));
  await page.getByTestId('add-files').setInputFiles(many);
  await expect(message(page)).toContainText('230 statements added.', { timeout: 40_000 });
  await expect(message(page).getByRole('button', { name: 'Undo' })).toBeVisible();
  // Where the report is in sight, the message has nothing more to say; what it offered is offered there.
  await page.getByRole('tab', { name: 'Catalogue', exact: true }).click();
  await expect(panel(page).getByTestId('adding-counts')).toHaveText('230 statements added');
  await expect(message(page)).toHaveText('');
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect(library(page).getByText('5 statements')).toBeVisible({ timeout: 20_000 });
  await expect(panel(page).getByRole('heading', { name: 'What was added' })).toBeFocused();
  await expect(panel(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(library(page).getByText('235 statements')).toBeVisible({ timeout: 20_000 });
});

test('the encoding is tried out beside the text, from one to the next, and the history says so', async ({ page }) => {
  const text = 'Заявление правозащитников\n\nЗадержанных держали трое суток без еды и воды.\n';
  const buffer = Buffer.from(encodeLegacy(text, 'windows-1251'));
  await page.getByTestId('add-files').setInputFiles([{ name: 'text.txt', mimeType: 'text/plain', buffer }]);
  await message(page).getByRole('button', { name: 'Open it' }).click({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Where this comes from' }).click();
  await page.getByRole('button', { name: 'Read as Cyrillic (windows-1251)' }).click();
  const choice = page.getByRole('combobox', { name: 'Encoding' });
  await choice.selectOption('koi8-r');
  await expect(page.locator('.statement')).not.toContainText('Задержанных');
  await expect(page.getByTestId('first-words')).not.toContainText('Задержанных');
  await expect(choice).toBeFocused();
  await choice.selectOption('windows-1251');
  await expect(page.locator('.statement')).toContainText('Задержанных');
  await expect(page.getByTestId('first-words')).toContainText('Задержанных');
  await expect(choice).toBeFocused();
  await page.getByRole('tab', { name: 'History', exact: true }).click();
  await expect(page.getByText(/^Read the file of .+ in another encoding$/u)).toHaveCount(2);
});

test('in a small window the report has room for its lines', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await page.getByTestId('add-files').setInputFiles([utf8('empty.txt', ''), photo]);
  await message(page).getByRole('button', { name: 'Show the report' }).click({ timeout: 30_000 });
  await expect(lines(page)).toHaveCount(2);
  await expect(line(page, 'photo.png')).toBeInViewport({ ratio: 0.9 });
  // The table is below it.
  await page.getByTestId('catalogue-row').nth(2).scrollIntoViewIfNeeded();
  await expect(page.getByTestId('catalogue-row').nth(2)).toBeInViewport({ ratio: 0.9 });
});

test('words that are pasted are looked at, named and added; in a field they are only pasted', async ({ page }) => {
  await openStatement(page, titles.briefing);
  const looks = '<h2>Заява</h2><p>Нас трымалі тры дні.</p><script>document.title = "run"</script>';
  await paste(page, 'Заява\n\nНас трымалі тры дні.', looks);
  const dialog = page.getByRole('dialog', { name: 'Add a text' });
  await expect(dialog.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue(/Нас трымалі/u);
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toBeFocused();
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toHaveValue('Заява');
  await expect(dialog.getByRole('switch', { name: 'Keep headings, lists and tables' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(message(page)).toContainText('“Заява” was added.', { timeout: 30_000 });
  await message(page).getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Заява');
  await expect(page.locator('.statement')).toContainText('Нас трымалі тры дні.');
  await expect(page).not.toHaveTitle('run');

  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Paste text…' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Add it' })).toBeDisabled();
  await page.keyboard.type('They came at six. "Open", they said.');
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toHaveValue('They came at six. Open , they said.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('searchbox', { name: 'Search all statements' }).focus();
  await paste(page, 'torture', '');
  await expect(dialog).toHaveCount(0);
});

test('what is being added is told of, and can be cancelled; what was added by then stays', async ({ page }) => {
  const many = Array.from({ length: 400 }, (_, at) =>
    utf8(`${at}.txt`, `Number ${at}.\n\n${'We were held. They asked. '.repeat(400)}\n`),
  );
  // However quick the computer is, the last file comes after it was cancelled.
  let sendRest: () => void = () => undefined;
  const whenCancelled = new Promise<void>((resolve) => {
    sendRest = resolve;
  });
  await page.route('**/call/sendFile', async (route) => {
    if (route.request().postDataJSON().name === '399.txt') await whenCancelled;
    await route.continue();
  });
  await page.getByTestId('add-files').setInputFiles(many);
  await expect(page.getByTestId('announcer')).toContainText(' of 400');
  await page
    .getByTestId('adding-status')
    .getByRole('button', { name: / of 400/u })
    .click();
  await expect(panel(page)).toHaveAttribute('data-state', 'running');
  // The first files wait until what reads them has been loaded.
  await expect(panel(page).getByTestId('adding-counts')).toContainText('added', { timeout: 20_000 });
  await openMenu(page);
  await expect(page.getByRole('menuitem', { name: 'Choose files…' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await page.getByTestId('cancel-adding').click();
  await expect(panel(page)).toHaveAttribute('data-state', 'cancelled');
  sendRest();
  await expect(panel(page).getByRole('heading', { name: 'What was added before you cancelled it' })).toBeVisible();
  await expect(page.getByTestId('adding-status')).toHaveCount(0);
  await expect(lines(page).first()).toHaveAttribute('data-outcome', 'added');
});

test('a newer version takes the highlights with it, and says which ask to be looked at', async ({ page }) => {
  const kept = 'We were brought there at night and held for three days without food, water or a word to our families.';
  const changed = 'Before they let us go they asked for the passphrases of our telephones, one after the other.';
  const between = 'Nobody told us what we were accused of, and nobody wrote down what we said about it.';
  const first = `Report\n\n${kept}\n\n${between}\n\n${changed}\n`;
  await page.getByTestId('add-files').setInputFiles([utf8('report.txt', first)]);
  await message(page).getByRole('button', { name: 'Open it' }).click();
  await expect(page.locator('.statement')).toContainText('three days');
  await highlight(page, 'held for three days without food', '1');
  await highlight(page, 'passphrases of our telephones', '2');
  await page.getByRole('button', { name: 'File and versions' }).click();
  await page.getByRole('menuitem', { name: 'Add a newer version…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New version' });
  await expect(dialog).toBeVisible();
  const next = `Report\n\n${kept}\n\n${between}\n\nThen they let us go.\n`;
  await page.getByTestId('version-file').setInputFiles([utf8('report-2.txt', next)]);
  await expect(dialog).toHaveCount(0);
  await expect(message(page)).toContainText('1 highlight was carried over, 1 needs review');
  await expect(page.getByTestId('review-card')).toHaveCount(1);
  await expect(cards(page)).toHaveCount(1);
  await waitUntilSaved(page);
});
