/** What is printed, and only while it is. */
const className = 'recovery-print';

/** Takes the paper off the page, where it is still there. */
export function removePaper(): void {
  for (const paper of document.querySelectorAll(`.${className}`)) paper.remove();
}

/** Prints these lines and nothing else of the window. They are on the page for no longer than the printing takes. */
export function printRecoveryKey(lines: { readonly title: string; readonly key: string; readonly hint: string }): void {
  removePaper();
  const paper = document.createElement('section');
  paper.className = className;
  paper.setAttribute('aria-hidden', 'true');
  const add = (tag: 'h1' | 'p', text: string): HTMLElement => {
    const element = document.createElement(tag);
    element.textContent = text;
    paper.append(element);
    return element;
  };
  add('h1', lines.title);
  add('p', lines.key).className = 'recovery-key';
  add('p', lines.hint);
  document.body.append(paper);
  addEventListener('afterprint', removePaper, { once: true });
  print();
}
