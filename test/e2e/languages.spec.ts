import { expect, type Locator, type Page } from '@playwright/test';
import { languageNames, languages } from '../../renderer/language/languages.ts';
import { writeAnnotatedWorkspace } from '../support/annotated-workspace.ts';
import { test } from '../support/app-fixture.ts';
import { appViews } from '../support/app-views.ts';
import { speak } from '../support/pseudo-language.ts';
import { ownCatalogue } from '../support/read-catalogue.ts';
import { cards, dragOver, openStatement, selectionBar, titles, waitUntilSaved } from '../support/reader-page.ts';
import { textsInSight } from '../support/texts-in-sight.ts';

const translations = languages.filter((language) => language !== 'en');
const tabs = ['Library', 'Catalogue', 'Excerpts', 'Dossiers', 'Insight', 'Codebook', 'Exchange', 'History'];

/** The choice of a language, whatever the present one is. */
const choice = (page: Page): Locator => page.locator('.status-bar .language select');

/** Shorter ones may be the same in two languages, or stand in a longer text. */
const shortestTelling = 12;

test('a language is chosen by its own name, is there at once, and stays over a reload', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await openStatement(page, titles.briefing);
  await dragOver(page, 'regular use of torture against detainees');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
  await expect(selectionBar(page)).toHaveCount(0);
  await cards(page).getByRole('button', { name: 'Add note' }).click();
  const note = cards(page).locator('textarea');
  await expect(note).toBeFocused();
  await page.keyboard.type('Ask again in May: «як было»');
  await expect(choice(page).locator('option')).toHaveText(Object.values(languageNames));
  const text = await page.locator('.statement [data-start]').allTextContents();
  for (const language of translations) {
    const messages = await ownCatalogue(language);
    await choice(page).selectOption({ label: languageNames[language] });
    await expect(page.getByRole('tab')).toHaveText(tabs.map((name) => messages.get(name)?.text ?? ''));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(note).toHaveValue('Ask again in May: «як было»');
  }
  expect(await page.locator('.statement [data-start]').allTextContents()).toEqual(text);
  await expect(page.locator('.statement [lang="en"] .block').first()).toBeAttached();
  await page.reload();
  await expect(page.getByRole('tab').first()).toHaveText((await ownCatalogue('uk')).get('Library')?.text ?? '');
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  await choice(page).selectOption('en');
  await expect(page.getByRole('tab')).toHaveText(tabs);
});

test('of two languages chosen quickly the later stays, whichever comes first', async ({ page }) => {
  const late = /\/assets\/be-[^/]+\.js$/u;
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(late, async (route) => {
    await isReleased;
    await route.continue();
  });
  const asked = page.waitForRequest(late);
  await choice(page).selectOption('be');
  const script = (await asked).url();
  await choice(page).selectOption('ru');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  release();
  // The same script as the page waits for: it is there for both at once.
  await page.evaluate((url) => import(url), script);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await page.reload();
  await expect(page.getByRole('tab').first()).toHaveText((await ownCatalogue('ru')).get('Library')?.text ?? '');
});

test('dates, numbers and plurals are those of the language', async ({ page }) => {
  const item = page.locator('.statement-item', { hasText: titles.platform }).locator('.statement-item-facts');
  await openStatement(page, titles.platform);
  const inferred = page.locator('.statement-item', { hasText: titles.briefing }).locator('.statement-item-facts');
  const written = { be: '5 лістапада 2020 г.', ru: '5 ноября 2020 г.', uk: '5 листопада 2020 р.' };
  for (const language of translations) {
    await speak(page, language);
    await expect(item).toContainText(written[language].replaceAll(' ', ' '));
    const wholly = (await ownCatalogue(language)).get('{words} (inferred)')?.text.replace('{words}', '') ?? '';
    await expect(inferred.locator('[aria-hidden]').first()).toHaveText(/2023\D{0,4} \(\?\)$/u);
    await expect(inferred.locator('.visually-hidden').first()).toContainText(wholly);
    expect(await inferred.locator('[title]').getAttribute('title')).toContain(wholly);
    const words = (await ownCatalogue(language)).get('{0, plural, one {# word} other {# words}}')?.text ?? '';
    expect(words).toContain('many {');
    await expect(page.locator('.statement-facts')).not.toContainText('words');
  }
});

const softly = expect.configure({ soft: true });

test.describe('with something of everything', () => {
  test.use({
    workspaceFolder: async ({ scratchFolder }, use) => {
      await writeAnnotatedWorkspace(`${scratchFolder}/workspace`);
      await use(`${scratchFolder}/workspace`);
    },
  });

  test('no English is left in any view', async ({ page, runtime }) => {
    test.skip(runtime === 'double', 'the page is the same in the browser edition');
    test.setTimeout(180_000);
    const english = [...(await ownCatalogue('en')).keys()].filter(
      (text) => text.length > shortestTelling && !/[{<]/u.test(text),
    );
    const catalogues = new Map<string, ReadonlySet<string>>();
    for (const language of translations) {
      const messages = await ownCatalogue(language);
      catalogues.set(language, new Set(english.filter((text) => messages.get(text)?.text !== text)));
    }
    for (const view of appViews) {
      await view.open(page);
      for (const [language, translated] of catalogues) {
        await speak(page, language);
        // A list that is ranked anew, as the palette's, follows a moment after the words around it.
        await softly
          .poll(async () => (await textsInSight(page)).filter(({ text }) => translated.has(text)), {
            message: `${view.name} in ${language}`,
          })
          .toEqual([]);
      }
      await speak(page, 'en');
      await view.close?.(page);
      await view.tidy?.(page);
    }
  });
});
