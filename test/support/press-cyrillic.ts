import type { Page } from '@playwright/test';

/** Presses a key as a keyboard that is set to a Cyrillic alphabet sends it: `key` is what it types, `code` its place. */
export async function pressCyrillic(page: Page, key: string, code: string, ctrlKey = false): Promise<void> {
  await page.evaluate(
    (init) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true })),
    { key, code, ctrlKey, cancelable: true },
  );
}
