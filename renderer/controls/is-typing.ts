/** Inputs that no text goes into: they keep Space and the arrows, and nothing else. */
const notTyped = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image'];

/** Whether words that are typed or pasted there go into a field. */
export function isTypingIn(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement && !notTyped.includes(target.type)) ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Whether a key goes into a field, so that it must not be taken for a command. */
export function isTyping({ target }: KeyboardEvent): boolean {
  return isTypingIn(target);
}
