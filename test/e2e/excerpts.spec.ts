import { expect, type Locator, type Page } from '@playwright/test';
import type { Highlight } from '../../core/highlights/highlight.ts';
import { generateHighlights } from '../bench/generate-highlights.ts';
import { seededRandom } from '../bench/seeded-random.ts';
import { writeWorkspace } from '../bench/write-project.ts';
import { test as base } from '../support/app-fixture.ts';
import { readBundledStatements } from '../support/bundled-statements.ts';

/** No statement takes more highlights than this without too many lying over each other. */
const atATime = 50;

/** `count` highlights, as many in each bundled statement; every tenth has a note, every twentieth a private one. */
async function highlightAll(count: number): Promise<Highlight[]> {
  const random = seededRandom(6);
  const bundled = await readBundledStatements();
  const made: Highlight[] = [];
  while (made.length < count) {
    for (const { record, text } of bundled) {
      const source = { id: record.id, text, source: record.sha256 };
      made.push(...generateHighlights(source, Math.min(atATime, Math.ceil(count / bundled.length)), random));
    }
  }
  return made.slice(0, count).map((highlight, index) => ({
    ...highlight,
    id: `h${index}`,
    tags: index % 15 === 7 ? [] : highlight.tags,
    note: index % 10 === 3 ? 'Core finding, =SUM(A1) “quoted” <b>' : '',
    isNotePrivate: index % 20 === 3,
  }));
}

const test = base.extend<{ count: number }>({
  count: [60, { option: true }],
  workspaceFolder: async ({ workspaceFolder, count }, use) => {
    await writeWorkspace(workspaceFolder, await highlightAll(count));
    await use(workspaceFolder);
  },
});

const excerpts = (page: Page): Locator => page.getByTestId('excerpt');
const said = (page: Page): Locator => page.locator('.excerpts-words');
const tick = (page: Page, name: string): Locator => page.getByRole('checkbox', { name, exact: true });
const choice = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true });
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const headings = (page: Page): Locator => page.locator('.excerpt-list').getByRole('heading', { level: 2 });
const focused = (page: Page): Locator => page.locator('.excerpt:focus');

async function open(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await expect(excerpts(page).first()).toBeVisible();
}

test('choices say in words and numbers what they leave, and can be cleared', async ({ page }) => {
  await open(page);
  await expect(said(page)).toHaveText('60 excerpts');
  await tick(page, 'torture').check();
  await expect(said(page)).toContainText(/^\d+ of 60 excerpts tagged torture Clear$/u);
  await tick(page, 'detention').check();
  await choice(page, 'Excerpts').selectOption({ label: 'with none of' });
  await expect(said(page)).toContainText('not tagged torture or detention');
  await expect(excerpts(page).locator('.tag-chip', { hasText: 'torture' })).toHaveCount(0);
  await choice(page, 'Note').selectOption({ label: 'with a note' });
  await expect(said(page)).toContainText('; with a note');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(said(page)).toHaveText('60 excerpts');
  await page.getByRole('searchbox', { name: 'Words in the quotation' }).fill('“quoted”');
  await expect(said(page)).toContainText('6 of 60 excerpts containing ““quoted””');
  await expect(excerpts(page).locator('.private-mark').first()).toHaveText('private');
});

test('dates are taken as people write them, and what is no date is said', async ({ page }) => {
  await open(page);
  await page.getByText('Date of the statement').click();
  await field(page, 'From').fill('nov 2021');
  await expect(said(page)).toContainText('dated November 2021 or later');
  await expect(page.getByText('U.S. Department of State, 2023 (inferred)')).toBeVisible();
  await expect(headings(page).filter({ hasText: /OSCE Moscow Mechanism report in respect/u })).toHaveCount(0);
  await field(page, 'From').fill('20x1');
  await field(page, 'To').click();
  await expect(page.getByText('“20x1” is no date, so it restricts nothing')).toBeVisible();
  await expect(said(page)).toHaveText('60 excerpts');
  await field(page, 'From').fill('2023');
  await field(page, 'To').fill('2020');
  await expect(page.getByText('The first date is after the last')).toBeVisible();
  await expect(page.getByText('No highlight fits these choices.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the choices' }).click();
  await expect(field(page, 'From')).toHaveValue('');
  await expect(excerpts(page).first()).toBeVisible();
});

test('excerpts stand together by statement, tag or date, with as much of the text around them as is asked for', async ({
  page,
}) => {
  await open(page);
  const first = excerpts(page).first();
  const quotation = await first.locator('q').innerText();
  await expect(headings(page).first()).toContainText('12 excerpts');
  await choice(page, 'Group by').selectOption('tag');
  await expect(headings(page).first()).toContainText('torture');
  await choice(page, 'Group by').selectOption('date');
  await expect(headings(page).first()).toContainText('5 November 2020');
  await choice(page, 'Group by').selectOption('none');
  await expect(headings(page).filter({ hasText: 'excerpts' })).toHaveCount(0);
  await expect(first.locator('q')).toHaveText(quotation);
  await choice(page, 'Context').selectOption('none');
  await expect(first.locator('.excerpt-text')).toHaveText(quotation);
  await choice(page, 'Context').selectOption('paragraph');
  await expect(first.locator('.excerpt-context').last()).not.toBeEmpty();
});

