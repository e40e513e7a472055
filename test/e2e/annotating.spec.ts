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
  undoOf,
  waitUntilSaved,
} from '../support/reader-page.ts';

const conditions = 'regular use of torture against detainees; inhuman and degrading prison conditions';

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
});

test('a selected passage is tagged by keys, with several tags on one highlight', { tag: '@reader' }, async ({
  page,
}) => {
  await dragOver(page, conditions);
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('2');
  await expect(cards(page)).toContainText(['torturedetention']);
  await expect(cards(page)).toContainText(['¶ 9']);
  expect((await paintedWords(page, 'vermilion')).join('')).toBe(conditions);
  expect((await paintedWords(page, 'ochre')).join('')).toBe(conditions);
  await page.keyboard.press('1');
  await expect(cards(page)).not.toContainText(['torturedetention']);
  await waitUntilSaved(page);
});

test('a selection made backwards, over paragraphs and with spaces at its ends is the passage that was meant', {
  tag: '@reader',
}, async ({ page }) => {
  await dragOver(page, ' Such a degree of repression', 'peacefully marching ', true);
  await selectionBar(page).getByRole('button', { name: 'elections' }).click();
  await expect.poll(() => paintedWords(page, 'green')).toHaveLength(2);
  const painted = await paintedWords(page, 'green');
  expect(painted[0]).toMatch(/^Such a degree of repression/u);
  expect(painted[1]).toMatch(/peacefully marching$/u);
});

test('highlights survive a restart at exactly the same words', async ({ page, app }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await dragOver(page, 'People have reportedly been arrested merely for speaking Belarusian');
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await page.keyboard.type('Compare “мова”, 2023.');
  await page.keyboard.press('Control+Enter');
  await waitUntilSaved(page);
  const again = await app.restart();
  await openStatement(again, titles.briefing);
  await expect(cards(again)).toHaveCount(2);
  await expect(cards(again).first()).toContainText('Compare “мова”, 2023.');
  expect((await paintedWords(again, 'vermilion')).join('')).toBe(conditions);
});

test('what the status bar calls saved survives a killed program', async ({ page, app }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('3');
  await waitUntilSaved(page);
  await app.kill();
  const again = await app.start();
  await openStatement(again, titles.briefing);
  await expect(cards(again)).toHaveCount(1);
  expect((await paintedWords(again, 'green')).join('')).toBe(conditions);
});

