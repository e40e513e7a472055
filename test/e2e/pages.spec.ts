import { expect, type Locator, type Page } from '@playwright/test';
import { type DrawnText, writePdf } from '../electron/services/library/convert/pdf/write-pdf.ts';
import { addFiles } from '../support/add-files.ts';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, highlight, openStatement, selectionBar } from '../support/reader-page.ts';

const count = 12;

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A page with a sentence at its top by which it is known, and enough below it to fill a screen. */
function pageText(at: number): DrawnText[] {
  const lines = Array.from(
    { length: 30 },
    (_, line) => `Line ${line + 1} of page ${numbers[at]}: the witness went on to tell what had been seen on that day.`,
  );
  return [`Here begins the testimony number ${numbers[at]}.`, ...lines].map((text, line) => ({
    x: 72,
    y: 770 - 22 * line - (line > 0 ? 20 : 0),
    text,
    size: 11,
  }));
}

/** Two pages with Roman numbers, then those with a 1 and so on. */
const labels = '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>';
const testimony = writePdf(
  numbers.map((_, at) => pageText(at)),
  {
    info: { Title: 'Testimony in twelve pages' },
    catalogue: labels,
  },
);

const pages = (page: Page): Locator => page.getByTestId('pages');
const place = (page: Page): Locator => page.getByTestId('pages-place');
const sheet = (page: Page, index: number): Locator => pages(page).locator(`[data-page-index="${index}"]`);

/** How many dots of the picture of a page are dark. */
function darkDots(page: Page, index: number): Promise<number> {
  return sheet(page, index)
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('There is no canvas');
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 128) dark += 1;
      return dark;
    });
}

/** The words at the upper edge of the text. */
function atEdge(page: Page): Promise<string> {
  return page.locator('.reader-scroll').evaluate((scroller) => {
    const { top } = scroller.getBoundingClientRect();
    const pieces = [...scroller.querySelectorAll('[data-start]')];
    return pieces.find((piece) => piece.getBoundingClientRect().bottom > top + 20)?.textContent ?? '';
  });
}

test.beforeEach(({ runtime }) => {
  test.skip(runtime !== 'browser', 'on the desktop a dialog of the system asks for the file');
});

