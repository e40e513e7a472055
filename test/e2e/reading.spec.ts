import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { readBundledStatements } from '../support/bundled-statements.ts';
import { openStatement, titles } from '../support/reader-page.ts';

test('every statement opens with all of its text on the page or in a fold', async ({ page }) => {
  const bundled = await readBundledStatements();
  for (const [index, title] of Object.values(titles).entries()) {
    await openStatement(page, title);
    const pieces = await page
      .locator('[data-start]')
      .evaluateAll((elements) =>
        elements.map((element) => [Number(element.getAttribute('data-start')), element.textContent ?? ''] as const),
      );
    const { text } = bundled[index] ?? { text: '' };
    let rebuilt = '';
    for (const [start, words] of pieces) {
      const gap = text.slice(rebuilt.length, start);
      expect(gap.trim()).toBe('');
      rebuilt += gap + words;
    }
    expect(rebuilt + text.slice(rebuilt.length)).toBe(text);
    expect(text.slice(rebuilt.length).trim()).toBe('');
  }
});

test('website text is folded away, and a click shows it', async ({ page }) => {
  await openStatement(page, titles.invocation);
  const furniture = page.getByText('Secure .gov websites use HTTPS');
  await expect(furniture).toBeHidden();
  await page.getByRole('button', { name: /5 lines of website text hidden/u }).click();
  await expect(furniture).toBeVisible();
});

test('speaker turns, lists, headings and paragraph numbers are there for everybody to see', async ({ page }) => {
  await openStatement(page, titles.briefing);
  const turn = page.getByRole('group', { name: 'AMBASSADOR CARPENTER' }).first();
  await expect(turn).toContainText('Dr. Ascensio’s compelling report');
  await expect(turn.locator('p', { hasText: 'Dr. Ascensio' })).toHaveAttribute('data-paragraph', '9');
  await openStatement(page, titles.platform);
  await expect(page.getByRole('list').filter({ hasText: 'Women of the Don' }).getByRole('listitem')).toHaveCount(44);
  await expect(page.getByRole('heading', { level: 2, name: /^The OSCE Moscow Mechanism report/u })).toBeVisible();
});

test('the catalogue says of each field whether it is stated or inferred', async ({ page }) => {
  await openStatement(page, titles.vienna);
  await page.getByRole('button', { name: 'Where this comes from' }).click();
  const record = page.getByRole('table', { name: 'Catalogue record' });
  await expect(record.getByRole('row', { name: /^Date 2021-11\?/u })).toContainText(
    'Inferred. The page bears no date.',
  );
  await expect(record.getByRole('row', { name: /^Title/u })).toContainText('Stated. Line 5.');
  await expect(page.getByText('Source verified b3405dca')).toBeVisible();
});
