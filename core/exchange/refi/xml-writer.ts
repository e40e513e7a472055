/** Writes texts into XML, and remembers what it could not write as it is. */
export interface XmlWriter {
  /** `text` as the content of an element. */
  readonly content: (text: string) => string;
  /** A space, then the attribute; nothing where there is no value. */
  readonly attribute: (name: string, value: string | number | null) => string;
  /** Whether a character was left out since the last call that XML cannot hold: U+FFFD stands in its place. */
  readonly hasReplaced: () => boolean;
}

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Prepares writing one document. */
export function createXmlWriter(): XmlWriter {
  let isReplaced = false;
  const clean = (text: string): string =>
    text.replace(forbidden, () => {
      isReplaced = true;
      return '\ufffd';
    });
  return {
    content: (text) => clean(text).replace(/[&<>\r]/gu, (character) => escapes[character] ?? character),
    attribute(name, value) {
      if (value === null) return '';
      // An XML reader makes a space of every line end in an attribute that is not written as a number.
      const escaped = clean(String(value)).replace(/[&<>"\r\n\t]/gu, (character) => escapes[character] ?? character);
      return ` ${name}="${escaped}"`;
    },
    hasReplaced() {
      const was = isReplaced;
      isReplaced = false;
      return was;
    },
  };
}
