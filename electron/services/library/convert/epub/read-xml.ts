import { Parser } from 'htmlparser2';

/** An element of a small XML document. Names are without their prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text of it, without that of the elements in it. */
  text: string;
}

/** The most elements, and how deep they may stand in one another. */
const mostElements = 200_000;
const deepest = 100;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Every element of a document of XML, in order. Entities that the document declares itself are not replaced, and none of it
 * is fetched. `null` where it is larger or deeper than documents of this kind are.
 */
export function readXml(text: string): readonly XmlElement[] | null {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  let isTooLarge = false;
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        isTooLarge ||= elements.length >= mostElements || open.length >= deepest;
        if (isTooLarge) return parser.pause();
        const own = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value]));
        const element = { name: local(name), attributes: own, text: '' };
        elements.push(element);
        open.push(element);
      },
      ontext(piece) {
        const element = open.at(-1);
        if (element) element.text += piece;
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  if (!isTooLarge) parser.end();
  return isTooLarge ? null : elements;
}
