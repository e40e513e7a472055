/** The frames that print are told by this class. */
const frameClass = 'print-frame';

/**
 * Opens the browser edition's page at `url` out of sight and prints it: the browser asks where to. The page can be fetched
 * once. It stays until the next is printed: browsers print from it after `print` has returned.
 */
export function printPage(url: string): void {
  for (const old of document.querySelectorAll(`.${frameClass}`)) old.remove();
  const frame = document.createElement('iframe');
  frame.className = frameClass;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.addEventListener('load', () => frame.contentWindow?.print(), { once: true });
  frame.src = url;
  document.body.append(frame);
}
