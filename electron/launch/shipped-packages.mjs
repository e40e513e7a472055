import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build leaves out of the program: `electron.vite.config.ts` puts a refusal in place of each. */
const leftOut = new Set(['sync-fetch', 'node-fetch', 'jszip']);

/** Packages that bring no file with their licence, and the one of the same project and licence that does. */
const licenceElsewhere = new Map([
  ['@citation-js/date', '@citation-js/core'],
  ['@citation-js/name', '@citation-js/core'],
]);

/** Packages that bring no file with their licence, and it lies in `licences/` here as their project has it. */
const licenceHere = new Map([
  ['franc', 'franc.txt'],
  ['saxes', 'saxes.txt'],
]);

/** Licences of what is shipped of a package and is not under the package’s own: its files with them. */
const licencesWithin = new Map([
  ['pdfjs-dist', ['cmaps/LICENSE', 'wasm/LICENSE_OPENJPEG', 'wasm/LICENSE_PDFJS_OPENJPEG']],
]);

/** Licences that a package names otherwise than SPDX does, by the text that it brings. */
const licenceMeant = new Map([['duck', 'BSD-2-Clause']]);

/**
 * A package that the program is made of.
 *
 * @typedef {object} ShippedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} licence as an SPDX expression
 * @property {string} integrity of its archive, as npm's lock file has it: `sha512-` and Base64
 * @property {string} text of its licence
 * @property {readonly string[]} needs the packages it needs itself, each as name@version
 */

/** @typedef {{ version: string, license?: string, integrity?: string, dependencies?: Record<string, string> }} LockEntry */

/**
 * Where the package `name` is, seen from the one at `from`: in the nearest `node_modules`, as Node looks for it.
 *
 * @param {Record<string, LockEntry>} entries
 * @param {string} from
 * @param {string} name
 * @returns {string | null}
 */
function findEntry(entries, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (entries[path]) return path;
    if (folder === '') return null;
  }
}

/**
 * @param {string} project
 * @param {string} path
 * @param {string} name
 */
function readLicence(project, path, name) {
  const own = licenceHere.get(name);
  if (own) return readFileSync(join(import.meta.dirname, 'licences', own), 'utf8').trim();
  const folder = join(project, licenceElsewhere.has(name) ? `node_modules/${licenceElsewhere.get(name)}` : path);
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
  if (files.length === 0) throw new Error(`The package ${name} brings no licence: find out what it is under.`);
  return [...files.sort(), ...(licencesWithin.get(name) ?? [])]
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}

/**
 * The packages that the program is made of, by name and version: those it depends on, with all that they need, and
 * Electron. Types alone are no part of a program. Throws where a package or its licence is not there.
 *
 * @param {string} project the project folder, with its packages installed
 * @returns {ShippedPackage[]}
 */
export function readShippedPackages(project) {
  /** @type {Record<string, LockEntry>} */
  const entries = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages;
  /** @type {Map<string, ShippedPackage>} */
  const found = new Map();
  /** @type {(path: string) => string[]} */
  const followFrom = (path) =>
    Object.keys(entries[path]?.dependencies ?? {}).flatMap((name) => {
      if (leftOut.has(name) || name.startsWith('@types/')) return [];
      const place = findEntry(entries, path, name);
      if (place === null) throw new Error(`The package ${name}, which ${path} needs, is not in the lock file.`);
      return [add(place, name)];
    });
  /** @type {(path: string, name: string) => string} */
  const add = (path, name) => {
    const entry = entries[path];
    if (!entry?.license || !entry.integrity) throw new Error(`The lock file does not say all about ${path}.`);
    const id = `${name}@${entry.version}`;
    if (!found.has(id)) {
      const text = readLicence(project, path, name);
      const { version, integrity } = entry;
      const licence = licenceMeant.get(name) ?? entry.license;
      found.set(id, { name, version, licence, integrity, text, needs: [] });
      // What Electron needs in npm is only to fetch its runtime.
      const needs = name === 'electron' ? [] : followFrom(path).sort();
      found.set(id, { name, version, licence, integrity, text, needs });
    }
    return id;
  };
  followFrom('');
  add('node_modules/electron', 'electron');
  return [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, shipped]) => shipped);
}
