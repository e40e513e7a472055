import { TagColour } from '../../tags/tag.ts';

/** What each tag colour is called elsewhere: its strong form on light ground. */
export const hexOfColour: Readonly<Record<TagColour, string>> = {
  vermilion: '#a93a22',
  ochre: '#7d5700',
  green: '#176a4f',
  violet: '#5b4a9b',
  blue: '#1f5f9e',
  pink: '#9d2f6d',
  teal: '#0f6673',
  slate: '#4c5560',
};

/** A colour in OKLab (Björn Ottosson, 2020), where distance is about what the eye sees. */
function labOf(hex: string): readonly [number, number, number] {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [channel(1), channel(3), channel(5)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** A colour as `#rrggbb`, from `#RRGGBB`, `#RGB` or, as some write, `#AARRGGBB`; `null` where it is none. */
function plainHex(written: string): string | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/u.exec(written.trim().toLowerCase())?.[1];
  if (digits === undefined) return null;
  if (digits.length === 3) return `#${[...digits].map((digit) => digit + digit).join('')}`;
  return `#${digits.slice(-6)}`;
}

/**
 * The tag colour nearest to `written`, a colour as REFI-QDA has them, and whether it is that very colour. `slate` where
 * nothing is written; `null` where it is no colour. Hue tells more than lightness: our colours are all about as dark.
 */
export function nearestColour(written: string): { readonly colour: TagColour; readonly isExact: boolean } | null {
  if (written.trim() === '') return { colour: 'slate', isExact: true };
  const hex = plainHex(written);
  if (hex === null) return null;
  const [lightness, a, b] = labOf(hex);
  const away = (colour: TagColour): number => {
    const [otherLightness, otherA, otherB] = labOf(hexOfColour[colour]);
    // Both are looked at as if they were equally strong, as far as they have a hue at all.
    const [own, other] = [Math.hypot(a, b), Math.hypot(otherA, otherB)];
    const grow = own > 0.04 ? 0.1 / own : 1;
    const shrink = other > 0.04 ? 0.1 / other : 1;
    return Math.hypot(0.2 * (lightness - otherLightness), a * grow - otherA * shrink, b * grow - otherB * shrink);
  };
  const sorted = [...TagColour.options].sort((one, two) => away(one) - away(two));
  const colour = sorted[0] ?? 'slate';
  return { colour, isExact: hexOfColour[colour] === hex };
}
