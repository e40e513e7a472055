import { describe, expect, it } from 'vitest';
import { type Import, listSources, readImports } from './read-imports.ts';

const files = ['core', 'electron', 'renderer'].flatMap(listSources);
const imports = files.flatMap(readImports);
const internal = imports.filter(({ isPackage }) => !isPackage);
const external = imports.filter(({ isPackage }) => isPackage);

/** The first of `layers` that `file` lies in; the longest names must come first. */
const layerOf = (file: string, layers: readonly string[]): number =>
  layers.findIndex((layer) => file.startsWith(layer));

/** From the ground up: a file imports from its own room and from those before it. */
const coreLayers = [
  'core/sentence.ts',
  'core/result.ts',
  'core/text/',
  'core/statements/',
  'core/anchoring/',
  'core/tags/',
  'core/highlights/',
  'core/citations/',
  'core/dossiers/',
  'core/device-settings.ts',
  'core/workspace/',
  'core/search/',
  'core/corroboration/',
  'core/excerpts/',
  'core/insight/',
  'core/report/',
  'core/export/',
  'core/exchange/',
  'core/catalogue/',
  'core/agreement/',
  'core/vault-state.ts',
  'core/release.ts',
  'core/session.ts',
  'core/outcomes.ts',
  'core/library-contract.ts',
  'core/ipc-contract.ts',
];

/** The rooms of the host, and the rooms of the host that each may reach beside itself. */
const electronRooms: Readonly<Record<string, readonly string[]>> = {
  'electron/store/': [],
  'electron/services/': ['electron/store/'],
  'electron/preload/': [],
  'electron/desktop/': ['electron/services/', 'electron/store/', 'electron/preload/'],
  'electron/browser/': ['electron/services/', 'electron/store/'],
  'electron/cli/': ['electron/services/', 'electron/store/'],
  'electron/launch/': [],
  'electron/package/': ['electron/launch/'],
};

/** Packages that belong to a place; a name without a place here may be used anywhere outside `core/`. */
const packagePlaces: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/desktop/', 'electron/preload/'],
  lowdb: ['electron/store/'],
  flexsearch: ['core/search/'],
  'approx-string-match': ['core/anchoring/'],
  '@orama/stemmers': ['core/search/'],
  react: ['renderer/'],
  'react-dom': ['renderer/'],
  '@base-ui/react': ['renderer/'],
  '@lingui/core': ['renderer/'],
  '@lingui/react': ['renderer/'],
  '@tanstack/react-virtual': ['renderer/'],
  '@atlaskit/pragmatic-drag-and-drop': ['renderer/'],
  '@citation-js/core': ['electron/services/export/citations/'],
  '@citation-js/plugin-csl': ['electron/services/export/citations/'],
  '@citation-js/plugin-ris': ['electron/services/export/citations/'],
  '@citation-js/plugin-bibtex': ['electron/services/export/citations/'],
  docx: ['electron/services/export/docx/'],
  'write-excel-file': ['electron/services/export/xlsx/'],
  fflate: ['electron/services/export/', 'electron/services/verify/', 'electron/services/exchange/'],
  saxes: ['core/exchange/refi/', 'electron/services/library/convert/'],
  linkedom: ['electron/services/library/convert/html/'],
  '@mozilla/readability': ['electron/services/library/convert/html/'],
  mammoth: ['electron/services/library/convert/docx/'],
  'pdfjs-dist': ['electron/services/library/convert/pdf/', 'renderer/pages/'],
  'postal-mime': ['electron/services/library/convert/'],
  chardet: ['electron/services/library/convert/'],
  franc: ['electron/services/library/convert/'],
  htmlparser2: [
    'electron/services/export/citations/',
    'electron/services/verify/',
    'electron/services/exchange/taguette/',
    'electron/services/library/convert/',
  ],
  yaml: ['electron/services/verify/', 'electron/services/library/convert/'],
  'electron-builder': ['electron/package/'],
  'mdast-util-from-markdown': ['electron/services/verify/', 'electron/services/library/convert/'],
  'mdast-util-gfm-footnote': ['electron/services/verify/', 'electron/services/library/convert/'],
  'micromark-extension-gfm-footnote': ['electron/services/verify/', 'electron/services/library/convert/'],
  '@zxcvbn-ts/core': ['renderer/vault/'],
  '@zxcvbn-ts/language-common': ['renderer/vault/'],
  '@zxcvbn-ts/language-en': ['renderer/vault/'],
};

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const show = ({ from, to }: Import): string => `${from} imports ${to}`;

/** Every cycle that a depth-first walk over `edges` meets, as the files in it. */
function findCycles(edges: readonly Import[]): string[] {
  const byFile = new Map<string, string[]>();
  for (const { from, to } of edges) byFile.set(from, [...(byFile.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const next of byFile.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of byFile.keys()) walk(file, []);
  return cycles;
}

describe('the house', () => {
  it('is read whole: every import of the project is of a file that is there', () => {
    const known = new Set(files);
    const others = /^renderer\/(?:styles\/.+\.css|locales\/[a-z]+\.po)$/u;
    expect(internal.filter(({ to }) => !known.has(to) && !others.test(to)).map(show)).toEqual([]);
    expect(internal.length).toBeGreaterThan(100);
  });

  it('keeps core apart from everything else', () => {
    expect(internal.filter(({ from, to }) => from.startsWith('core/') && !to.startsWith('core/')).map(show)).toEqual(
      [],
    );
    const allowed = ['zod', 'flexsearch', 'approx-string-match', '@orama/stemmers', 'saxes'];
    const packages = external.filter(({ from, to }) => from.startsWith('core/') && !allowed.includes(packageOf(to)));
    expect(packages.map(show)).toEqual([]);
  });

  it('has the arrows of core run one way', () => {
    const inCore = internal.filter(({ from }) => from.startsWith('core/'));
    for (const { from } of inCore) expect(layerOf(from, coreLayers), from).not.toBe(-1);
    const upward = inCore.filter(({ from, to }) => layerOf(from, coreLayers) < layerOf(to, coreLayers));
    expect(upward.map(show)).toEqual([]);
  });

  it('has the hosts stand on the services and not on each other', () => {
    const rooms = Object.keys(electronRooms);
    const wrong = internal.filter(({ from, to }) => {
      const room = rooms.find((name) => from.startsWith(name));
      if (room === undefined) return from.startsWith('electron/');
      return !['core/', room, ...(electronRooms[room] ?? [])].some((allowed) => to.startsWith(allowed));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('lets the reader know core and nothing of the host', () => {
    const wrong = internal.filter(({ from, to }) => from.startsWith('renderer/') && !/^(renderer|core)\//u.test(to));
    expect(wrong.map(show)).toEqual([]);
    const node = external.filter(({ from, to }) => from.startsWith('renderer/') && to.startsWith('node:'));
    expect(node.map(show)).toEqual([]);
  });

  it('keeps each package in its place', () => {
    const wrong = external.filter(({ from, to }) => {
      const places = packagePlaces[packageOf(to)];
      return places !== undefined && !places.some((place) => from.startsWith(place));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(findCycles(internal)).toEqual([]);
  });

  it('would see a cycle', () => {
    const edge = (from: string, to: string): Import => ({ from, to, isPackage: false });
    expect(findCycles([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])).toHaveLength(1);
  });

  it('has no room with a name that says nothing', () => {
    const vague = /(^|\/)(utils?|helpers?|common|managers?|shared|misc)(\/|\.|$)/u;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });
});
