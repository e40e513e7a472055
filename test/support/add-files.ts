import { expect, type Page } from '@playwright/test';

/** A file as Playwright gives it to a page. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Adds files as statements in the browser edition, and waits until that is done. */
export async function addFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Library' });
  const choosing = page.waitForEvent('filechooser');
  await list.getByRole('button', { name: 'Add statements' }).click();
  await page.getByRole('menuitem', { name: 'Choose files…' }).click();
  await (await choosing).setFiles(files.map((file) => ({ ...file })));
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(/added/iu, { timeout: 60_000 });
}
