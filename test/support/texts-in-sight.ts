import type { Page } from '@playwright/test';

/** A text of the page, and a name for where it stands. */
export interface TextInSight {
  readonly text: string;
  readonly where: string;
}

/**
 * Every text on the page that can be seen or is read out as a name, title or placeholder, without what is in a language of
 * its own (statements, what its user wrote, what was announced before another language was chosen) and what is written for a
 * document (citations).
 */
export async function textsInSight(page: Page): Promise<TextInSight[]> {
  return page.evaluate(() => {
    const ofOwnLanguage =
      '[lang]:not(html), [dir], bdi, kbd, code, textarea, .report-citation, .language-example, [data-testid="announcer"]';
    const found: { text: string; where: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      // Here the letters that were typed are marked one by one.
      const whole = element?.closest('.palette-name, .palette-detail') ?? walker.currentNode;
      const text = whole.textContent?.trim() ?? '';
      if (!element || text === '' || element.closest(ofOwnLanguage) || !element.checkVisibility()) continue;
      found.push({ text, where: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}` });
    }
    for (const attribute of ['aria-label', 'title', 'placeholder', 'aria-description']) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        if (element.closest(ofOwnLanguage)) continue;
        found.push({
          text: element.getAttribute(attribute)?.trim() ?? '',
          where: `${attribute} of ${element.tagName}`,
        });
      }
    }
    return found;
  });
}
