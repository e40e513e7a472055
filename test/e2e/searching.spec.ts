import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { speak } from '../support/pseudo-language.ts';
import { cards, dragOver, openStatement, paintedWords, titles, waitUntilSaved } from '../support/reader-page.ts';

const box = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search all statements' });
const hits = (page: Page): Locator => page.getByTestId('search-hit');
const spellings = (page: Page): Locator => page.getByRole('switch', { name: 'Other spellings of names' });
const findField = (page: Page): Locator => page.getByRole('textbox', { name: 'Find in this statement' });
const findCount = (page: Page): Locator => page.getByTestId('find-count');

async function addNote(page: Page, words: string, note: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press('1');
  await page.keyboard.press('n');
  await page.keyboard.type(note);
  await page.keyboard.press('Control+Enter');
  await expect(cards(page).filter({ hasText: note })).toBeVisible();
  await page.keyboard.press('Escape');
}

test.beforeEach(async ({ page }) => {
  await expect(box(page)).toBeVisible();
});

test('another spelling of a name is found, says how it is spelt, and stays away when switched off', async ({
  page,
}) => {
  await box(page).fill('Tikhanovskaya');
  const variant = hits(page).filter({ hasText: 'spelt Tsikhanouskaya here' });
  await expect(variant.first()).toBeVisible();
  await expect(variant.first().locator('mark')).toHaveText('Tsikhanouskaya');
  await expect(variant.first().locator('mark')).toHaveAttribute('data-tier', 'variant');
  await expect(hits(page).first()).toContainText('Tikhanovskaya');
  await expect(hits(page).first()).not.toContainText('spelt');
  await spellings(page).click();
  await expect(variant).toHaveCount(0);
  await expect(hits(page)).not.toHaveCount(0);
  await page.reload();
  await expect(spellings(page)).not.toBeChecked();
});

test('another form of a word says which word it stands for', async ({ page }) => {
  await box(page).fill('torturing');
  await expect(hits(page).first()).toContainText(/torture, for torturing/iu);
});

test('a slip of the fingers is not mixed in but offered', async ({ page }) => {
  await box(page).fill('detenton');
  await expect(hits(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'detention', exact: true }).click();
  await expect(box(page)).toHaveValue('detention');
  await expect(hits(page).first()).toBeVisible();
});

test('notes and tags are found beside statements, and open what they are', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await addNote(page, 'inhuman and degrading prison conditions', 'Compare the torture passage in Gilmore.');
  await openStatement(page, titles.vienna);
  await box(page).fill('torture');
  await expect(page.getByRole('button', { name: '1 note', exact: true })).toBeVisible();
  await page.getByRole('region', { name: 'In your notes' }).getByTestId('note-hit').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.briefing);
  await expect(cards(page).filter({ hasText: 'Gilmore' })).toHaveAttribute('data-active', 'true');
  await page.getByRole('region', { name: 'Tags' }).getByTestId('tag-hit').click();
  await expect(page.getByRole('tab', { name: 'Excerpts' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('checkbox', { name: 'torture', exact: true })).toBeChecked();
});

test('a query with conditions says what it was taken for, and what was odd in it', async ({ page }) => {
  await box(page).fill('torture in:notes');
  await expect(page.getByTestId('understood')).toContainText('in notes');
  await expect(page.getByText('Nothing fits this search.')).toBeVisible();
  await box(page).fill('torture "human rights');
  await expect(page.getByTestId('understood')).toBeVisible();
  await box(page).fill('tag:nowhere');
  await expect(page.getByTestId('remark')).toContainText('nowhere');
  await box(page).fill('torture');
  await expect(hits(page).first()).toBeVisible();
  await expect(page.getByTestId('understood')).toHaveCount(0);
});

test('a sheet shows what a search may hold, and an example goes into the field', async ({ page }) => {
  await openStatement(page, titles.briefing);
  const sheet = page.getByRole('dialog', { name: 'How to search' });
  await page.getByRole('button', { name: 'How to search' }).click();
  await sheet.getByRole('button', { name: '"human rights"' }).click();
  await expect(sheet).toBeHidden();
  await expect(box(page)).toHaveValue('"human rights"');
  await expect(box(page)).toBeFocused();
  await expect(hits(page).first()).toContainText(/human rights/iu);
});