test('the pages of a PDF stand beside its text, follow it, and lead it', async ({ page, app }) => {
  test.setTimeout(120_000);
  await addFiles(page, [{ name: 'testimony.pdf', mimeType: 'application/pdf', buffer: testimony }]);
  await openStatement(page, 'Testimony in twelve pages');

  // Where a page begins is said beside the line, and is no part of the text.
  const marks = page.locator('.statement [data-page]');
  await expect(marks).toHaveCount(count);
  await expect(marks.nth(0)).toHaveAttribute('data-page', 'p. i');
  await expect(marks.nth(2)).toHaveAttribute('data-page', 'p. 1');
  await expect(marks.nth(2)).toContainText('testimony number three');
  await highlight(page, 'begins the testimony number one', '1');
  await expect(cards(page)).toContainText('begins the testimony number one');
  await expect(cards(page)).toContainText('p. i, ');

  await page.getByRole('button', { name: 'Show the pages' }).click();
  await expect(sheet(page, 0)).toHaveAttribute('data-outcome', 'drawn', { timeout: 30_000 });
  await expect(place(page)).toHaveText(`Page i, 1 of ${count}`);
  expect(await darkDots(page, 0)).toBeGreaterThan(1_000);
  await expect(sheet(page, count - 1)).toHaveAttribute('data-outcome', 'waiting');
  await expect(sheet(page, 0).getByRole('img')).toHaveAccessibleName('Page i as a picture; its words are in the text.');

  // The text leads the pages.
  await marks.nth(5).scrollIntoViewIfNeeded();
  await page.locator('.reader-scroll').evaluate((scroller) => {
    const mark = [...scroller.querySelectorAll('[data-page]')][5];
    scroller.scrollBy({ top: (mark?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top - 20 });
  });
  await expect(place(page)).toHaveText(`Page 4, 6 of ${count}`);
  await expect(sheet(page, 5)).toHaveAttribute('data-outcome', 'drawn');
  // Only what is near keeps its picture.
  await expect(sheet(page, 0).locator('canvas')).toHaveCount(0);

  // A page leads the text.
  await pages(page).getByRole('region').press('PageDown');
  await expect(place(page)).toHaveText(`Page 5, 7 of ${count}`);
  await expect.poll(() => atEdge(page)).toContain('number six');
  await pages(page).getByRole('button', { name: 'Page 5', exact: true }).click();
  await expect.poll(() => atEdge(page)).toContain('number seven');
  await expect(place(page)).toHaveText(`Page 5, 7 of ${count}`);

  // Larger, and as wide as the pane again.
  const width = async (): Promise<number> => (await sheet(page, 6).boundingBox())?.width ?? 0;
  const fitting = await width();
  await page.getByRole('button', { name: 'Larger pages' }).click();
  await expect.poll(width).toBeGreaterThan(fitting * 1.2);
  await expect(place(page)).toHaveText(`Page 5, 7 of ${count}`);
  await page.getByRole('button', { name: 'Fit width' }).click();
  await expect.poll(width).toBeLessThan(fitting * 1.02);

  // It is there again after a new start, and goes by its key.
  await app.restart();
  const again = app.page();
  await openStatement(again, 'Testimony in twelve pages');
  await expect(pages(again).locator('[data-outcome="drawn"]').first()).toBeVisible({ timeout: 30_000 });
  await pages(again).getByRole('button', { name: 'Close the pages' }).click();
  await expect(pages(again)).toHaveCount(0);
  await expect(again.getByRole('button', { name: 'Show the pages' })).toBeFocused();
});

test('where a place is said the pages are said first, and headers and footers are called so', async ({ page }) => {
  const sentences = ['The witness was taken away.', 'Nobody said to where.', 'The family was not told.'];
  const furnished = writePdf(
    sentences.map((sentence, at) => [
      { x: 72, y: 810, size: 10, text: 'Commission of Inquiry, A/HRC/46/4' },
      { x: 72, y: 700, size: 11, text: sentence },
      { x: 72, y: 30, size: 10, text: `Page ${at + 1} of 3` },
    ]),
    { info: { Title: 'Report of the commission' } },
  );
  await addFiles(page, [{ name: 'report.pdf', mimeType: 'application/pdf', buffer: furnished }]);
  await openStatement(page, 'Report of the commission');
  await expect(page.locator('.furniture-toggle').first()).toContainText('1 line of headers and footers hidden.');
  await expect(page.locator('.furniture-toggle').nth(1)).toContainText('2 lines of headers and footers hidden.');

  await dragOver(page, 'Nobody said', 'family was not told');
  await expect(page.getByTestId('announcer')).toContainText('reaches into a header or a footer');
  await page.keyboard.press('1');
  await expect(cards(page).first()).toContainText('pp. 2–3, ¶ 2 to 3');
  await page.keyboard.press('Escape');
  await dragOver(page, 'Page 2 of');
  await page.keyboard.press('2');
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).nth(1)).toContainText('p. 2, header or footer');
  await selectionBar(page).getByRole('button', { name: 'This is…' }).click();
  await expect(page.getByTestId('structure-menu').getByRole('button', { name: 'Header or footer' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Escape');

  await page.getByRole('searchbox', { name: 'Search all statements' }).fill('witness taken');
  const hit = page.getByTestId('search-hit').filter({ hasText: sentences[0] ?? '' });
  await expect(hit).toContainText('p. 1, ¶ 1');
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  const foot = page.getByTestId('excerpt').first().locator('.excerpt-foot');
  await expect(foot).toContainText('pp. 2–3, ¶ 2 to 3');
  await expect(foot).not.toContainText('website');
});

test('a page that is broken says so, as does one with a picture that cannot be read, and the others are drawn', async ({
  page,
}) => {
  const file = writePdf([pageText(0), pageText(1), pageText(2)], {
    info: { Title: 'Broken in the middle' },
    drawing: 'q 200 0 0 100 72 40 cm /unknown Do Q',
  }).toString('latin1');
  const font = /7 0 obj\n(.*)\nendobj/u.exec(file)?.[1] ?? '';
  const picture =
    '<< /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /JPXDecode /Length 10 >>\nstream\nno picture\nendstream';
  const broken = file
    // The picture says that it is a JPEG 2000, and is none.
    .replace(font, picture.padEnd(font.length))
    .replaceAll('/japanese 6 0 R /unknown 7 0 R >> >>', '>> /XObject << /unknown 7 0 R >> >> ')
    // The second page is a number, where a page should be.
    .replace('12 0 obj\n<< /Type /Page ', '12 0 obj\n7 %Type /Page ');
  await addFiles(page, [{ name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from(broken, 'latin1') }]);
  await openStatement(page, 'Broken in the middle');
  await page.getByRole('button', { name: 'Show the pages' }).click();
  await expect(sheet(page, 0)).toHaveAttribute('data-outcome', 'incomplete', { timeout: 30_000 });
  await expect(sheet(page, 0)).toContainText('A picture on this page cannot be drawn');
  expect(await darkDots(page, 0)).toBeGreaterThan(1_000);
  await expect(sheet(page, 1)).toHaveAttribute('data-outcome', 'broken');
  await expect(sheet(page, 1)).toContainText('This page cannot be drawn');
});
