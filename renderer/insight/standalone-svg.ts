import { printable } from '../../core/export/print-text.ts';

/** What a drawing says of itself where it stands alone. */
export interface DrawingWords {
  readonly title: string;
  readonly description: string;
}

/** What the style sheets say of a drawing and its elements inherit, as attributes that every program reads. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** What belongs to the page: ways to style, reach and follow a mark. */
const ofThePage = /^(?:class|style|role|tabindex|href|data-.+|aria-.+)$/u;

const namespace = 'http://www.w3.org/2000/svg';

/** The empty edge around a drawing that stands alone, in CSS pixels. */
const edge = 16;

/** A drawing as a file of its own, and its size in CSS pixels. */
export interface StandaloneDrawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

function copyElement(element: Element): Element {
  const styles = getComputedStyle(element);
  const isLink = element.localName === 'a';
  const copy = document.createElementNS(namespace, isLink ? 'g' : element.localName);
  for (const { name, value } of element.attributes) if (!ofThePage.test(name)) copy.setAttribute(name, value);
  for (const property of properties) {
    const value = styles.getPropertyValue(property);
    const inherited = element.parentElement ? getComputedStyle(element.parentElement).getPropertyValue(property) : '';
    if (value !== '' && value !== inherited) copy.setAttribute(property, value);
  }
  // Another font, where ours is not there, takes the same room.
  const room = element instanceof SVGTextElement ? element.getComputedTextLength() : 0;
  if (room > 0) {
    copy.setAttribute('textLength', room.toFixed(1));
    copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  if (element.localName === 'stop') copy.setAttribute('stop-color', styles.stopColor);
  for (const child of element.childNodes) {
    if (child instanceof Element) copy.append(copyElement(child));
    else copy.append(printable(child.textContent ?? ''));
  }
  return copy;
}

function wordsElement(name: 'title' | 'desc', words: string): Element {
  const element = document.createElementNS(namespace, name);
  element.append(printable(words));
  return element;
}

/**
 * A drawing of the page as an SVG file of its own: colours and type as they are shown now, light or dark, on the page's
 * ground, without the links.
 */
export function standaloneSvg(drawing: SVGSVGElement, { title, description }: DrawingWords): StandaloneDrawing {
  const copy = copyElement(drawing);
  for (const property of properties) {
    copy.setAttribute(property, getComputedStyle(drawing).getPropertyValue(property));
  }
  const { width: inner, height: high } = drawing.viewBox.baseVal;
  const [width, height] = [inner + 2 * edge, high + 2 * edge];
  const ground = document.createElementNS(namespace, 'rect');
  for (const element of [copy, ground]) {
    element.setAttribute('width', String(width));
    element.setAttribute('height', String(height));
  }
  copy.setAttribute('viewBox', `${-edge} ${-edge} ${width} ${height}`);
  ground.setAttribute('x', String(-edge));
  ground.setAttribute('y', String(-edge));
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(wordsElement('title', title), wordsElement('desc', description), ground);
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
  return { svg, width, height };
}
