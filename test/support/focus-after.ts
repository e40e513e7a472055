import type { Locator, Page } from '@playwright/test';

type Press = Pick<KeyboardEventInit, 'key' | 'ctrlKey' | 'shiftKey'>;

/** What is done at the end of a task is done before the next one; what that has done in turn, one after another. */
const turns = 100;

/** The tag of what has the focus when the key after `press` comes, however soon that is: no frame is painted in between. */
export async function focusAfterKey(page: Page, press: Press): Promise<string> {
  return page.evaluate(
    async ([init, count]) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
      for (let turn = 0; turn < count; turn += 1) await null;
      const focused = document.activeElement?.cloneNode();
      return focused instanceof Element ? focused.outerHTML : '';
    },
    [press, turns] as const,
  );
}

/** The tag of what has the focus when the first key after a press of `button` comes. */
export async function focusAfterPress(button: Locator): Promise<string> {
  return button.evaluate(async (element: HTMLElement, count) => {
    element.click();
    for (let turn = 0; turn < count; turn += 1) await null;
    const focused = document.activeElement?.cloneNode();
    return focused instanceof Element ? focused.outerHTML : '';
  }, turns);
}
