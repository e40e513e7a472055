import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { type Colleague, openColleague } from '../support/colleague.ts';
import { cards, highlight, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

const briefing = '003_7caa75fa661d9e47';
const torture = 'regular use of torture against detainees';
const conditions = 'inhuman and degrading prison conditions';
const prisoners = 'There are currently at least 1,486 political prisoners in Belarus';
const [ownNote, otherNote] = ['Core finding: «як было».', 'The 2023 report confirms it.'];

const review = (page: Page): Locator => page.getByTestId('import-review');
const item = (page: Page, words: string): Locator => page.getByTestId('import-item').filter({ hasText: words });
const card = (page: Page, words: string): Locator => cards(page).filter({ hasText: words });
const openTab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();

async function addNote(page: Page, words: string, note: string): Promise<void> {
  await card(page, words).getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type(note);
  await page.keyboard.press('Control+Enter');
  await expect(card(page, words)).toContainText(note);
  await waitUntilSaved(page);
}

async function typeCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await expect(page.getByTestId('palette-row').first()).toContainText(name);
}

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** Lets go of a file over the window, as from the desktop. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.getByTestId('drop-place').evaluate(
    (place, [fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      for (const type of ['dragover', 'drop']) {
        place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, text] as const,
  );
}

/** Gives a colleague what is in the window, has them change it, and gives what they send. */
async function haveChanged(colleague: Colleague, sent: Buffer): Promise<Buffer> {
  const { service } = colleague;
  await colleague.receive(sent);
  const noted = await service.call('editHighlight', { id: await colleague.find(torture), note: otherNote });
  const deleted = await service.call('deleteHighlights', { ids: [await colleague.find(conditions)] });
  expect([noted.ok, deleted.ok]).toEqual([true, true]);
  await colleague.highlight(briefing, prisoners, { tags: ['detention/numbers'], note: 'As of that day.' });
  return colleague.send('attest');
}

test.beforeEach(({ runtime }) => {
  test.skip(runtime !== 'browser', 'on the desktop a dialog of the system asks for the file');
});

test('work goes to a colleague and comes back: what is disagreed on is chosen, taken in one step, and undone', async ({
  page,
  app,
}) => {
  test.setTimeout(90_000);
  const ales = await openColleague(join(app.scratchFolder, 'ales'), 'Алесь');
  await openStatement(page, titles.briefing);
  await highlight(page, torture, '1');
  await highlight(page, conditions, '2');
  await openTab(page, 'Exchange');
  const { name, content } = await app.saveExport(() =>
    page.getByRole('button', { name: 'Export: Attest archive' }).click(),
  );
  expect(name).toMatch(/\.attest$/u);
  const theirs = await haveChanged(ales, content);
  await ales.leave();
  await openTab(page, 'Library');
  await addNote(page, torture, ownNote);
  await addNote(page, conditions, 'Cells without beds.');

  await openTab(page, 'Exchange');
  await chooseFile(page, 'ales.attest', theirs);
  await expect(page.getByRole('heading', { name: 'Work of Алесь' })).toBeFocused();
  await expect(page.getByTestId('import-counts')).toHaveText('2 you disagree on2 new');
  const note = item(page, torture);
  await expect(note).toContainText('changed here and there: note');
  await expect(note).toContainText(ownNote);
  await expect(note).toContainText(otherNote);
  await expect(note.getByRole('radio', { name: 'Both notes' })).toBeChecked();
  await expect(item(page, conditions).getByRole('radio', { name: 'Keep it' })).toBeChecked();
  await item(page, conditions).getByRole('radio', { name: 'Delete it' }).click();
  await expect(review(page)).toContainText('1 item is chosen by itself.');

  // A look at a new passage in its statement, and back to the item.
  await item(page, prisoners).locator('summary').click();
  await item(page, prisoners).getByRole('button', { name: 'Show it in its statement' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.briefing);
  await page.goBack();
  await expect(item(page, prisoners).getByRole('button', { name: 'Show it in its statement' })).toBeFocused();
  await expect(item(page, conditions).getByRole('radio', { name: 'Delete it' })).toBeChecked();

  await page.getByRole('button', { name: 'Take it', exact: true }).click();
  await expect(review(page)).toHaveAttribute('data-stage', 'taken');
  await waitUntilSaved(page);
  await openTab(page, 'Library');
  await expect(cards(page)).toHaveCount(2);
  await expect(card(page, torture)).toContainText(ownNote);
  await expect(card(page, torture)).toContainText(otherNote);
  await expect(card(page, prisoners)).toContainText('numbers');
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, conditions)).toHaveCount(1);
  await expect(card(page, prisoners)).toHaveCount(0);
  await expect(card(page, torture)).not.toContainText(otherNote);

  // Undone, it can be chosen anew; left, nothing of it stays.
  await openTab(page, 'Exchange');
  await expect(review(page)).toHaveAttribute('data-stage', 'review');
  const saved = await app.saveExport(() => page.getByRole('button', { name: 'Save the report…' }).click());
  expect(saved.content.toString('utf8')).toContain('ales.attest');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeFocused();
  await openTab(page, 'Library');
  await expect(cards(page)).toHaveCount(2);
});

