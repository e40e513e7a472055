import type { Page } from '@playwright/test';

/** What is asked of a part of the page. */
export interface LayoutQuestion {
  /** A selector of the part that is looked at. */
  readonly within: string;
  /** A letter that stands in every text of the interface, and in no other. */
  readonly letter: string;
}

/**
 * What does not hold in the layout of a part of the page, one line for each: text of the interface that is cut off, that
 * reaches out of its button or lies on other text, a box that reaches out of the one around it, and a page that scrolls
 * sideways.
 */
export async function layoutFaults(page: Page, question: LayoutQuestion): Promise<string[]> {
  return page.evaluate(({ within, letter }) => {
    const controls = 'button, a, label, th, [role="tab"], [role="radio"], [role="option"], [role="checkbox"]';
    /** Figures are drawings: they scale as a whole, and tables of data scroll by themselves. */
    const ownRules = 'svg, .figure-data, .visually-hidden, [hidden], option';
    const tolerance = 1.5;
    const faults: string[] = [];
    const root = document.scrollingElement;
    if (root && root.scrollWidth > innerWidth + 1) faults.push(`the page is ${root.scrollWidth} px wide`);

    const isTruncatedOnPurpose = (element: Element): boolean => {
      const style = getComputedStyle(element);
      const isMeant = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      return isMeant && element.closest('[title]') !== null;
    };
    const clipped = (element: Element | null, rect: DOMRect): [DOMRect, Element | null] => {
      let [left, right, top, bottom] = [rect.left, rect.right, rect.top, rect.bottom];
      let cutBy: Element | null = null;
      for (let at = element; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        if (right > box.right + tolerance || left < box.left - tolerance) cutBy ??= at;
        // What lies further down is scrolled to; what does not scroll is cut.
        const isCutBelow = style.overflowY === 'hidden' || style.overflowY === 'clip';
        if (isCutBelow && bottom > box.bottom + tolerance * 2) cutBy ??= at;
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
        if (right <= left || bottom <= top) break;
      }
      return [new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top)), cutBy];
    };
    /** The first box around the text that reaches out of the one that it lies in. */
    const reachingOut = (element: Element): Element | null => {
      for (let at = element; at.parentElement; at = at.parentElement) {
        const [style, around] = [getComputedStyle(at), getComputedStyle(at.parentElement)];
        if (style.position === 'fixed' || style.position === 'absolute') return null;
        if (style.display === 'inline' || around.display === 'inline' || around.display === 'contents') continue;
        if (around.overflowX !== 'visible') return null;
        // What is meant to stand out says so by a margin below zero.
        if (Math.min(Number.parseFloat(style.marginLeft), Number.parseFloat(style.marginRight)) < 0) return null;
        const [box, outer] = [at.getBoundingClientRect(), at.parentElement.getBoundingClientRect()];
        if (box.width > 0 && (box.right > outer.right + tolerance || box.left < outer.left - tolerance)) return at;
      }
      return null;
    };
    const texts: { words: string; rect: DOMRect; element: Element }[] = [];
    for (const part of document.querySelectorAll(within)) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        const words = walker.currentNode.textContent?.trim() ?? '';
        if (!element || !words.includes(letter) || element.closest(ownRules)) continue;
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const style = getComputedStyle(element);
        if (style.clipPath !== 'none' || style.position === 'fixed') continue;
        const out = reachingOut(element);
        if (out)
          faults.push(`${out.tagName.toLowerCase()}.${out.className} with “${words}” reaches out of what it lies in`);
        const range = new Range();
        range.selectNodeContents(walker.currentNode);
        for (const rect of range.getClientRects()) {
          if (rect.width === 0) continue;
          const [shown, cutBy] = clipped(element, rect);
          if (cutBy && !isTruncatedOnPurpose(cutBy)) {
            faults.push(`“${words}” is cut off by ${cutBy.tagName.toLowerCase()}.${cutBy.className}`);
            break;
          }
          const control = element.closest(controls);
          const box = control?.getBoundingClientRect();
          if (box && getComputedStyle(control ?? element).display !== 'inline' && !cutBy) {
            const isOut = rect.right > box.right + tolerance || rect.left < box.left - tolerance;
            if (isOut || rect.bottom > box.bottom + 4) {
              faults.push(`“${words}” reaches out of its ${control?.tagName.toLowerCase()}.${control?.className}`);
              break;
            }
          }
          if (shown.width > 0 && shown.height > 0) texts.push({ words, rect: shown, element });
        }
      }
    }
    const deep = 3;
    for (const [at, one] of texts.entries()) {
      for (const other of texts.slice(at + 1)) {
        if (one.element === other.element) continue;
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        if (across > deep && down > deep * 2) faults.push(`“${one.words}” and “${other.words}” overlap`);
      }
    }
    return [...new Set(faults)];
  }, question);
}