test('overlapping highlights are both seen and both reached', { tag: '@reader' }, async ({ page }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await dragOver(page, 'inhuman and degrading', 'trials.');
  await page.keyboard.press('2');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(2);
  await clickWords(page, 'inhuman and degrading');
  const here = selectionBar(page).getByRole('group', { name: 'Highlights here' }).getByRole('button');
  await expect(here).toHaveCount(2);
  await here.filter({ hasText: 'detention' }).click();
  await expect(selectionBar(page).getByRole('button', { name: 'detention', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await here.filter({ hasText: 'torture' }).first().click();
  await expect(selectionBar(page).getByRole('button', { name: 'torture', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const [red, yellow] = [await paintedWords(page, 'vermilion'), await paintedWords(page, 'ochre')];
  expect(red.join('')).toContain('inhuman and degrading prison conditions');
  expect(yellow.join('')).toContain('inhuman and degrading prison conditions');
});

test('another tag is made while tagging, and a deleted highlight comes back by Undo', { tag: '@reader' }, async ({
  page,
}) => {
  await dragOver(page, 'brazen violation of international law and aviation safety');
  await page.keyboard.press('t');
  await page.keyboard.type('accountability');
  await page.keyboard.press('Enter');
  await expect(cards(page)).toContainText(['accountability']);
  await expect(page.getByRole('button', { name: 'Excerpts tagged accountability' })).toContainText('1');
  await page.keyboard.press('Delete');
  await expect(cards(page)).toHaveCount(0);
  await undoOf(page, 'deleted').click();
  await expect(cards(page)).toContainText(['accountability']);
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(cards(page)).toHaveCount(1);
});

test('a note that is begun while its highlight is being made keeps every letter', async ({ page }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('1');
  await page.keyboard.press('n');
  await page.keyboard.type('Impunity; pair with the other passage.');
  await page.keyboard.press('Control+Enter');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText('Impunity; pair with the other passage.');
});

test('a note is edited and a highlight deleted from the list', { tag: '@reader' }, async ({ page }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  const card = cards(page);
  await card.getByRole('button', { name: 'Add note' }).click();
  await card.getByRole('textbox', { name: 'Note' }).fill('Core finding.\nUse in section 3.');
  await card.getByRole('button', { name: 'Keep note' }).click();
  await expect(card).toContainText('Use in section 3.');
  await card.getByRole('button', { name: 'Delete highlight' }).click();
  await expect(card).toHaveCount(0);
});

test('a passage is found, selected, tagged and noted without a mouse', { tag: '@reader' }, async ({ page }) => {
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('sobering picture');
  await page.keyboard.press('Enter');
  await expect.poll(() => paintedWords(page, 'found-here')).toEqual(['sobering picture']);
  await page.keyboard.press('F7');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(selectionBar(page)).toBeVisible();
  const selected = await page.evaluate(() => document.getSelection()?.toString().trim());
  await page.keyboard.press('2');
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByTestId('announcer')).toHaveText('Highlighted: detention');
  expect((await paintedWords(page, 'ochre')).join('')).toBe(selected);
  await page.keyboard.press('n');
  await page.keyboard.type('By keyboard.');
  await page.keyboard.press('Control+Enter');
  await expect(cards(page)).toContainText(['By keyboard.']);
});

test('a key that comes before the browser has told of the selection is about what is selected', async ({ page }) => {
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('sobering picture');
  await page.keyboard.press('Enter');
  await expect.poll(() => paintedWords(page, 'found-here')).toEqual(['sobering picture']);
  await page.keyboard.press('F7');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(selectionBar(page)).toBeVisible();
  const selected = await page.evaluate(() => {
    const press = (key: string, modifiers: KeyboardEventInit = {}): void => {
      const code = key === '2' ? 'Digit2' : key;
      const init = { key, code, bubbles: true, cancelable: true, ...modifiers };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
    };
    press('ArrowRight', { ctrlKey: true, shiftKey: true });
    press('ArrowRight', { ctrlKey: true, shiftKey: true });
    const words = document.getSelection()?.toString().trim();
    press('2');
    return words;
  });
  expect(selected?.split(' ')).toHaveLength(3);
  await expect(cards(page)).toHaveCount(1);
  await expect.poll(async () => (await paintedWords(page, 'ochre')).join('')).toBe(selected);
});

test('tags put on in quick succession are all kept', async ({ page }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  for (const key of ['2', '3', '1']) await page.keyboard.press(key);
  await expect(cards(page)).toContainText('detentionelections');
  await expect(cards(page)).not.toContainText('torturedetention');
});

test('the Undo of a message is there until something else is changed', { tag: '@reader' }, async ({ page }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('Delete');
  await expect(cards(page)).toHaveCount(0);
  await dragOver(page, 'impunity for abuses and violations');
  await page.keyboard.press('2');
  await expect(cards(page)).toHaveCount(1);
  // Something else has been changed since: the message would take back the wrong change, and has gone.
  await expect(page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(cards(page)).toContainText('impunity');
});

test('a highlight deleted with its note open stays deleted', { tag: '@reader' }, async ({ page }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('n');
  await page.keyboard.type('A note.');
  await page.keyboard.press('Control+Enter');
  await expect(cards(page)).toContainText('A note.');
  await selectionBar(page).getByRole('button', { name: 'Note' }).click();
  await selectionBar(page).getByRole('button', { name: 'Delete' }).click();
  await expect(cards(page)).toHaveCount(0);
  await waitUntilSaved(page);
  await expect(cards(page)).toHaveCount(0);
});

test('a note is kept however its editor is left', async ({ page }) => {
  await dragOver(page, conditions);
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('n');
  await page.keyboard.type('By a click elsewhere.');
  await clickWords(page, 'Taking a page from');
  await expect(cards(page)).toContainText('By a click elsewhere.');
  await cards(page).getByRole('button', { name: 'Edit note' }).click();
  await cards(page).getByRole('textbox', { name: 'Note' }).fill('By another statement.');
  await openStatement(page, titles.vienna);
  await openStatement(page, titles.briefing);
  await expect(cards(page)).toContainText('By another statement.');
  await cards(page).getByRole('button', { name: 'Edit note' }).click();
  await cards(page).getByRole('textbox', { name: 'Note' }).fill('Dropped.');
  await cards(page).getByRole('button', { name: 'Discard' }).click();
  await expect(cards(page)).toContainText('By another statement.');
});

test('a passage with its citation goes to the clipboard as rich text and as plain text', async ({ page, app }) => {
  if (app.runtime !== 'double') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => {
    const clipboard = navigator.clipboard;
    const write = clipboard.write.bind(clipboard);
    clipboard.write = async (items) => {
      await write(items);
      for (const item of items) {
        for (const type of item.types)
          document.body.dataset[type.replace('text/', '')] = await (await item.getType(type)).text();
      }
    };
  });
  const copied = (form: string): Promise<string> => page.evaluate((name) => document.body.dataset[name] ?? '', form);
  await dragOver(page, conditions);
  await page.keyboard.press('c');
  await expect(page.getByText('Copied with citation.')).toBeVisible();
  expect(await copied('plain')).toMatch(
    new RegExp(
      `^“${conditions}”\\n\\nU\\.S\\. Department of State, .+, ¶ 9 \\(.+\\)\\. \\[SHA-256 803b8f0a59c9…\\]$`,
      'u',
    ),
  );
  expect(await copied('html')).toMatch(new RegExp(`^<p>“${conditions}”</p><p>U\\.S\\. .+</p>$`, 'u'));
});

test('a clipboard that the system refuses is said to have got nothing', async ({ page }) => {
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
  });
  await dragOver(page, conditions);
  await page.keyboard.press('c');
  await expect(page.getByRole('alert')).toContainText('nothing was copied');
  await expect(page.getByText('Copied with citation.')).toBeHidden();
});
