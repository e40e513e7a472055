import { Parser } from 'htmlparser2';

/** The HTML of a Markdown file, read as it comes between the Markdown. */
export interface HtmlTracker {
  /** Reads a piece of HTML. */
  readonly read: (html: string) => void;
  /** Whether what comes now stands inside an element that is open, other than the exporter's own anchors. */
  readonly isInside: () => boolean;
  /** Whether there was an element that may change how all of the document looks. */
  readonly isStyled: () => boolean;
  /** Ends what is still open. */
  readonly finish: () => void;
}

interface OpenElement {
  readonly name: string;
  readonly isAnchor: boolean;
  text: string;
}

const farReaching = new Set(['style', 'script', 'link', 'base', 'plaintext', 'xmp', 'svg', 'math']);

/** Follows the elements of HTML; `onQuotation` is called with the text of each block quotation that is written in it. */
export function htmlTracker(onQuotation: (text: string) => void): HtmlTracker {
  const open: OpenElement[] = [];
  let hasStyle = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const isAnchor =
        name === 'span' && /^excerpt-/u.test(attributes['id'] ?? '') && Object.keys(attributes).length === 1;
      if (farReaching.has(name) || Object.keys(attributes).some((own) => own === 'style' || own.startsWith('on')))
        hasStyle = true;
      open.push({ name, isAnchor, text: '' });
    },
    ontext: (text) => {
      const quotation = open.find(({ name }) => name === 'blockquote');
      if (quotation) quotation.text += text;
    },
    onclosetag: () => {
      const element = open.pop();
      if (element?.name === 'blockquote') onQuotation(element.text);
    },
  });
  return {
    read: (html) => parser.write(html),
    isInside: () => open.some(({ isAnchor }) => !isAnchor),
    isStyled: () => hasStyle,
    finish: () => parser.end(),
  };
}
