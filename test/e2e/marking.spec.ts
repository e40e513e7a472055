import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import {
  cards,
  clickWords,
  dragOver,
  openStatement,
  paintedWords,
  selectionBar,
  titles,
  waitUntilSaved,
} from '../support/reader-page.ts';

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
});

test('a double click selects a word, a triple click the paragraph', async ({ page }) => {
  const words = page.locator('.statement [data-start]', {
    hasText: 'documenting abuses so there can be accountability',
  });
  await words.scrollIntoViewIfNeeded();
  await words.dblclick({ position: { x: 20, y: 12 } });
  await expect.poll(() => paintedWords(page, 'active')).toEqual(['That’s']);
  await page.keyboard.press('Escape');
  await words.click({ clickCount: 3, position: { x: 20, y: 12 } });
  await expect
    .poll(() => paintedWords(page, 'active'))
    .toEqual([
      'That’s what today’s Moscow Mechanism report on Belarus is all about.\u00a0 It’s about documenting abuses so there can be accountability.',
    ]);
});

test('a passage over a fold opens it, so that nothing unseen is quoted', async ({ page }) => {
  await openStatement(page, titles.gilmore);
  await expect(page.locator('.furniture').nth(1)).toBeHidden();
  await dragOver(page, 'in the internal situation in Belarus', 'The US Deputy Secretary of State made it clear');
  await expect(page.locator('.furniture').nth(1)).toBeVisible();
  await expect(page.getByTestId('announcer')).toContainText('website text');
});

test('a selection begun inside a highlight is a passage of its own', async ({ page }) => {
  await dragOver(page, 'regular use of torture against detainees');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(1);
  await dragOver(page, 'torture against', 'inhuman and degrading');
  await page.keyboard.press('2');
  await expect(cards(page)).toHaveCount(2);
});

test('a drag that ends beside the text takes no more than it passed', async ({ page }) => {
  const box = await page.locator('.statement [data-start]', { hasText: 'compelling report' }).boundingBox();
  if (!box) throw new Error('The paragraph is not there');
  await clickWords(page, 'compelling report');
  const start = await page.evaluate(() => {
    const rect = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    return { x: rect?.left ?? 0, y: (rect?.top ?? 0) + 8 };
  });
  const pane = await page.getByRole('complementary', { name: 'Highlights', exact: true }).boundingBox();
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((pane?.x ?? 0) + 40, start.y + 30, { steps: 8 });
  await page.mouse.up();
  await expect(selectionBar(page)).toBeVisible();
  const words = (await paintedWords(page, 'active')).join('');
  expect(words.length).toBeLessThan(200);
  expect(words).toMatch(/^[a-z]/u);
});

test('Ctrl+A with the text focused selects the statement and nothing beside it', async ({ page }) => {
  await page.getByRole('article').focus();
  await page.keyboard.press('Control+a');
  await expect(selectionBar(page)).toBeVisible();
  expect((await paintedWords(page, 'active')).join('')).toContain('The Lessons of 1989: Freedom and Our Future');
  await page.keyboard.press('Escape');
  await expect(selectionBar(page)).toHaveCount(0);
});

test('Tab goes from a passage to its bar', async ({ page }) => {
  await dragOver(page, 'compelling report');
  await page.keyboard.press('Tab');
  await expect(selectionBar(page).getByRole('button', { name: 'torture' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(1);
});

test('white space alone does nothing and says nothing', async ({ page }) => {
  await page.evaluate(() => {
    const piece = [...document.querySelectorAll('[data-start]')].find((element) =>
      element.textContent?.includes('.\u00a0 '),
    );
    const node = piece?.firstChild;
    const at = node?.textContent?.indexOf('.\u00a0 ') ?? -1;
    if (node) document.getSelection()?.setBaseAndExtent(node, at + 1, node, at + 3);
  });
  await expect(selectionBar(page)).toHaveCount(0);
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(0);
});

test('either end of a highlight is moved by its handle, by mouse and by keyboard', async ({ page }) => {
  await dragOver(page, 'use of torture');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('[');
  await expect(page.getByRole('button', { name: 'Move the start of the passage' })).toBeFocused();
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => paintedWords(page, 'vermilion')).toEqual(['regular use of torture']);
  await page.keyboard.press('Escape');
  await clickWords(page, 'use of torture');
  const end = page.getByRole('button', { name: 'Move the end of the passage' });
  const from = await end.boundingBox();
  if (!from) throw new Error('The handle is not there');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 75, from.y + from.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await paintedWords(page, 'vermilion')).join('').length).toBeGreaterThan(25);
  const words = (await paintedWords(page, 'vermilion')).join('');
  await expect(cards(page)).toContainText(words);
  expect(words.trim()).toBe(words);
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paintedWords(page, 'vermilion')).toEqual(['regular use of torture']);
});

test('many quick steps of a handle are one change, and swallow no other highlight', async ({ page }) => {
  await dragOver(page, 'regular use of torture against');
  await page.keyboard.press('2');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await dragOver(page, 'regular use of torture');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(2);
  await page.keyboard.press(']');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => paintedWords(page, 'vermilion')).toEqual(['regular use of torture against detainees']);
  expect(await paintedWords(page, 'ochre')).toEqual(['regular use of torture against']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paintedWords(page, 'vermilion')).toEqual(['regular use of torture']);
});

test('highlights are gone through by keyboard, each read out', async ({ page }) => {
  await dragOver(page, 'falsification of the August 2020 presidential election');
  await page.keyboard.press('3');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(1);
  await dragOver(page, 'impunity for abuses and violations');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(2);
  await expect(page.getByTestId('announcer')).toHaveText('Highlighted: torture');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByTestId('announcer')).toContainText(/Highlight \d of 2: /u);
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByTestId('announcer')).toContainText('There is no highlight before this one.');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByTestId('announcer')).toContainText(
    'Highlight 2 of 2: torture. ¶ 9. impunity for abuses and violations',
  );
  await page.keyboard.press('n');
  await page.keyboard.type('Reached by keyboard.');
  await page.keyboard.press('Control+Enter');
  await expect(cards(page)).toContainText(['falsification', 'Reached by keyboard.']);
});

test('the caret moves by word, sentence and paragraph, and each step is read out', async ({ page }) => {
  await page.getByRole('article').focus();
  await page.keyboard.press('Enter');
  const announcer = page.getByTestId('announcer');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+ArrowDown');
  await expect(announcer).toContainText(/^Just a reminder|^MODERATOR/u);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(announcer).toContainText(/^(And with that|We are very honored|I would like)/u);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(selectionBar(page)).toBeVisible();
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
});

test('five highlights deep, each has a line of its own', async ({ page }) => {
  const ends = ['torture', 'detainees', 'prison conditions', 'impunity for abuses', 'fair trials.'];
  for (const [index, end] of ends.entries()) {
    await dragOver(page, 'regular use of torture', end);
    await page.keyboard.press('2');
    await expect(cards(page)).toHaveCount(index + 1);
    await page.keyboard.press('Escape');
  }
  const lanes = await page.evaluate(() =>
    [...CSS.highlights].filter(([name, { size }]) => name.startsWith('tag-') && size > 0).map(([name]) => name),
  );
  expect(lanes.sort()).toEqual(['tag-ochre-0', 'tag-ochre-1', 'tag-ochre-2', 'tag-ochre-3', 'tag-ochre-4']);
  await clickWords(page, 'use of');
  await expect(selectionBar(page).getByRole('group', { name: 'Highlights here' }).getByRole('button')).toHaveCount(5);
});