test('a file that is dropped is read; one that is none is refused in a sentence, and what was open stays', async ({
  page,
}) => {
  await openTab(page, 'Exchange');
  await dropFile(page, 'codebook.csv', 'tag,description\nзатрыманне/ўмовы,Cells\n');
  await expect(page.getByRole('heading', { name: 'Work from a file' })).toBeFocused();
  await expect(page.getByTestId('import-counts')).toHaveText('2 new');
  const refused = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('\u0089PNG nothing') };
  await page.getByTestId('import-file').setInputFiles(refused);
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('choose');
  await expect(page.getByTestId('import-reading')).toHaveCount(0);
  await expect(page.getByTestId('import-counts')).toHaveText('2 new');
  await page.getByRole('button', { name: 'Take it', exact: true }).click();
  await expect(review(page)).toHaveAttribute('data-stage', 'taken');
  await page.getByRole('button', { name: 'Done' }).click();
  await openTab(page, 'Codebook');
  await expect(page.locator('.codebook-entry').filter({ hasText: 'ўмовы' })).toBeVisible();
});

test('the commands lead to both ways, and an export says what its format cannot hold', async ({ page, app }) => {
  await openStatement(page, titles.briefing);
  await highlight(page, torture, '1');
  await card(page, torture).getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type(ownNote);
  await page.getByRole('switch', { name: 'Private: never exported' }).click();
  await page.getByRole('button', { name: 'Keep note' }).click();
  await waitUntilSaved(page);
  await typeCommand(page, 'Export work…');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Export work' })).toBeFocused();
  await expect(page.getByRole('switch', { name: 'With my private notes' })).not.toBeChecked();
  await page.getByRole('radio', { name: /^REFI-QDA project/u }).click();
  await expect(page.getByRole('switch', { name: 'With my private notes' })).toHaveCount(0);
  await app.saveExport(() => page.getByRole('button', { name: 'Export: REFI-QDA project' }).click());
  await expect(page.getByTestId('export-lines')).toContainText('private');
  await page.getByRole('radio', { name: /^REFI-QDA codebook/u }).click();
  await expect(page.getByTestId('export-lines')).toHaveCount(0);
  const { name, content } = await app.saveExport(() =>
    page.getByRole('button', { name: 'Export: REFI-QDA codebook' }).click(),
  );
  expect(name).toMatch(/\.qdc$/u);
  expect(content.toString('utf8')).toContain('name="torture"');
  await openTab(page, 'Library');
  // Asked for before the typing: a browser that is told at the same moment as the key is pressed may be too late.
  const choosing = page.waitForEvent('filechooser');
  await typeCommand(page, 'Import work…');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles({ name: 'again.qdc', mimeType: 'application/xml', buffer: content });
  await expect(review(page)).toContainText('There is nothing new in it');
});