test('the keys go from excerpt to excerpt, select and open', async ({ page }) => {
  await open(page);
  await excerpts(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveAttribute('aria-posinset', '3');
  await page.keyboard.press('End');
  await expect(focused(page)).toHaveAttribute('aria-posinset', '60');
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(focused(page)).not.toHaveAttribute('aria-posinset', '60');
  await page.keyboard.press('Home');
  await expect(focused(page)).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ ');
  await expect(page.getByText('3 selected')).toBeVisible();
  const words = await focused(page).locator('q').innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Library' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.highlight-card[data-active="true"] .card-quote')).toHaveText(words);
});

test('whoever comes back from the reader finds the list as it was left', async ({ page }) => {
  await open(page);
  await choice(page, 'Group by').selectOption('none');
  await excerpts(page).first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press(' ');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Library' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await expect(page.getByText('1 selected')).toBeVisible();
  await expect(choice(page, 'Group by')).toHaveValue('none');
  await expect(page.locator('.excerpt[data-selected="true"]')).toBeInViewport();
});

test('what is selected goes into a dossier in its order, and can be undone', async ({ page }) => {
  await open(page);
  await tick(page, 'Select excerpt 2').click();
  await tick(page, 'Select excerpt 4').click({ modifiers: ['Shift'] });
  await tick(page, 'Select excerpt 3').click();
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Add to dossier' }).click();
  await page.getByLabel('New dossier').fill('Report for Vienna');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Dossier “Report for Vienna” made with 2 excerpts.').first()).toBeVisible();
  await tick(page, 'Select all shown').click();
  await expect(page.getByText('60 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Add to dossier' }).click();
  await page.getByRole('button', { name: /^Report for Vienna\s*2 in it already$/u }).click();
  const message = page.getByText('60 excerpts added to “Report for Vienna”.').first();
  await expect(message).toBeVisible();
  await page.locator('.message').filter({ has: message }).getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Add to dossier' }).click();
  await expect(page.getByRole('button', { name: /^Report for Vienna\s*2 in it already$/u })).toBeVisible();
});

test('a selection outlives a change of the choices, and says what of it is not shown', async ({ page }) => {
  await open(page);
  await tick(page, 'Select all shown').click();
  await tick(page, 'torture').check();
  await expect(page.getByText(/^60 selected \(\d+ of them not shown\)$/u)).toBeVisible();
  await page.getByRole('button', { name: 'Unselect' }).click();
  await expect(page.getByText('Select all shown')).toBeVisible();
});

test('an excerpt is copied with its citation', async ({ page, runtime }) => {
  test.skip(runtime !== 'browser', 'the clipboard can be read back in the browser edition only');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const words = await excerpts(page).first().locator('q').innerText();
  await excerpts(page).first().getByRole('button', { name: 'Copy with citation' }).click();
  await expect(page.getByText('Copied with citation.').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(words.split('\n')[0]);
});

test('the way out says how many excerpts it takes', async ({ page }) => {
  await open(page);
  const before = await said(page).innerText();
  await tick(page, 'elections').check();
  await expect(said(page)).not.toHaveText(before);
  const count = /^\d+/u.exec(await said(page).innerText())?.[0];
  await page.getByRole('button', { name: `Export ${count} excerpts…` }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test.describe('ten thousand excerpts', () => {
  test.use({ count: 10_000 });

  test('scroll as a few that are in sight, and are reached from end to end', async ({ page }) => {
    test.slow();
    await open(page);
    await expect(said(page)).toHaveText('10,000 excerpts');
    await excerpts(page).first().focus();
    await page.keyboard.press('End');
    await expect(focused(page)).toHaveAttribute('aria-posinset', '10000');
    await expect(focused(page)).toHaveAttribute('aria-setsize', '10000');
    await expect(focused(page)).toBeInViewport();
    expect(await excerpts(page).count()).toBeLessThan(60);
    await expect(excerpts(page).locator('.excerpt-context').first()).toBeAttached();
    await page.keyboard.press('Home');
    await expect(focused(page)).toHaveAttribute('aria-posinset', '1');
    await expect(focused(page)).toBeInViewport();
    await excerpts(page).first().hover();
    await page.mouse.wheel(0, 100_000);
    await expect(page.locator('.excerpt-passing')).toContainText('OSCE');
    expect(await excerpts(page).count()).toBeLessThan(60);
    await page.getByRole('searchbox', { name: 'Words in the quotation' }).fill('torture');
    await expect(said(page)).toContainText('of 10,000 excerpts containing “torture”');
  });
});
