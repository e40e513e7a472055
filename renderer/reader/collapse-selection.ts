/** Lets go of what is selected on the page and leaves the caret at its end. Nothing happens where nothing is selected. */
export function collapseSelection(): void {
  const selection = document.getSelection();
  // `collapseToEnd` throws where there is no range at all.
  if (selection && selection.rangeCount > 0) selection.collapseToEnd();
}
