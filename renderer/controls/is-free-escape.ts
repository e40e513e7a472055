import { isTyping } from './is-typing.ts';

/** What Escape closes or lets go of where it is open; a message is no such thing, though it has the role of a dialog. */
const openThings =
  '[role="dialog"]:not(.message), [role="alertdialog"]:not(.message), [role="menu"], .find-bar, .statement[data-caret="true"]';

/** Whether a key press is Escape and nothing that is open takes it. To be asked before anybody acts on the key. */
export function isFreeEscape(event: KeyboardEvent): boolean {
  return event.key === 'Escape' && !event.isComposing && !isTyping(event) && !document.querySelector(openThings);
}
