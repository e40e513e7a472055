import { describeHiding, isOn } from './hidden-looks.ts';
import { readXml } from './office-parts.ts';

type Attributes = Readonly<Record<string, string>>;

/** What a style or a run says of its words; what it does not say is not in it. Sizes are in half points. */
export interface RunLooks {
  vanish?: boolean;
  strike?: boolean;
  dstrike?: boolean;
  rtl?: boolean;
  color?: string;
  sz?: number;
  szCs?: number;
}

interface Style {
  readonly id: string;
  readonly looks: RunLooks;
  name: string;
  basedOn: string | null;
  isDefault: boolean;
}

/** The styles of a document. */
export interface DocxStyles {
  /** The names of a paragraph style and of those it is based on, itself first; the default one's where `id` is `null`. */
  readonly namesOf: (id: string | null) => readonly string[];
  /** How words look in a run: with the styles of their paragraph and of their run, and what the run says itself. */
  readonly looksOf: (paragraph: string | null, run: string | null, own: RunLooks) => RunLooks;
}

/** Far more than any document has: beyond, styles are based on each other. */
const deepest = 40;

/** Switches that a style of characters turns round where the style of the paragraph has them on (ECMA-376, 17.7.3). */
const toggles = ['vanish', 'strike'] as const;

const light = /^(?:background[12]|light[12])$/u;

/** Adds to `looks` what an element of a run's properties says. */
export function readLooksElement(looks: RunLooks, name: string, attributes: Attributes): void {
  const value = attributes['w:val'];
  if (name === 'w:vanish') looks.vanish = isOn(value);
  if (name === 'w:strike') looks.strike = isOn(value);
  if (name === 'w:dstrike') looks.dstrike = isOn(value);
  if (name === 'w:rtl' || name === 'w:cs') looks.rtl = isOn(value);
  if (name === 'w:sz') looks.sz = Number(value);
  if (name === 'w:szCs') looks.szCs = Number(value);
  if (name === 'w:color') looks.color = light.test(attributes['w:themeColor'] ?? '') ? 'FFFFFF' : (value ?? 'auto');
}

/** Why words with these looks cannot be read as they were quoted; `null` where they can. Hidden ones are not there at all. */
export function describeLooks({ strike, dstrike, rtl, color, sz, szCs }: RunLooks): string | null {
  const size = rtl === true ? szCs : sz;
  return describeHiding({
    isStruck: strike === true || dstrike === true,
    color: color ?? null,
    size: size === undefined ? null : size / 2,
  });
}

/** Reads the styles of a Word document. */
export function readDocxStyles(xml: string): DocxStyles {
  const styles = new Map<string, Style>();
  const defaults: RunLooks = {};
  let style: Style | null = null;
  let isInDefaults = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'w:rPrDefault') isInDefaults = true;
      if (name === 'w:style') {
        const isDefault = attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? '0');
        style = { id: attributes['w:styleId'] ?? '', looks: {}, name: '', basedOn: null, isDefault };
        styles.set(style.id, style);
      }
      if (style && name === 'w:name') style.name = attributes['w:val'] ?? '';
      if (style && name === 'w:basedOn') style.basedOn = attributes['w:val'] ?? null;
      readLooksElement(style?.looks ?? (isInDefaults ? defaults : {}), name, attributes);
    },
    close: (name) => {
      if (name === 'w:rPrDefault') isInDefaults = false;
      if (name === 'w:style') style = null;
    },
  });
  const usual = [...styles.values()].find(({ isDefault }) => isDefault)?.id ?? null;
  /** From the style itself to what all of them are based on. */
  const chainOf = (id: string | null): Style[] => {
    const chain: Style[] = [];
    for (let next = styles.get(id ?? ''); next && chain.length < deepest; next = styles.get(next.basedOn ?? '')) {
      chain.push(next);
    }
    return chain;
  };
  const inherited = (chain: readonly Style[]): RunLooks =>
    Object.assign({}, ...chain.map(({ looks }) => looks).reverse());
  return {
    namesOf: (id) => [...(id === null ? [] : [id]), ...chainOf(id ?? usual).flatMap((each) => [each.id, each.name])],
    looksOf: (paragraph, run, own) => {
      const [ofParagraph, ofRun] = [inherited(chainOf(paragraph ?? usual)), inherited(chainOf(run))];
      const styled: RunLooks = { ...defaults, ...ofParagraph, ...ofRun };
      for (const toggle of toggles) {
        const isTurned = ofParagraph[toggle] === true && ofRun[toggle] === true;
        if (isTurned) styled[toggle] = defaults[toggle] ?? false;
      }
      return { ...styled, ...own };
    },
  };
}
