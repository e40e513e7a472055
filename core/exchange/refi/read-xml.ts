import { SaxesParser } from 'saxes';
import { fail, type Result, succeed } from '../../result.ts';
import { type Sentence, say } from '../../sentence.ts';
import { importLimits } from '../limits.ts';

/** An element of an XML document, without what belongs to no program: comments, processing instructions, prefixes. */
export interface XmlElement {
  readonly name: string;
  /** The namespace; empty where there is none. */
  readonly space: string;
  /** Names and values in turn, as they stand. */
  readonly attributes: readonly string[];
  readonly children: readonly XmlElement[];
  /** The characters right in this element, one after the other. */
  readonly text: string;
}

/** What is read of a document at most, beside `importLimits`. */
export interface XmlLimits {
  /** How many elements of a name there may be. */
  readonly most: Readonly<Record<string, number>>;
  /** Elements in all. */
  readonly elements: number;
}

interface GrowingElement extends XmlElement {
  readonly children: GrowingElement[];
  text: string;
}

/** UTF-16 units that are read before it is looked whether to go on. */
const stepLength = 65_536;

/** The longest value of an attribute that is a text of somebody's and no attack, in UTF-16 units. */
const attributeLimit = 1024 * 1024;

const attributesLimit = 256;

const brokenAt = (line: number): Sentence =>
  say(/*i18n*/ 'The XML of the file is broken at line {line}, so nothing was taken from it: export it again.', {
    line,
  });

const doctype = say(
  /*i18n*/ 'The XML of the file has a document type declaration, which no project needs and which can hide an attack: export it without.',
);

const tooDeep = say(
  /*i18n*/ 'The XML of the file has more than {limit} levels, one in the other, so nothing was taken from it: use fewer.',
  { limit: importLimits.depth },
);

const tooLarge = say(
  /*i18n*/ 'The XML of the file is larger than what is read at once, so nothing was taken from it: divide the project.',
);

function tooMany(name: string, limit: number): Sentence {
  return say(
    /*i18n*/ 'The file has more than {limit} elements “{name}”, so nothing was taken from it: divide the project.',
    { limit, name },
  );
}

/** The value of an attribute; `null` where there is none. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1] ?? null;
  return null;
}

/** The elements right under this one that have the name. */
export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The text of the first element of that name under this one; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childrenNamed(element, name)[0]?.text ?? '';
}

/**
 * The root of an XML document. Only well-formed XML with namespaces is read, and nothing outside the document: a document type
 * declaration, and with it every entity of its own, is refused. Fails with one sentence; takes time and memory in
 * proportion to the text.
 */
export function readXml(xml: string, limits: XmlLimits): Result<XmlElement> {
  if (xml.length > importLimits.documentBytes) return fail('invalid', tooLarge);
  const parser = new SaxesParser({ xmlns: true });
  const open: GrowingElement[] = [];
  const counts = new Map<string, number>();
  const found: { root: XmlElement | null; fault: Sentence | null; elements: number } = {
    root: null,
    fault: null,
    elements: 0,
  };
  const refuse = (why: Sentence): void => {
    found.fault ??= why;
  };
  parser.on('error', () => refuse(brokenAt(parser.line)));
  parser.on('doctype', () => refuse(doctype));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (found.fault !== null) return;
    found.elements += 1;
    const count = (counts.get(local) ?? 0) + 1;
    counts.set(local, count);
    const most = Object.hasOwn(limits.most, local) ? limits.most[local] : undefined;
    if (most !== undefined && count > most) refuse(tooMany(local, most));
    if (found.elements > limits.elements || open.length >= importLimits.depth) {
      refuse(open.length >= importLimits.depth ? tooDeep : tooLarge);
    }
    const all = Object.values(attributes);
    if (all.length > attributesLimit || all.some(({ value }) => value.length > attributeLimit)) refuse(tooLarge);
    const flat = all.flatMap(({ local: name, prefix, value }) => (prefix === '' ? [name, value] : []));
    const element: GrowingElement = { name: local, space: uri, attributes: flat, children: [], text: '' };
    open.at(-1)?.children.push(element);
    found.root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  for (let at = 0; at < xml.length && found.fault === null; at += stepLength)
    parser.write(xml.slice(at, at + stepLength));
  if (found.fault === null) parser.close();
  if (found.fault !== null) return fail('invalid', found.fault);
  return found.root === null ? fail('invalid', brokenAt(1)) : succeed(found.root);
}
