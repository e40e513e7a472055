/** Whether the text at `node` is set from right to left, so that its next words are to the left. */
export function readsLeftward(node: Node | null): boolean {
  const element = node instanceof Element ? node : node?.parentElement;
  return element ? getComputedStyle(element).direction === 'rtl' : false;
}
