/// <reference path="./citation-js.d.ts" />
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem, CslName } from '../../../../core/citations/csl-item.ts';
import { type Shield, shieldFor } from './shield-text.ts';

/** LaTeX's own signs. A brace must not be written with a backslash: BibTeX counts it all the same. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['&', '\\&'],
  ['%', '\\%'],
  ['$', '\\$'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
]);

/** What cannot go through citation-js: LaTeX's signs, the signs of tags such as `<i>`, and those of Unicode's private use. */
const unsafe = /[\\{}&%$#_~^<>\ue000-\uf8ff]/gu;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function coverName(name: CslName, { cover }: Shield): object {
  return 'literal' in name
    ? { literal: cover(name.literal) }
    : { family: cover(name.family), given: cover(name.given) };
}

/** The item without its date; citation-js words a full date in a way that BibTeX styles do not know. */
function coverItem(item: CslItem, shield: Shield): object {
  const { id, type, author, issued: _, ...texts } = item;
  const covered = Object.entries(texts).map(([field, text]) => [field, shield.cover(text ?? '')]);
  const names = author?.map((name) => coverName(name, shield));
  return { ...Object.fromEntries(covered), id, type, ...(names && { author: names }) };
}

function textsOf({ author = [], issued: _, ...texts }: CslItem): string[] {
  const names = author.flatMap((name) => ('literal' in name ? [name.literal] : [name.family, name.given]));
  return [...Object.values(texts), ...names].flatMap((text) => text ?? []);
}

function dateFields(issued: CslItem['issued']): string[] {
  if (issued === undefined) return [];
  if ('literal' in issued) return [`year = {${issued.literal.replace(unsafe, (sign) => escapes.get(sign) ?? sign)}}`];
  const [year, month, day] = issued['date-parts'][0] ?? [];
  const name = month === undefined ? undefined : monthNames[month - 1];
  return [
    ...(year === undefined ? [] : [`year = {${year}}`]),
    ...(name === undefined ? [] : [`month = ${name}`]),
    ...(day === undefined ? [] : [`day = {${day}}`]),
  ];
}

function writeEntry(item: CslItem): string {
  const shield = shieldFor(textsOf(item), unsafe);
  const entry = plugins.output.format('bibtex', [coverItem(item, shield)]).trimEnd();
  const uncovered = shield.uncover(entry, (sign) => escapes.get(sign) ?? sign);
  const dates = dateFields(item.issued).map((field) => `\t${field},\n`);
  return `${uncovered.slice(0, -1)}${dates.join('')}}\n`;
}

/**
 * Sources in BibTeX (UTF-8), each under its id. The writer of citation-js drops every letter that TeX has no command for, so that it
 * writes UTF-8 here and LaTeX's own signs are put in afterwards.
 */
export function writeBibtex(items: readonly CslItem[]): string {
  Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true, checkLabel: false });
  return items.map(writeEntry).join('\n');
}
