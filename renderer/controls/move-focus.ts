import type { KeyboardEvent } from 'react';

/** Arrow Down and Arrow Up go from one to the next of the elements in `list` that `selector` names. */
export function moveFocus(list: HTMLElement | null, selector: string, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!list || step === undefined) return;
  event.preventDefault();
  const items = [...list.querySelectorAll<HTMLElement>(selector)];
  const at = items.findIndex((item) => item.matches(':focus'));
  items[Math.max(0, Math.min(items.length - 1, at + step))]?.focus();
}
