import { describeHiding, isOn } from './hidden-looks.ts';
import { readXml } from './office-parts.ts';

type Attributes = Readonly<Record<string, string>>;

/** The looks of a font, or of a stretch of a text, while its elements are read. */
export interface FontInReading {
  isStruck: boolean;
  color: string | null;
  size: number | null;
}

/** The first two colours of a theme are those of paper; the others are as dark as writing. */
const paperThemes = new Set(['0', '2']);

/** A font of which nothing is known yet. */
export const newFont = (): FontInReading => ({ isStruck: false, color: null, size: null });

/** Adds what an element of a font says to `font`. */
export function readFontElement(font: FontInReading, name: string, { val, rgb, theme }: Attributes): void {
  if (name === 'strike') font.isStruck = isOn(val);
  if (name === 'sz') font.size = Number(val);
  if (name === 'color') font.color = rgb?.slice(-6) ?? (paperThemes.has(theme ?? '') ? 'FFFFFF' : null);
}

/** Whether a number format (ECMA-376, 18.8.31) shows a text as something else than itself, apart from space around it. */
function changesText(format: string): boolean {
  const sections = format
    .replace(/_.|\* /gu, '')
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|\*./gu, 'x')
    .split(';');
  const section = sections[3] ?? sections.find((each) => each.includes('@'));
  return section !== undefined && !/^(?:@|general)$/iu.test(section.trim());
}

/** The formats of cells, by their index in the styles of a workbook, in which a text does not show as it is. */
export function readDisguisingFormats(xml: string): ReadonlySet<number> {
  const disguising = new Set<number>();
  const formats = new Map<string, string>();
  const fonts: FontInReading[] = [];
  let place = '';
  let count = 0;
  readXml(xml, {
    open: (name, attributes) => {
      if (['fonts', 'cellXfs', 'cellStyleXfs', 'dxfs', 'cellStyles'].includes(name)) place = name;
      if (name === 'numFmt' && place !== 'dxfs')
        formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
      const font = fonts.at(-1);
      if (place === 'fonts' && name === 'font') fonts.push(newFont());
      else if (place === 'fonts' && font) readFontElement(font, name, attributes);
      if (place !== 'cellXfs' || name !== 'xf') return;
      const looks = fonts[Number(attributes['fontId'] ?? 0)];
      const isHiding = looks !== undefined && describeHiding(looks) !== null;
      if (isHiding || changesText(formats.get(attributes['numFmtId'] ?? '') ?? '')) disguising.add(count);
      count += 1;
    },
  });
  return disguising;
}
