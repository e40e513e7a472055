import { SaxesParser } from 'saxes';

interface Style {
  name: string;
  basedOn: string | null;
  outline: number | null;
}

/** How deep styles rest on each other at most; a circle ends here. */
const mostSteps = 20;

function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  const parser = new SaxesParser();
  let open: Style | null = null;
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.slice(name.indexOf(':') + 1);
    const read = (key: string): string | null =>
      Object.entries(attributes).find(([found]) => found.slice(found.indexOf(':') + 1) === key)?.[1] ?? null;
    if (local === 'style') {
      open = { name: '', basedOn: null, outline: null };
      const id = read('styleId');
      if (id !== null && read('type') === 'paragraph' && !styles.has(id)) styles.set(id, open);
    } else if (open !== null) {
      const value = read('val');
      if (local === 'name') open.name = value ?? '';
      if (local === 'basedOn') open.basedOn = value;
      if (local === 'outlineLvl' && value !== null && /^[0-9]$/u.test(value)) open.outline = Number(value);
    }
  });
  parser.on('closetag', ({ name }) => {
    if (name.slice(name.indexOf(':') + 1) === 'style') open = null;
  });
  parser.write(xml).close();
  return styles;
}

/** The level that a style’s name says, 1 for the first; `null` where it says none. */
function levelOfStyleName(name: string): number | null {
  if (/^title$/iu.test(name)) return 1;
  if (/^subtitle$/iu.test(name)) return 2;
  const level = /^heading\s*([1-9])?$/iu.exec(name);
  return level ? Number(level[1] ?? 1) : null;
}

/** The headings among the paragraph styles of `styles.xml`, which is well-formed: their levels, 1 for the first, by the styles’ ids. */
export function readHeadingLevels(xml: string): ReadonlyMap<string, number> {
  const styles = readStyles(xml);
  const levels = new Map<string, number>();
  for (const id of styles.keys()) {
    let style = styles.get(id);
    for (let step = 0; style && step < mostSteps; step += 1) {
      const named = levelOfStyleName(style.name);
      // Level 9 of an outline is the body’s.
      const level = named ?? (style.outline === null ? null : style.outline + 1);
      if (level !== null) {
        if (level <= 9) levels.set(id, level);
        break;
      }
      style = style.basedOn === null ? undefined : styles.get(style.basedOn);
    }
  }
  return levels;
}
