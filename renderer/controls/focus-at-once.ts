/**
 * For the `initialFocus` of a popup of Base UI: gives the focus to what `find` finds before another key can come. Base UI by
 * itself does so a frame later, and what is typed until then would go to where the focus was: into the text, or nowhere.
 */
export function focusAtOnce(find: () => HTMLElement | null | undefined): () => boolean {
  return () => {
    const element = find();
    // The popup may not be in its place yet; and what is far below is not scrolled to: a form is read from its start.
    element?.focus({ preventScroll: true });
    // Where nothing was found, Base UI is to look itself.
    return !element;
  };
}
