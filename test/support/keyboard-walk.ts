import type { Page } from '@playwright/test';

/** What stands in the attribute that the walk numbers its stops by. */
const stopAttribute = 'data-walk-stop';

/** Numbers everything in `within` that Tab is to stop at, and remembers how it looks without the focus. */
async function numberStops(page: Page, within: string): Promise<string[]> {
  return page.evaluate(
    ([selector, attribute]) => {
      for (const old of document.querySelectorAll(`[${attribute}]`)) old.removeAttribute(attribute);
      const ring = (element: Element): string => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderWidth, borderColor } =
          getComputedStyle(element);
        return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderWidth, borderColor].join(' ');
      };
      /** The element, what it stands in and what stands in it: any of them may show that it has the focus. */
      const around = (element: Element): Element[] => [
        element,
        ...[element.parentElement, element.parentElement?.parentElement].filter((other) => !!other),
        ...element.children,
      ];
      const rings = new Map<Element, string>();
      const stops = [...document.querySelectorAll(selector)]
        .flatMap((root) => [...root.querySelectorAll<HTMLElement | SVGElement>('*')])
        .filter(
          (element) =>
            element.tabIndex >= 0 &&
            !element.matches(':disabled, [data-base-ui-focus-guard]') &&
            element.checkVisibility({ visibilityProperty: true }),
        );
      (document.activeElement as HTMLElement | null)?.blur();
      for (const [at, stop] of stops.entries()) {
        stop.setAttribute(attribute, String(at));
        for (const element of around(stop)) rings.set(element, ring(element));
      }
      Reflect.set(globalThis, 'walk', { ring, rings, around });
      const nameOf = (element: Element): string =>
        `${element.localName}.${element.getAttribute('class')} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
      return stops.map(nameOf);
    },
    [within, stopAttribute] as const,
  );
}

/** The number of the stop that has the focus, and what is wrong with it. */
async function lookAtFocus(page: Page): Promise<{ stop: number | null; faults: string[] }> {
  return page.evaluate((attribute) => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return { stop: null, faults: [] };
    const number = focused.getAttribute(attribute);
    const faults: string[] = [];
    const { ring, rings, around } = Reflect.get(globalThis, 'walk');
    const shows = (element: Element): boolean => {
      const before = rings.get(element);
      const now = ring(element);
      const { outlineStyle, outlineWidth, boxShadow, borderWidth } = getComputedStyle(element);
      const isRinged = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      const isBordered = borderWidth.split(' ').some((width) => Number.parseFloat(width) >= 2);
      return before !== undefined && before !== now && (isRinged || isBordered || boxShadow !== 'none');
    };
    if (number !== null && !around(focused).some(shows)) faults.push('does not show that it has the focus');
    const { left, top, right, bottom } = focused.getBoundingClientRect();
    // Of a text that is longer than the window, the part that is in the window is looked at.
    const within = (from: number, to: number, most: number, parts: readonly number[]): number[] => {
      const clamp = (value: number): number => Math.max(0, Math.min(most - 1, value));
      return parts.map((part) => clamp(from) + (clamp(to) - clamp(from)) * part);
    };
    const xs = within(left, right, innerWidth, [0.02, 0.25, 0.5, 0.75, 0.98]);
    const ys = within(top, bottom, innerHeight, [0.05, 0.5, 0.95]);
    const isInSight = xs.some((x) =>
      ys.some((y) => {
        const hit = document.elementFromPoint(x, y);
        const isInside = x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
        return isInside && hit !== null && (focused.contains(hit) || hit.contains(focused));
      }),
    );
    if (number !== null && !isInSight) faults.push('is hidden while it has the focus');
    return { stop: number === null ? null : Number(number), faults };
  }, stopAttribute);
}

/**
 * Goes by Tab through everything in `within` that can take the focus, and tells what is not reached, not in the order of
 * the page, without a visible focus, or hidden by something else while it has it. One Shift+Tab at the end shows that the
 * way back is open.
 */
export async function walkByTab(page: Page, within: string): Promise<string[]> {
  const names = await numberStops(page, within);
  if (names.length === 0) return [`${within} has nothing that can take the focus`];
  const nameOf = (stop: number): string => names[stop] ?? `stop ${stop}`;
  const faults: string[] = [];
  const seen: number[] = [];
  // The key tells the page that the focus comes by keyboard from here on.
  await page.keyboard.press('Shift');
  await page.locator(`[${stopAttribute}="0"]`).focus();
  const spare = 12;
  for (let step = 0; step < names.length + spare && seen.length < names.length; step += 1) {
    const { stop, faults: here } = await lookAtFocus(page);
    if (stop !== null && seen.includes(stop)) break;
    if (stop !== null) {
      seen.push(stop);
      faults.push(...here.map((fault) => `${nameOf(stop)} ${fault}`));
    }
    if (seen.length < names.length) await page.keyboard.press('Tab');
  }
  const last = seen.at(-1);
  await page.keyboard.press('Shift+Tab');
  const back = await lookAtFocus(page);
  if (names.length > 1 && last !== undefined && back.stop === last) {
    faults.push(`${nameOf(last)} holds the focus`);
  }
  for (const stop of names.keys()) {
    if (!seen.includes(stop) && (await page.locator(`[${stopAttribute}="${stop}"]`).isVisible())) {
      faults.push(`${nameOf(stop)} is not reached`);
    }
  }
  for (const [at, stop] of seen.entries()) {
    const before = seen[at - 1];
    if (before !== undefined && before > stop) faults.push(`${nameOf(stop)} comes after ${nameOf(before)}`);
  }
  return faults;
}

/**
 * What can be pressed in `within` and is smaller than 24 by 24 CSS pixels, where a circle of that size around it touches
 * another such thing (WCAG 2.2, 2.5.8). Words in a sentence do not count; the label of a control counts with it.
 */
export async function smallTargets(page: Page, within: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const least = 24;
    const pressed =
      'button, a[href], input, select, textarea, summary, [role=radio], [role=checkbox], [role=switch], [role=tab], [role=option], [role=separator][tabindex]';
    const boxOf = (element: Element): DOMRect => {
      const label = element.closest('label');
      return (label ?? element).getBoundingClientRect();
    };
    const targets = [...document.querySelectorAll(selector)]
      .flatMap((root) => [...root.querySelectorAll(pressed)])
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.matches('[aria-hidden="true"], .skip-button'))
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const isSmall = ({ width, height }: DOMRect): boolean => width < least - 0.5 || height < least - 0.5;
    const isInSentence = (element: Element): boolean =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node instanceof Text && node.data.trim().length > 2,
      );
    const distance = (x: number, y: number, box: DOMRect): number =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    return targets
      .filter(({ element, box }) => isSmall(box) && !isInSentence(element))
      .filter(({ element, box }) => {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        return targets.some((other) => {
          if (other.element === element || other.element.contains(element) || element.contains(other.element))
            return false;
          const reach = isSmall(other.box)
            ? Math.hypot(other.box.left + other.box.width / 2 - x, other.box.top + other.box.height / 2 - y) - least / 2
            : distance(x, y, other.box);
          return reach < least / 2 - 0.5;
        });
      })
      .map(
        ({ element, box }) =>
          `${element.localName}.${element.getAttribute('class')} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}” ${Math.round(box.width)}×${Math.round(box.height)}`,
      );
  }, within);
}

/** What is wider than the room it has, and would have to be scrolled sideways; figures, tables and code may. */
export async function sidewaysScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const mayScroll = '.figure-scroll, .figure-data, .visually-hidden, textarea, input, select';
    return [document.documentElement, ...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        if (element.closest(mayScroll)) return false;
        const { overflowX, textOverflow } = getComputedStyle(element);
        const isRoot = element === document.documentElement;
        const scrolls = isRoot || ((overflowX === 'auto' || overflowX === 'scroll') && textOverflow !== 'ellipsis');
        return scrolls && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.localName}.${element.className} ${element.scrollWidth} in ${element.clientWidth}`);
  });
}