test('a saved search survives a restart, runs as it was, and its removal is undone', async ({ page, app }) => {
  await box(page).fill('Tikhanovskaya');
  await spellings(page).click();
  await page.getByRole('button', { name: 'Save this search…' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue('Tikhanovskaya');
  await name.fill('The president elect');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Saved as “The president elect”' })).toBeVisible();
  await waitUntilSaved(page);
  const again = await app.restart();
  await expect(again.getByTestId('saved-search')).toBeVisible();
  if (!(await spellings(again).isChecked())) await spellings(again).click();
  await box(again).focus();
  await again.keyboard.press('ArrowDown');
  await again.keyboard.press('Enter');
  await expect(box(again)).toHaveValue('Tikhanovskaya');
  await expect(spellings(again)).not.toBeChecked();
  await expect(hits(again).first()).toBeVisible();
  await box(again).fill('');
  await again.getByRole('button', { name: 'Remove the saved search The president elect' }).click();
  await expect(again.getByTestId('saved-search')).toHaveCount(0);
  await again.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(again.getByTestId('saved-search')).toHaveCount(1);
});

test('all hits are tagged after a preview, and one undo takes it back', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await dragOver(page, 'torture');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await box(page).fill('torture');
  await page.getByRole('button', { name: 'Tag all hits…' }).click();
  const preview = page.getByTestId('tag-all-preview');
  await expect(preview).toContainText(/\d+ passages in 4 statements\. 1 of them is highlighted already/u);
  await page.getByRole('radio', { name: 'The sentence' }).click();
  await expect(preview.getByRole('listitem').first()).toContainText(/\w+ .*torture/iu);
  await expect(preview).toContainText('None of them is highlighted yet.');
  await page.getByRole('combobox', { name: 'Tag name' }).fill('abuse/all');
  await page.keyboard.press('Enter');
  const apply = page.getByRole('button', { name: /^Tag \d+ passages$/u });
  await expect(apply).toBeFocused();
  await page.keyboard.press('Enter');
  const notice = page.getByRole('region', { name: 'Messages' });
  await expect(notice).toContainText(/Tagged \d+ highlights found by a search: abuse\/all/u);
  await expect.poll(() => cards(page).count()).toBeGreaterThan(1);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(cards(page)).toHaveCount(1);
  await box(page).fill('');
  await expect(page.getByRole('button', { name: 'Excerpts tagged all' })).toHaveCount(0);
});

test('find in text counts, goes on and back, and returns the focus', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await page.keyboard.press('Control+f');
  await expect(findField(page)).toBeFocused();
  await page.keyboard.type('torture');
  // What was found for its first letters is there before what was found for the word.
  await expect
    .poll(async () => new Set((await paintedWords(page, 'found')).map((each) => each.toLowerCase())))
    .toEqual(new Set(['torture']));
  await expect(findCount(page)).toHaveText(/^1 of \d+$/u);
  const count = Number((await findCount(page).textContent())?.split(' ').at(-1));
  expect(count).toBeGreaterThan(1);
  expect(await paintedWords(page, 'found')).toHaveLength(count);
  expect(await paintedWords(page, 'found-here')).toHaveLength(1);
  await page.keyboard.press('Enter');
  await expect(findCount(page)).toHaveText(`2 of ${count}`);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(findCount(page)).toHaveText(`${count} of ${count}`);
  await page.keyboard.press('F3');
  await expect(findCount(page)).toHaveText(`1 of ${count}`);
  await page.getByRole('button', { name: 'Next match' }).click();
  await page.keyboard.press('Shift+F3');
  await expect(findCount(page)).toHaveText(`1 of ${count}`);
  await findField(page).press('Escape');
  await expect(findField(page)).toHaveCount(0);
  await expect(page.locator('article.statement')).toBeFocused();
  expect(await paintedWords(page, 'found')).toEqual([]);
});

test('find in text takes what is selected, and other spellings too', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await dragOver(page, 'human rights');
  await page.keyboard.press('Control+f');
  await expect(findField(page)).toHaveValue('"human rights"');
  await expect(findCount(page)).toHaveText(/^\d+ of \d+$/u);
  await findField(page).fill('Lukashenko');
  await expect(findCount(page)).toHaveText(/^\d+ of \d+$/u);
  await page.getByRole('switch', { name: 'Other spellings', exact: true }).click();
  await expect(findCount(page)).toHaveText('No match');
  await expect(spellings(page)).not.toBeChecked();
});

test('a match in website text opens its fold, and the map beside the scroll bar leads to matches', async ({ page }) => {
  await openStatement(page, titles.invocation);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('lock https');
  await expect(page.locator('.furniture', { hasText: 'A lock ( ) or https://' })).toBeInViewport();
  await findField(page).fill('belarus');
  await expect(findCount(page)).toHaveText('1 of 6');
  const map = page.getByTestId('hit-map');
  const marks = await map
    .locator('.hit-map-mark')
    .evaluate((path) => path.getAttribute('d')?.match(/M1 (\d+)/gu) ?? []);
  expect(marks.length).toBeGreaterThan(1);
  const lowest = Number(marks.at(-1)?.split(' ')[1]);
  await map.click({ position: { x: 5, y: lowest } });
  await expect(findCount(page)).toHaveText('6 of 6');
  await expect(findField(page)).toBeFocused();
  // Another language is no reason to look again, nor to go back to the match.
  const scroller = page.locator('.reader-scroll');
  await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/call/findInStatement')) asked += 1;
  });
  await speak(page, 'uk');
  await expect(findCount(page)).not.toHaveText('6 of 6');
  await expect(findCount(page)).toHaveText(/^6 \p{Script=Cyrillic}+ 6$/u);
  // What follows from the language is asked for by the second frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(asked).toBe(0);
  expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test('while statements are being indexed the search says how far it is, and goes on by itself', async ({
  page,
  runtime,
}) => {
  test.skip(runtime !== 'browser', 'only there do the calls travel where a test can answer them');
  let asked = 0;
  await page.route('**/call/search', async (route) => {
    asked += 1;
    if (asked > 2) {
      await route.continue();
      return;
    }
    const nothing = { total: 0, hits: [], noteTotal: 0, notes: [], tags: [], remarks: [], suggestions: [] };
    const building = { done: 120 * asked, total: 10_000 };
    const value = {
      query: 'torture',
      understood: { pattern: 'Looks for “torture”.', values: {} },
      ...nothing,
      building,
    };
    await route.fulfill({ json: { ok: true, value } });
  });
  await box(page).fill('torture');
  await expect(page.getByText(/Indexing 120 of 10,000 statements…/u)).toBeVisible();
  await expect(page.getByText(/Indexing/u)).toHaveCount(0);
  await expect(hits(page).first()).toBeVisible();
  expect(asked).toBe(3);
});
